import { type NoteRules, readNotes } from "../note/readNote.ts";
import { pause } from "../pause.ts";
import { decodeText } from "../text/decode.ts";
import type { ParseMarkdown } from "../text/markdown.ts";
import { readBlogPage } from "./html/blogPage.ts";
import type { ImportedNote } from "./importedNote.ts";
import { type ImportFile, nameOf } from "./importFile.ts";
import { readMarkdownFile } from "./markdownFile.ts";
import { notionId, readNotionPage } from "./notionPage.ts";
import type { ImportSteps } from "./planNotes.ts";
import { type RetroPost, readRetroPost } from "./retroPost.ts";

/** What was found in what was picked. Nothing is left out without being counted here. */
export interface Picked {
  /** Posts that list 토막글 or TIL. */
  readonly posts: readonly { readonly name: string; readonly post: RetroPost }[];
  readonly notes: readonly ImportedNote[];
  /** Paths of what was not brought in, by why. */
  readonly skipped: Readonly<Record<SkipReason, readonly string[]>>;
}

export type SkipReason = "not-utf8" | "too-large" | "no-note" | "empty" | "unreadable" | "table";

/** In Korean, behind a number of files. */
export const SKIP_TEXTS: Readonly<Record<SkipReason, string>> = {
  "not-utf8": "UTF-8이 아니에요",
  "too-large": "너무 커요",
  "no-note": "목록이나 템플릿이에요",
  empty: "쓴 내용이 없어요",
  unreadable: "읽을 수 없어요",
  table: "Notion의 표예요. 줄마다 있는 글은 노트로 가져와요",
};

/** More is no page or note that a person wrote; taking it in would hold up the editor. */
const MAX_TEXT_BYTES = 3_000_000;
/** A database: each row of it is a page of the export as well, with the row's values above its text. */
const NOTION_TABLE = /[0-9a-f]{32}(?:_all)?\.csv$/i;
const PAGE = /\.html?$/i;
const MARKDOWN = /\.(?:md|markdown)$/i;

/** Reads all notes and retro posts of what was picked, one file after the other, with pauses. */
export async function readPicked(
  files: readonly ImportFile[],
  rules: NoteRules,
  parse: ParseMarkdown,
  { cancellation, onProgress }: ImportSteps,
): Promise<Picked> {
  const posts: { name: string; post: RetroPost }[] = [];
  const notes: ImportedNote[] = [];
  const skipped: Record<SkipReason, string[]> = {
    "not-utf8": [],
    "too-large": [],
    "no-note": [],
    empty: [],
    unreadable: [],
    table: files.flatMap(({ path }) => (NOTION_TABLE.test(path) ? [path] : [])),
  };
  // A text file is only ever a retro post that someone points at.
  const readable = files.filter(
    ({ path }) => MARKDOWN.test(path) || PAGE.test(path) || (files.length === 1 && /\.txt$/i.test(path)),
  );
  for (const [index, file] of readable.entries()) {
    if (cancellation.aborted) break;
    onProgress?.(index, readable.length);
    await pause();
    const found = await readOne(file, rules, parse);
    if (typeof found === "string") skipped[found].push(file.path);
    else if ("post" in found) posts.push({ name: nameOf(file.path), post: found.post });
    else notes.push(found);
  }
  return { posts, notes, skipped };
}

async function readOne(
  file: ImportFile,
  rules: NoteRules,
  parse: ParseMarkdown,
): Promise<ImportedNote | { readonly post: RetroPost } | SkipReason> {
  if (file.size > MAX_TEXT_BYTES) return "too-large";
  const bytes = await file.read();
  if (bytes.length > MAX_TEXT_BYTES) return "too-large";
  const { text, faithful, encoding } = decodeText(bytes);
  if (text.trim() === "") return "empty";
  const { timeZone } = rules.dayRule;
  // A page becomes a text of its own, whatever it was written in.
  if (PAGE.test(file.path)) {
    return encoding === "damaged" ? "not-utf8" : ((await readBlogPage(file.path, text, timeZone)) ?? "empty");
  }
  if (!faithful) return "not-utf8";
  if (notionId(file.path) !== undefined) return readNotionPage(file.path, text, timeZone);
  const post = readRetroPost(nameOf(file.path), text, rules, parse);
  if (post.entries.length > 0) return { post };
  const imported = await readMarkdownFile(file.path, text);
  const [first] = readNotes(file.path, imported.text, rules);
  const reason = first?.leftOut?.reason;
  return reason === "template" || reason === "index" || reason === "readme" ? "no-note" : imported;
}

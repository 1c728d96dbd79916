import { type NoteRules, readNotes } from "../note/readNote.ts";
import { pause } from "../pause.ts";
import { targetOf } from "../retro/entry/linkTarget.ts";
import { decodeText } from "../text/decode.ts";
import type { ParseMarkdown } from "../text/markdown.ts";
import { nfc } from "../text/nfc.ts";
import { frameIn, pageNote } from "./html/blogPage.ts";
import { readHtml } from "./html/htmlTree.ts";
import { notionArticle } from "./html/notionHtml.ts";
import type { ImportedNote } from "./importedNote.ts";
import { type ImportFile, isRefused, nameOf } from "./importFile.ts";
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

export type SkipReason = "not-utf8" | "too-large" | "no-note" | "empty" | "unreadable" | "table" | "framed";

/** In Korean, behind a number of files. */
export const SKIP_TEXTS: Readonly<Record<SkipReason, string>> = {
  "not-utf8": "UTF-8이 아니에요",
  "too-large": "너무 커요",
  "no-note": "목록이나 템플릿이에요",
  empty: "쓴 내용이 없어요",
  unreadable: "읽을 수 없어요",
  table: "Notion의 표예요. 줄마다 있는 글은 노트로 가져와요",
  framed: "글이 틀 안의 다른 주소에 있어요. 글만 새 탭에서 열어 저장해 주세요",
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
    framed: [],
    table: files.flatMap(({ path }) => (NOTION_TABLE.test(path) ? [path] : [])),
  };
  const beside = savedBeside(files);
  // A text file is only ever a retro post that someone points at.
  const readable = files.filter(
    ({ path }) =>
      MARKDOWN.test(path) || (PAGE.test(path) && !beside(path)) || (files.length === 1 && /\.txt$/i.test(path)),
  );
  for (const [index, file] of readable.entries()) {
    if (cancellation.aborted) break;
    onProgress?.(index, readable.length);
    await pause();
    const found = await orUnreadable(() => readOne(file, files, rules, parse));
    if (typeof found === "string") skipped[found].push(file.path);
    else if ("post" in found) posts.push({ name: nameOf(file.path), post: found.post });
    else notes.push(found);
  }
  return { posts, notes, skipped };
}

/** One file that the disk does not give hides no other; what is refused is refused whole. */
async function orUnreadable<T>(read: () => Promise<T>): Promise<T | SkipReason> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableFile) return "unreadable";
    throw error;
  }
}

class UnreadableFile extends Error {}

async function bytesOf(file: ImportFile): Promise<Uint8Array> {
  try {
    return await file.read();
  } catch (error) {
    throw isRefused(error) ? error : new UnreadableFile();
  }
}

/** Tells pages that a browser saved with another one, as parts of it: frames and advertisements. */
function savedBeside(files: readonly ImportFile[]): (path: string) => boolean {
  const pages = new Set(files.flatMap(({ path }) => (PAGE.test(path) ? [nfc(path.replace(PAGE, ""))] : [])));
  return (path) => {
    const page = /^(.*)(?:_files|\.files)\/[^/]*$/i.exec(nfc(path))?.[1];
    return page !== undefined && pages.has(page);
  };
}

async function readOne(
  file: ImportFile,
  files: readonly ImportFile[],
  rules: NoteRules,
  parse: ParseMarkdown,
): Promise<ImportedNote | { readonly post: RetroPost } | SkipReason> {
  if (file.size > MAX_TEXT_BYTES) return "too-large";
  const bytes = await bytesOf(file);
  if (bytes.length > MAX_TEXT_BYTES) return "too-large";
  const { text, faithful, encoding } = decodeText(bytes);
  if (text.trim() === "") return "empty";
  const { timeZone } = rules.dayRule;
  // A page becomes a text of its own, whatever it was written in.
  if (PAGE.test(file.path)) {
    if (encoding === "damaged") return "not-utf8";
    const root = await readHtml(text);
    const isMapOfNotion = /^index\.html?$/i.test(nameOf(file.path)) && notionArticle(root) === undefined;
    if (isMapOfNotion && files.some(({ path }) => notionId(path) !== undefined)) return "no-note";
    const frame = frameIn(root);
    if (frame === undefined) return (await pageNote(file.path, root, timeZone)) ?? "empty";
    // A blog of Naver's is saved as a page that shows another one.
    const target = targetOf(frame, nfc(file.path));
    const framed = files.find(({ path }) => nfc(path) === target);
    return framed === undefined || framed === file ? "framed" : readFramed(framed, timeZone);
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

async function readFramed(file: ImportFile, timeZone: string): Promise<ImportedNote | SkipReason> {
  if (file.size > MAX_TEXT_BYTES) return "too-large";
  const bytes = await bytesOf(file);
  if (bytes.length > MAX_TEXT_BYTES) return "too-large";
  return (await pageNote(file.path, await readHtml(decodeText(bytes).text), timeZone)) ?? "empty";
}

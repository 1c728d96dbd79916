import type { NotePath, NoteProblem } from "../../note/note.ts";
import { describeNoteProblem } from "../../note/noteProblem.ts";
import { NEVER_CANCELLED } from "../../notebook/files.ts";
import { loadNotes } from "../../notebook/loadNotes.ts";
import { type Notebook, readIfThere } from "../../notebook/notebook.ts";
import type { PlanOptions } from "../../notebook/tagRename.ts";
import { pause } from "../../pause.ts";
import { addressFrom, rebaseEdits } from "../../retro/entry/rebaseLinks.ts";
import { noteRulesOf } from "../../settings/noteRules.ts";
import { hasMixedLineEnds } from "../../text/mixedLineEnds.ts";
import { nfc } from "../../text/nfc.ts";
import { percentDecoded } from "../../text/percentDecoded.ts";
import { readDraft } from "../draftText.ts";
import type { ChangedFile } from "./planPublish.ts";
import { type Move, mayName, moveOf, namesAnew, wikiLinksTo } from "./wikiLinksTo.ts";

/** A note whose links to where a file was were not changed, or a place whose notes could not be looked into. */
export interface UnfollowedLink {
  readonly path: NotePath;
  /** In Korean. */
  readonly why: string;
}

export interface FollowedLinks {
  readonly files: readonly ChangedFile[];
  /** Notes that still link to it. */
  readonly left: readonly UnfollowedLink[];
  /** Notes, and folders, of which nobody knows whether they do. */
  readonly unread: readonly UnfollowedLink[];
}

/** Read together; with this many texts at a time others get their turn often enough. */
const NOTES_AT_ONCE = 16;

/**
 * What changes in other notes when a file gets another path: the addresses of their links to it, and its name where they
 * say `[[name]]`. Nothing is written. Every note is read, and those alone are looked into that name the file.
 */
export async function followLinks(
  notebook: Pick<Notebook, "files" | "settings" | "engines" | "readText">,
  from: NotePath,
  to: NotePath,
  { cancellation, onProgress }: PlanOptions,
): Promise<FollowedLinks> {
  const unread: UnfollowedLink[] = [];
  const listed = await notebook.files.list(cancellation, undefined, (folder) => {
    unread.push({ path: folder === "" ? "노트 폴더" : folder, why: "폴더를 읽을 수 없어요." });
  });
  const paths = listed.filter((path) => path !== from).sort();
  const move = moveOf(from, to, paths);
  const files: ChangedFile[] = [];
  const left: UnfollowedLink[] = [];
  for (let next = 0; next < paths.length && !cancellation.aborted; next += NOTES_AT_ONCE) {
    const some = paths.slice(next, next + NOTES_AT_ONCE);
    for (const found of await Promise.all(some.map((path) => linksIn(notebook, path, move)))) {
      if (found.file !== undefined) files.push(found.file);
      if (found.left !== undefined) left.push(found.left);
      if (found.unread !== undefined) unread.push(found.unread);
    }
    onProgress?.(Math.min(next + NOTES_AT_ONCE, paths.length), paths.length);
    await pause();
  }
  return { files, left, unread };
}

interface LinksOfNote {
  readonly file?: ChangedFile;
  readonly left?: UnfollowedLink;
  readonly unread?: UnfollowedLink;
}

async function linksIn(
  notebook: Pick<Notebook, "files" | "settings" | "engines" | "readText">,
  path: NotePath,
  move: Move,
): Promise<LinksOfNote> {
  const text = await textOf(notebook, path);
  if (text === undefined) return {};
  if (typeof text !== "string") return { unread: { path, why: describeNoteProblem(text) } };
  const { from, to } = move;
  if (!mayLinkTo(text, nfc(from.slice(from.lastIndexOf("/") + 1))) && !mayName(text, from)) return {};
  const parse = await notebook.engines.loadMarkdown();
  const draft = readDraft(path, text, parse);
  const given = new Map([[nfc(from), addressFrom(path, to)]]);
  const named = wikiLinksTo(draft.body, path, move);
  const edits = draft.editsInText([...rebaseEdits(draft.body.text, path, path, parse, given), ...named.edits]);
  const unwritable = edits.length === 0 ? undefined : await whyUnwritable(notebook, path, text);
  const inHead = namesAnew(text.slice(0, draft.frontMatter.bodyStart), path, move);
  const why = unwritable ?? named.why ?? (inHead ? "머리말의 [[ ]]는 고치지 않았어요." : undefined);
  return {
    ...(edits.length > 0 && unwritable === undefined && { file: { path, text, edits } }),
    ...(why !== undefined && { left: { path, why } }),
  };
}

/** `undefined` for a note that is gone by now: it has no links. */
async function textOf(
  notebook: Pick<Notebook, "files" | "readText">,
  path: NotePath,
): Promise<string | NoteProblem | undefined> {
  try {
    return await readIfThere(notebook, path);
  } catch (error) {
    return { reason: "unreadable", message: String(error) };
  }
}

async function whyUnwritable(
  { files, settings }: Pick<Notebook, "files" | "settings">,
  path: NotePath,
  text: string,
): Promise<string | undefined> {
  if (hasMixedLineEnds(text)) return "줄 끝(CRLF, LF)이 섞여 있어요";
  const options = { concurrency: 1, cancellation: NEVER_CANCELLED };
  const notes = (await loadNotes(files, [path], noteRulesOf(settings), options)).get(path) ?? [];
  const problem = notes.find((note) => note.problem !== undefined)?.problem;
  return problem && describeNoteProblem(problem);
}

/** A text with more names of files is read without looking at each. */
const MOST_NAMES = 1000;

/** Whether a text may link to a file of this name, however that is written: far cheaper than reading the Markdown. */
function mayLinkTo(text: string, name: string): boolean {
  const end = name.slice(name.lastIndexOf("."));
  const last = name[name.length - end.length - 1];
  // A syllable is nine characters long where it is encoded.
  const length = 9 * name.length;
  let seen = 0;
  for (let at = text.indexOf(end); at !== -1; at = text.indexOf(end, at + 1)) {
    // The last letter, or what an encoded, escaped or taken apart one ends with.
    const isLikely = text[at - 1] === last || /[\\;\u1100-\u11ff]|\p{M}|%..$/u.test(text.slice(at - 3, at));
    if (!isLikely) continue;
    if (++seen > MOST_NAMES) return true;
    if (unescaped(text.slice(Math.max(0, at - length), at + end.length)).endsWith(name)) return true;
  }
  return false;
}

function unescaped(text: string): string {
  const plain = text.replace(/\\([!-/:-@[-`{-~])/g, "$1").replaceAll("&amp;", "&");
  return nfc(plain.replace(/(?:%[0-9a-f]{2})+/gi, percentDecoded));
}

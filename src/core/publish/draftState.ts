import { parseDay } from "../calendar/day.ts";
import { civilDayAt } from "../calendar/zone.ts";
import { saysDraft } from "../note/draftMarks.ts";
import { scalarField } from "../note/frontMatter/field.ts";
import { readFrontMatter } from "../note/frontMatter/read.ts";
import type { Note, NotePath } from "../note/note.ts";
import { renderNotePath } from "../note/notePath.ts";
import type { Files } from "../notebook/files.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { isJekyll } from "../retro/site.ts";
import { nameKey, nfc } from "../text/nfc.ts";
import type { SiteOfPost } from "./siteOf.ts";

/** Where a note is on its way to readers; `note` is one that was never meant for them. */
export type DraftState = "draft" | "published" | "note";

/** Jekyll builds what lies in `_posts` under a name with a day, and passes over anything else. */
const JEKYLL_POST = /(?:^|\/)_posts\/(?:.*\/)?\d{2,4}-\d{1,2}-\d{1,2}-[^/]*$/;

/** Whether a note is one that is written for readers. */
export function isPostLike({ kind }: Pick<Note, "kind">): boolean {
  return kind === "retro" || kind === "post";
}

/** A draft says that it is one or lies among drafts, or is written for readers and lies elsewhere than posts do. */
export async function draftState(
  { files, settings, engines }: Pick<Notebook, "files" | "settings" | "engines">,
  text: string,
  note: Note,
  { site, root }: SiteOfPost,
): Promise<DraftState> {
  const { path } = note;
  const frontMatter = readFrontMatter(text);
  if (/(?:^|\/)_drafts\//.test(nfc(path)) || saysDraft((key) => scalarField(frontMatter, key))) return "draft";
  const unlessIn = (place: RegExp): DraftState =>
    place.test(nfc(path)) ? "published" : isPostLike(note) ? "draft" : "note";
  const { path: pattern } = settings.publish;
  if (pattern === "" && isJekyll(site)) {
    const state = unlessIn(JEKYLL_POST);
    // Without posts a site shows its pages where they lie, whatever their folders are called.
    const isPage = state === "draft" && note.kind === "post" && !(await hasPosts(files, root));
    return isPage ? "note" : state;
  }
  if (pattern === "" && site === "hugo") return path.startsWith(`${root}content/`) ? "published" : unlessIn(/^$/);
  if (!isPostLike(note)) return "note";
  if (pattern === "") return "published";
  const date = (note.date && parseDay(note.date.text)) ?? civilDayAt(0, settings.dayRule.timeZone);
  const variables = { kind: note.kind, date, title: note.title };
  // Without a day of its own it lies where posts do if their folder is the same on any day.
  const place = renderNotePath(pattern, variables, await engines.loadTemplates());
  return place.ok && folderKey(place.path) === folderKey(path) ? "published" : "draft";
}

async function hasPosts(files: Pick<Files, "namesIn">, root: string): Promise<boolean> {
  return (await files.namesIn(root.replace(/\/$/, ""))).some((name) => name === "_posts" || name === "_drafts");
}

function folderKey(path: NotePath): string {
  return nameKey(path.slice(0, path.lastIndexOf("/") + 1));
}

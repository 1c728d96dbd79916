import type { YearMonth } from "../calendar/month.ts";
import { numberedPath } from "../note/fileName.ts";
import { renderScalar } from "../note/frontMatter/scalar.ts";
import { monthOfNote, type Note, type NotePath } from "../note/note.ts";
import { renderNotePath } from "../note/notePath.ts";
import type { RenderTemplate } from "../note/renderTemplate.ts";
import { nameKey, nfc } from "../text/nfc.ts";
import type { WriteProblem } from "../write/problem.ts";
import type { RetroEntry, RetroPost } from "./retroPost.ts";

export interface ImportItem {
  readonly entry: RetroEntry;
  readonly path: NotePath;
  readonly text: string;
}

export interface ImportPlan {
  readonly month: YearMonth;
  /** Notes that would be created, in the order of the post. */
  readonly items: readonly ImportItem[];
  /** Entries that are notes already. */
  readonly existing: readonly RetroEntry[];
  /** 토막글 numbers that notes of another month bear already: brought in all the same, and worth a look. */
  readonly repeatedNumbers: readonly number[];
}

export type ImportPlanResult =
  | { readonly ok: true; readonly plan: ImportPlan }
  | { readonly ok: false; readonly problem: WriteProblem };

export interface ImportTarget {
  readonly notes: readonly Note[];
  readonly tomakPath: string;
  readonly tilPath: string;
  readonly render: RenderTemplate;
}

/** What bringing a post's entries in would create. Entries that are notes of that month already are left out, one for one. */
export function planImport(post: RetroPost, month: YearMonth, target: ImportTarget): ImportPlanResult {
  const known = countKnown(target.notes, month);
  const spelled = folderSpelling(target.notes);
  const taken = new Set(target.notes.map(({ path }) => nameKey(path)));
  const numbersElsewhere = new Set(
    target.notes.filter((note) => monthOfNote(note) !== month).flatMap(({ number }) => number ?? []),
  );
  const items: ImportItem[] = [];
  const existing: RetroEntry[] = [];
  const places = { tomak: 0, til: 0 };
  for (const entry of post.entries) {
    const place = ++places[entry.kind];
    const identity = identityOf(entry.kind, entry.number, entry.title);
    const count = known.get(identity) ?? 0;
    if (count > 0) {
      known.set(identity, count - 1);
      existing.push(entry);
      continue;
    }
    const { kind, title, number } = entry;
    const variables = { kind, date: month, title, ...(number !== undefined && { number }) };
    const rendered = renderNotePath(kind === "tomak" ? target.tomakPath : target.tilPath, variables, target.render);
    if (!rendered.ok) {
      return { ok: false, problem: { reason: "path", setting: `${entry.kind}.path`, problem: rendered.problem } };
    }
    const path = freePath(spelled(rendered.path), taken);
    taken.add(nameKey(path));
    items.push({ entry, path, text: noteText(entry, month, place) });
  }
  const repeatedNumbers = items.flatMap(({ entry }) =>
    entry.number !== undefined && numbersElsewhere.has(entry.number) ? [entry.number] : [],
  );
  return { ok: true, plan: { month, items, existing, repeatedNumbers } };
}

function countKnown(notes: readonly Note[], month: YearMonth): Map<string, number> {
  const known = new Map<string, number>();
  for (const note of notes) {
    if (monthOfNote(note) !== month) continue;
    const identity = identityOf(note.kind, note.number, note.title);
    known.set(identity, (known.get(identity) ?? 0) + 1);
  }
  return known;
}

/** Spells a path's folders as the notes there are have them, so that a folder in NFD gets no twin in NFC. */
function folderSpelling(notes: readonly Note[]): (path: NotePath) => NotePath {
  const spellings = new Map<string, NotePath>();
  for (const { path } of notes) {
    for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) {
      const folder = path.slice(0, slash);
      if (spellings.has(nameKey(folder))) break;
      spellings.set(nameKey(folder), folder);
    }
  }
  return (path) => {
    for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) {
      const folder = spellings.get(nameKey(path.slice(0, slash)));
      if (folder !== undefined) return folder + path.slice(slash);
    }
    return path;
  };
}

function identityOf(kind: string, number: number | undefined, title: string): string {
  return number === undefined ? `${kind} ${nfc(title).replace(/\s+/g, " ").trim()}` : `${kind} #${number}`;
}

/** The path, or the first of `-2`, `-3` … that no file has. */
export function freePath(path: NotePath, taken: ReadonlySet<string>): NotePath {
  let candidate = path;
  for (let count = 2; taken.has(nameKey(candidate)); count++) candidate = numberedPath(path, count);
  return candidate;
}

/** The day is not in the post, so the note claims its month and its place among that month's entries, and no more. */
function noteText(entry: RetroEntry, month: YearMonth, place: number): string {
  const lines = [
    "---",
    `title: ${renderScalar(entry.title)}`,
    `month: ${month}`,
    `order: ${place}`,
    `categories: [${entry.kind === "tomak" ? "토막글" : "TIL"}]`,
    `tags: [${entry.tags.map((tag) => renderScalar(tag, "flow")).join(", ")}]`,
    ...(entry.starred ? ["star: true"] : []),
    ...(entry.link === undefined ? [] : [`link: ${renderScalar(entry.link)}`]),
    "---",
    "",
    entry.body,
  ];
  return `${lines.join("\n")}\n`;
}

import { type Day, parseDay } from "../calendar/day.ts";
import { checkNotePath, slugOf } from "../note/fileName.ts";
import type { Note, NoteKind, NotePath } from "../note/note.ts";
import { type NotePathProblem, renderNotePath } from "../note/notePath.ts";
import type { RenderTemplate } from "../note/renderTemplate.ts";
import type { Site } from "../settings/settings.ts";

/** What notes become that do not say what they are. */
export const IMPORT_KINDS = ["post", "til", "note"] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface ImportPatterns {
  readonly tomakPath: string;
  readonly tilPath: string;
  readonly site: Site;
  readonly render: RenderTemplate;
}

export type ImportPathResult =
  | { readonly ok: true; readonly path: NotePath }
  | { readonly ok: false; readonly setting: string; readonly problem: NotePathProblem };

/**
 * Where a note goes: a 토막글 or a TIL by the notebook's own pattern, a post where the site has its posts. One whose day is
 * not known, and a diary of many days, keep their own name (`from`) below the pattern's first folder.
 */
export function importPath(
  note: Note,
  kind: NoteKind,
  from: NotePath | undefined,
  patterns: ImportPatterns,
): ImportPathResult {
  const { setting, pattern } = patternFor(note, kind, patterns);
  const date = note.date ?? note.leftOut?.date;
  const day: Day | undefined = note.range === undefined && date?.precision === "day" ? parseDay(date.text) : undefined;
  if (day === undefined) return namedPath(note, from, pattern);
  const variables = { kind, date: day, title: note.title, ...(note.number !== undefined && { number: note.number }) };
  const rendered = renderNotePath(pattern, variables, patterns.render);
  return rendered.ok ? rendered : { ok: false, setting, problem: rendered.problem };
}

function patternFor(
  { number }: Note,
  kind: NoteKind,
  patterns: ImportPatterns,
): { readonly setting: string; readonly pattern: string } {
  if (kind === "tomak" && number !== undefined) return { setting: "tomak.path", pattern: patterns.tomakPath };
  if (kind === "til" || kind === "tomak") return { setting: "til.path", pattern: patterns.tilPath };
  if (kind === "note") return { setting: "til.path", pattern: "노트/{{ year }}/{{ month }}/{{ date }}-{{ slug }}.md" };
  return { setting: "til.path", pattern: postPattern(patterns.site) };
}

function postPattern(site: Site): string {
  if (site === "hugo") return "content/posts/{{ date }}-{{ slug }}.md";
  const isJekyll = site === "jekyll" || site === "chirpy" || site === "minimal-mistakes";
  return isJekyll ? "_posts/{{ date }}-{{ slug }}.md" : "글/{{ year }}/{{ date }}-{{ slug }}.md";
}

function namedPath(note: Note, from: NotePath | undefined, pattern: string): ImportPathResult {
  const fixed = pattern.split("/").slice(0, -1);
  const end = fixed.findIndex((part) => part.includes("{"));
  const folder = (end === -1 ? fixed : fixed.slice(0, end)).join("/") || "노트";
  const named = from === undefined ? undefined : checkNotePath(`${folder}/${from}`);
  const checked = named?.ok ? named : checkNotePath(`${folder}/${slugOf(note.title)}.md`);
  return checked.ok ? checked : { ok: false, setting: "til.path", problem: checked.problem };
}

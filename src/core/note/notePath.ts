import { type Day, parseDay } from "../calendar/day.ts";
import type { YearMonth } from "../calendar/month.ts";
import { dateFromName } from "./dateEvidence/dateFromName.ts";
import { checkNotePath, slugOf } from "./fileName.ts";
import { KIND_LABELS } from "./kind.ts";
import type { NoteKind, NotePath } from "./note.ts";
import { renderTemplate } from "./template.ts";

export interface PathVariables {
  readonly kind: NoteKind;
  /** As much of the date as is known. */
  readonly date: Day | YearMonth;
  readonly title: string;
  readonly number?: number;
}

export type NotePathProblem =
  | { readonly reason: "outside" | "empty" | "not-markdown" }
  | { readonly reason: "template"; readonly message: string };

export type PathResult =
  | { readonly ok: true; readonly path: NotePath }
  | { readonly ok: false; readonly problem: NotePathProblem };

/**
 * Renders a path pattern such as `TIL/{{ year }}/{{ month }}/{{ date }}-{{ slug }}.md`. For a note whose day is not known
 * `date` is its month and `day` is empty; where a title that begins with a number would then be read as a day
 * (`2025-05-12-factor-앱.md`), the kind is put before it.
 */
export function renderNotePath(pattern: string, variables: PathVariables): PathResult {
  const rendered = renderPath(pattern, variables, slugOf(variables.title));
  if (!rendered.ok || parseDay(variables.date) !== undefined) return rendered;
  const claimed = dateFromName(rendered.path.slice(rendered.path.lastIndexOf("/") + 1));
  if (claimed === undefined || claimed.text === variables.date) return rendered;
  return renderPath(pattern, variables, `${KIND_LABELS[variables.kind]}-${slugOf(variables.title)}`);
}

function renderPath(pattern: string, { kind, date, title, number }: PathVariables, slug: string): PathResult {
  const result = renderTemplate(pattern, {
    kind: KIND_LABELS[kind],
    date,
    year: date.slice(0, 4),
    month: date.slice(5, 7),
    day: date.slice(8, 10),
    number: number ?? "",
    // A title is never a path: its slashes become hyphens like everything else a name cannot hold.
    title: slugOf(title),
    slug,
  });
  return result.ok
    ? checkNotePath(result.text)
    : { ok: false, problem: { reason: "template", message: result.message } };
}

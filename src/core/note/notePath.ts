import { type Day, parseDay } from "../calendar/day.ts";
import type { Period } from "../calendar/period.ts";
import { dateFromName } from "./dateEvidence/dateFromName.ts";
import { dateOf } from "./dateEvidence/dateOf.ts";
import { checkNotePath, slugOf } from "./fileName.ts";
import { KIND_LABELS } from "./kind.ts";
import type { NoteKind, NotePath } from "./note.ts";
import type { RenderTemplate } from "./renderTemplate.ts";
import type { TemplateInput } from "./templateVariables.ts";

export interface PathVariables {
  readonly kind: NoteKind;
  /** As much of the date as is known. */
  readonly date: Day | Period;
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
 * `date` is its month and `day` is empty. Where a title or a number would make the path say another date
 * (`2025-05-12-factor-앱.md`, `2025/05/3.md`), the kind is put before the title, or the date before the name.
 */
export function renderNotePath(pattern: string, variables: PathVariables, render: RenderTemplate): PathResult {
  const slug = slugOf(variables.title);
  const rendered = renderPath(pattern, variables, slug, render);
  if (!rendered.ok || !saysAnotherDate(rendered.path, variables.date)) return rendered;
  // What the pattern itself says is its author's will.
  const bare = renderPath(pattern, { kind: variables.kind, date: variables.date, title: "" }, slugOf(""), render);
  if (bare.ok && saysAnotherDate(bare.path, variables.date)) return rendered;
  const label = KIND_LABELS[variables.kind];
  const marked = renderPath(pattern, variables, `${label}-${slug}`, render);
  if (!marked.ok || !saysAnotherDate(marked.path, variables.date)) return marked;
  const name = rendered.path.lastIndexOf("/") + 1;
  return checkNotePath(`${rendered.path.slice(0, name)}${variables.date}-${label}-${rendered.path.slice(name)}`);
}

/** Whether the name alone, or all of this path with this date in the front matter, would be read as of another date. */
function saysAnotherDate(path: NotePath, date: Day | Period): boolean {
  const named = dateFromName(path.slice(path.lastIndexOf("/") + 1));
  if (named !== undefined && !date.startsWith(named.text)) return true;
  const key = parseDay(date) === undefined ? "month" : "date";
  const field = (name: string) => (name === key ? date : undefined);
  return dateOf({ path, head: "", field, rule: NO_TIME })?.text !== date;
}

/** For dates that tell no time of day, no zone makes a difference. */
const NO_TIME = { timeZone: "UTC", dayStartsAt: 0 };

function renderPath(
  pattern: string,
  { kind, date, title, number }: PathVariables,
  slug: string,
  render: RenderTemplate,
): PathResult {
  const result = render(pattern, {
    kind: KIND_LABELS[kind],
    date,
    year: date.slice(0, 4),
    // Of a week, a quarter or a half its own name; a year has none.
    month: /^\d{4}-\d/.test(date) ? date.slice(5, 7) : date.slice(5) || "연간",
    day: date.slice(8, 10),
    number: number ?? "",
    // A title is never a path: its slashes become hyphens like everything else a name cannot hold.
    title: slugOf(title),
    slug,
  } satisfies TemplateInput<"path">);
  return result.ok
    ? checkNotePath(result.text)
    : { ok: false, problem: { reason: "template", message: result.message } };
}

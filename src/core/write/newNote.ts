import type { Instant } from "../calendar/clock.ts";
import { type Day, partsOf } from "../calendar/day.ts";
import { type DayRule, stampFor } from "../calendar/zone.ts";
import type { NotePath } from "../note/note.ts";
import { renderNotePath } from "../note/notePath.ts";
import type { RenderTemplate } from "../note/renderTemplate.ts";
import type { TemplateInput } from "../note/templateVariables.ts";
import type { WriteProblem } from "./problem.ts";

/** Kinds of note that have a template and a place of their own. */
export type WrittenKind = "tomak" | "til" | "session" | "book";

export interface NewNoteRequest {
  readonly kind: WrittenKind;
  readonly day: Day;
  readonly now: Instant;
  readonly dayRule: DayRule;
  readonly title: string;
  readonly number?: number;
  readonly tags?: readonly string[];
  readonly link?: string;
  readonly template: string;
  readonly pathPattern: string;
  readonly render: RenderTemplate;
}

export interface NewNote {
  readonly path: NotePath;
  readonly text: string;
  /** Where writing goes on (UTF-16 offset). */
  readonly cursor: number;
}

export type NewNoteResult = ({ readonly ok: true } & NewNote) | { readonly ok: false; readonly problem: WriteProblem };

/** The text and place of a note about to be created; nothing is written. */
export function composeNewNote(request: NewNoteRequest): NewNoteResult {
  const { kind, day, title, number, render } = request;
  const variables = { kind, date: day, title, ...(number !== undefined && { number }) };
  const path = renderNotePath(request.pathPattern, variables, render);
  if (!path.ok) return { ok: false, problem: { reason: "path", setting: `${kind}.path`, problem: path.problem } };
  const parts = partsOf(day);
  const rendered = render(request.template, {
    title,
    number: number ?? "",
    date: stampFor(day, request.now, request.dayRule),
    day,
    year: parts.year,
    month_number: parts.month,
    day_number: parts.day,
    tags: request.tags ?? [],
    link: request.link ?? "",
  } satisfies TemplateInput<WrittenKind>);
  if (!rendered.ok) {
    return {
      ok: false,
      problem: { reason: "template", template: kind, line: rendered.line, message: rendered.message },
    };
  }
  return { ok: true, path: path.path, text: rendered.text, cursor: rendered.cursor ?? firstBullet(rendered.text) };
}

/** After the first bullet's marker, or at the end of a note that has none. */
export function firstBullet(text: string): number {
  const bullet = /^[-*+][ \t]/m.exec(text);
  return bullet ? bullet.index + bullet[0].length : text.length;
}

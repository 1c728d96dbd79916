import { stringify } from "yaml";
import { addMonths, firstDayOf, monthNumberOf, type YearMonth, yearOf } from "../calendar/month.ts";
import { type DayRule, stampAtStartOf } from "../calendar/zone.ts";
import { type Note, type NoteKind, noteId } from "../note/note.ts";
import { type RenderResult, renderTemplate } from "../note/template.ts";
import { byDate, byNumber } from "../notebook/order.ts";
import type { RetroSettings, Site } from "../settings/settings.ts";
import { renderLinkedTitle } from "../text/linkedTitle.ts";
import type { WriteProblem } from "../write/problem.ts";
import { type EntryContext, entryText } from "./entry/entryText.ts";
import { type GeneratedDraft, markEntry, markNumbers, readMarks, withOrigins } from "./merge/generatedDraft.ts";
import { describeNumbers, monthNumbers } from "./statistics.ts";

/** A note of the month with the text its entry is made of. */
export interface RetroNote {
  readonly note: Note;
  /** What follows the front matter. */
  readonly body: string;
}

export interface RetroInput extends EntryContext {
  readonly month: YearMonth;
  readonly notes: readonly RetroNote[];
  readonly lastMonthNotes: readonly Note[];
  readonly settings: RetroSettings;
  readonly dayRule: DayRule;
  readonly template: string;
}

export type CompiledRetro =
  | {
      readonly ok: true;
      readonly draft: GeneratedDraft;
      /** Where the template wants the cursor (UTF-16 offset). */
      readonly cursor: number | undefined;
    }
  | { readonly ok: false; readonly problem: WriteProblem };

/** A section as templates see it. */
interface Section {
  readonly heading: string;
  readonly entries: readonly { readonly note: string; readonly heading: string; readonly body: string }[];
}

/** What a retro gathers: everything written in the month but the posts and retros made of it. */
export function belongsInRetro(note: Note): boolean {
  return note.kind !== "retro" && note.kind !== "post";
}

/**
 * The draft of a month's retro. The same notes give the same bytes on any machine at any time:
 * its date is the first moment after the month, not the moment it was made.
 */
export function compileRetro(input: RetroInput): CompiledRetro {
  const { month, settings } = input;
  const notes = input.notes.filter(({ note }) => belongsInRetro(note));
  const numbers = monthNumbers(notes.map(({ note }) => note));
  const title = retroTitle(settings.title, month);
  if (!title.ok) {
    const problem = { reason: "template", message: title.message } as const;
    return { ok: false, problem: { reason: "path", setting: "retro.title", problem } };
  }
  const sections = sectionsOf(notes, input);
  const numbersLine = describeNumbers(numbers, input.lastMonthNotes.filter(belongsInRetro).length);
  const variables = {
    title: title.text,
    year: yearOf(month),
    month,
    month_number: monthNumberOf(month),
    date: stampAtStartOf(firstDayOf(addMonths(month, 1)), input.dayRule),
    categories: settings.categories,
    tags: settings.tags,
    front_matter: moreFrontMatter(settings.frontMatter, input.site),
    numbers: numbersLine,
    sections,
  };
  const rendered = renderTemplate(input.template, variables);
  if (!rendered.ok) {
    const { line, message } = rendered;
    return { ok: false, problem: { reason: "template", template: "retro", line, message } };
  }
  // Rendered a second time with marks around each entry, to learn which lines came from which note.
  const marks = markSections(sections);
  const marked = renderTemplate(input.template, {
    ...variables,
    numbers: markNumbers(numbersLine),
    sections: marks.sections,
  });
  const draft = withOrigins(rendered.text, marked.ok ? readMarks(marked.text, marks.notes) : undefined);
  return { ok: true, draft, cursor: rendered.cursor };
}

function markSections(sections: readonly Section[]): { sections: readonly Section[]; notes: readonly string[] } {
  const notes: string[] = [];
  return {
    sections: sections.map((section) => ({
      ...section,
      entries: section.entries.map((entry) => ({
        ...entry,
        ...markEntry(notes.push(entry.note) - 1, entry.heading, entry.body),
      })),
    })),
    notes,
  };
}

export function retroTitle(pattern: string, month: YearMonth): RenderResult {
  return renderTemplate(pattern, { year: yearOf(month), month, month_number: monthNumberOf(month) });
}

const SECTIONS: readonly { heading: string; kinds: readonly NoteKind[]; order: (a: Note, b: Note) => number }[] = [
  { heading: "쓴 토막글들", kinds: ["tomak"], order: byNumber },
  { heading: "쓴 TIL", kinds: ["til"], order: byDate },
  { heading: "남긴 노트들", kinds: ["session", "book", "note"], order: byDate },
];

function sectionsOf(notes: readonly RetroNote[], context: EntryContext): readonly Section[] {
  return SECTIONS.flatMap(({ heading, kinds, order }) => {
    const members = notes.filter(({ note }) => kinds.includes(note.kind)).sort((a, b) => order(a.note, b.note));
    if (members.length === 0) return [];
    const entries = members.map(({ note, body }) => ({
      note: noteId(note),
      heading: renderLinkedTitle(note),
      body: entryText(note, body, context),
    }));
    return [{ heading, entries }];
  });
}

/** Keys the draft's template writes itself. */
const OWN_KEYS: ReadonlySet<string> = new Set(["title", "date", "categories", "tags"]);

function moreFrontMatter(more: Readonly<Record<string, unknown>>, site: Site): string {
  const fields = Object.entries(more).filter(([key]) => !OWN_KEYS.has(key));
  // Hugo builds whatever lies in content/, so a draft must say that it is one.
  if (site === "hugo" && !fields.some(([key]) => key === "draft")) fields.push(["draft", true]);
  return fields.length === 0 ? "" : stringify(Object.fromEntries(fields), { lineWidth: 0 });
}

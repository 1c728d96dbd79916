import { koreanPeriod, periodName, RETRO_LABELS } from "../calendar/koreanPeriod.ts";
import { monthNumberOf, yearOf } from "../calendar/month.ts";
import { daysOf, isMonth, kindOfPeriod, nextPeriod, type Period, yearOfPeriod } from "../calendar/period.ts";
import { type DayRule, stampAtStartOf } from "../calendar/zone.ts";
import type { TemplateName } from "../note/builtInTemplates.ts";
import type { FrontMatterFormat } from "../note/frontMatter/frontMatter.ts";
import { type Note, type NoteKind, noteId } from "../note/note.ts";
import type { RenderResult, RenderTemplate } from "../note/renderTemplate.ts";
import type { TemplateInput } from "../note/templateVariables.ts";
import { byDate, byNumber } from "../notebook/order.ts";
import type { Picture, RetroSettings } from "../settings/settings.ts";
import type { WriteProblem } from "../write/problem.ts";
import { draftHeader, moreFrontMatter } from "./draftHeader.ts";
import { type EntryContext, entryHeading } from "./entry/entryText.ts";
import { separateLabels } from "./entry/separateLabels.ts";
import {
  type GeneratedDraft,
  markEntry,
  markNumbers,
  markPicture,
  readMarks,
  withOrigins,
} from "./merge/generatedDraft.ts";
import { belongsInRetro } from "./notesForRetro.ts";
import { describeMore, periodStatistics } from "./periodStatistics.ts";
import { calendarSvg } from "./pictures/calendarSvg.ts";
import { calendarText } from "./pictures/calendarText.ts";
import { notesByDay } from "./pictures/daysWritten.ts";
import { mermaidChart } from "./pictures/mermaid.ts";
import { type RetroEntry, type RetroSection, STARRED_SECTIONS } from "./retroSection.ts";
import { describeNumbers, monthNumbers } from "./statistics.ts";
import { type TagGroup, tagGroups } from "./tagGroups.ts";
import { type MonthInRetro, yearlySections } from "./yearlySections.ts";

/** A note of the period with the text its entry is made of. */
export interface RetroNote {
  readonly note: Note;
  /** What follows the front matter. */
  readonly body: string;
  /** Its entry's text, as {@link entryText} makes it of the body. */
  readonly entry: string;
}

export interface RetroInput extends EntryContext {
  readonly period: Period;
  readonly notes: readonly RetroNote[];
  /** Notes of the period before. */
  readonly notesBefore: readonly Note[];
  /** Notes of the same period a year before. */
  readonly notesLastYear: readonly Note[];
  /** For a period that gathers months instead of notes: each of them. */
  readonly months?: readonly MonthInRetro[];
  readonly settings: RetroSettings;
  /** As the site shows it. */
  readonly picture: Picture;
  readonly dayRule: DayRule;
  readonly frontMatterFormat: FrontMatterFormat;
  readonly template: string;
  readonly render: RenderTemplate;
  /** Which template it is, to name it when it cannot be used. */
  readonly templateName: TemplateName;
}

export type CompiledRetro =
  | {
      readonly ok: true;
      readonly draft: GeneratedDraft;
      /** Where the template wants the cursor (UTF-16 offset). */
      readonly cursor: number | undefined;
    }
  | { readonly ok: false; readonly problem: WriteProblem };

/**
 * The draft of a period's retro. The same notes give the same bytes on any machine at any time:
 * its date is the first moment after the period, not the moment it was made.
 */
export function compileRetro(input: RetroInput): CompiledRetro {
  const title = retroTitle(input.settings.title, input.period, input.render);
  if (!title.ok) {
    const problem = { reason: "template", message: title.message } as const;
    return { ok: false, problem: { reason: "path", setting: "retro.title", problem } };
  }
  const variables = retroVariables(input, title.text);
  const rendered = input.render(input.template, variables);
  if (!rendered.ok) {
    const { line, message } = rendered;
    return { ok: false, problem: { reason: "template", template: input.templateName, line, message } };
  }
  // Rendered a second time with marks around each entry, to learn which lines came from which note.
  const marks = markSections(variables.sections);
  const marked = input.render(input.template, {
    ...variables,
    numbers: markNumbers(variables.numbers),
    picture: markPicture(variables.picture),
    sections: marks.sections,
  });
  const draft = withOrigins(rendered.text, marked.ok ? readMarks(marked.text, marks.notes) : undefined);
  return { ok: true, draft, cursor: rendered.cursor };
}

/** What a retro's template is filled with; documented in `templateVariables.ts`. */
export function retroVariables(input: RetroInput, title: string) {
  const { period, settings, site, months, picture } = input;
  const notes = input.notes.filter(({ note }) => belongsInRetro(note));
  const plainNotes = notes.map(({ note }) => note);
  const days = notesByDay(plainNotes);
  const notesBefore = input.notesBefore.filter(belongsInRetro);
  const notesLastYear = input.notesLastYear.filter(belongsInRetro);
  const stats = periodStatistics({ period, notes, notesBefore, notesLastYear });
  const numbersLine = describeNumbers(monthNumbers(plainNotes), notesBefore.length, kindOfPeriod(period));
  const date = stampAtStartOf(daysOf(nextPeriod(period)).first, input.dayRule);
  const pictures = {
    calendar_text: calendarText(period, days),
    calendar_svg: calendarSvg(period, days),
    mermaid: mermaidChart(period, plainNotes),
  };
  const shown: Readonly<Record<Picture, string>> = {
    none: "",
    // What gathers months has that table among its sections.
    text: months === undefined ? pictures.calendar_text : "",
    svg: pictures.calendar_svg,
    mermaid: pictures.mermaid,
  };
  const variables = {
    title,
    year: yearOfPeriod(period),
    period,
    period_name: periodName(period),
    month: isMonth(period) ? period : "",
    month_number: isMonth(period) ? monthNumberOf(period) : "",
    date,
    categories: settings.categories,
    tags: settings.tags,
    header: draftHeader({ title, date, settings, site, format: input.frontMatterFormat, picture }),
    front_matter: moreFrontMatter(settings.frontMatter, { site, picture }),
    numbers: months === undefined ? numbersLine : `${numbersLine} · ${describeMore(period, stats)}`,
    sections:
      months === undefined
        ? separateLabels(sectionsOf(notes, input), input.parse)
        : yearlySections(period, months, input),
    stats,
    picture: shown[picture],
    ...pictures,
  };
  return variables satisfies TemplateInput<"retro">;
}

function markSections(sections: readonly RetroSection[]): {
  sections: readonly RetroSection[];
  notes: readonly string[];
} {
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

/** `2025년 5월 회고` as the settings say; other periods are called the same everywhere: `2025년 상반기 회고`. */
export function retroTitle(pattern: string, period: Period, render: RenderTemplate): RenderResult {
  if (!isMonth(period)) {
    const { noun } = RETRO_LABELS[kindOfPeriod(period)];
    return { ok: true, text: `${koreanPeriod(period)} ${noun}`, cursor: undefined };
  }
  const variables = { year: yearOf(period), month: period, month_number: monthNumberOf(period) };
  return render(pattern, variables satisfies TemplateInput<"retro.title">);
}

const SECTIONS: readonly { heading: string; kinds: readonly NoteKind[]; order: (a: Note, b: Note) => number }[] = [
  { heading: "쓴 토막글들", kinds: ["tomak"], order: byNumber },
  { heading: "쓴 TIL", kinds: ["til"], order: byDate },
  { heading: "남긴 노트들", kinds: ["session", "book", "note"], order: byDate },
];

/** The favourites, whatever their kind, then the other notes by kind. */
function sectionsOf(notes: readonly RetroNote[], input: RetroInput): readonly RetroSection[] {
  const starred: RetroNote[] = [];
  const sections = SECTIONS.flatMap(({ heading, kinds, order }) => {
    const members = notes.filter(({ note }) => kinds.includes(note.kind)).sort((a, b) => order(a.note, b.note));
    starred.push(...members.filter(({ note }) => note.starred));
    const others = members.filter(({ note }) => !note.starred);
    if (others.length === 0) return [];
    const isGrouped = kinds.includes("til") && input.settings.tilOrder === "tag";
    const groups = isGrouped ? tagGroups(others) : [{ heading: "", members: others }];
    return [{ heading, title: `${periodName(input.period)} 동안 ${heading}`, entries: entriesOf(groups, input) }];
  });
  if (starred.length === 0) return sections;
  const entries = entriesOf([{ heading: "", members: starred }], input);
  const heading = STARRED_SECTIONS[kindOfPeriod(input.period)];
  return [{ heading, title: heading, entries }, ...sections];
}

function entriesOf(groups: readonly TagGroup<RetroNote>[], context: EntryContext): readonly RetroEntry[] {
  return groups.flatMap(({ heading, members }) =>
    members.map(({ note, entry }, index) => ({
      note: noteId(note),
      heading: entryHeading(note, context),
      body: entry,
      group: index === 0 ? heading : "",
    })),
  );
}

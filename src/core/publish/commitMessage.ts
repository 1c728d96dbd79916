import { type Day, partsOf } from "../calendar/day.ts";
import { KIND_LABELS } from "../note/kind.ts";
import { NOTE_KINDS, type Note, type NoteKind } from "../note/note.ts";
import type { RenderTemplate } from "../note/renderTemplate.ts";
import type { TemplateInput } from "../note/templateVariables.ts";
import type { Candidate } from "./candidate.ts";

/** What a commit is about. */
export interface Committed {
  readonly written: readonly Note[];
  /** As they were. */
  readonly deleted: readonly Note[];
}

/** What the files to be committed are about. */
export function committedBy(files: readonly Candidate[]): Committed {
  const ofKind = (isDeleted: boolean): readonly Note[] =>
    files.flatMap(({ change, notes }) => ((change.kind === "deleted") === isDeleted ? notes : []));
  return { written: ofKind(false), deleted: ofKind(true) };
}

/** As many characters as a list of commits shows of one. */
const LONGEST = 72;
/** Nobody reads more; what is more is counted. */
const MOST_TITLES = 20;
const LONGEST_TITLE = 40;

interface Group {
  readonly head: string;
  readonly titles: readonly string[];
  readonly unit: string;
}

/** `토막글 95, TIL 2개: Redis 만료 키, Kafka 파티션`, never longer than 72 characters. */
export function titlesOf(committed: Committed): string {
  const groups = groupsOf(committed).map((group) => ({ ...group, titles: group.titles.map(inOneLine) }));
  const counts = groups.map(({ titles }) => Math.min(titles.length, MOST_TITLES));
  const text = (): string => groups.map((group, index) => textOf(group, counts[index] ?? 0)).join(", ");
  while (lengthOf(text()) > LONGEST) {
    const longest = counts.indexOf(Math.max(...counts));
    if ((counts[longest] ?? 0) <= 1) break;
    counts[longest] = (counts[longest] ?? 0) - 1;
  }
  return cut(text(), LONGEST);
}

function groupsOf({ written, deleted }: Committed): readonly Group[] {
  const gone = deleted.filter((note) => !written.some((other) => isSame(note, other)));
  return [
    ...NOTE_KINDS.flatMap((kind) => {
      const notes = written.filter((note) => note.kind === kind);
      return notes.length === 0 ? [] : [groupOf(kind, notes)];
    }),
    ...(gone.length === 0
      ? []
      : [{ head: "지움: ", titles: gone.map((note) => nameOf(note)), unit: "편" } satisfies Group]),
  ];
}

/** A note that was renamed or numbered anew went and came. */
function isSame(gone: Note, come: Note): boolean {
  return (
    gone.kind === come.kind &&
    (gone.title === come.title || (gone.date !== undefined && gone.date.text === come.date?.text))
  );
}

function groupOf(kind: NoteKind, notes: readonly Note[]): Group {
  const label = KIND_LABELS[kind];
  if (kind === "tomak" && notes.every(({ number }) => number !== undefined)) {
    return { head: `${label} `, titles: notes.map(({ number }) => String(number)), unit: "편" };
  }
  const titles = notes.map(({ title }) => title);
  // The title of a retro says what it is.
  if (kind === "retro" && notes.length === 1) return { head: "", titles, unit: "편" };
  const unit = kind === "til" ? "개" : "편";
  return { head: notes.length === 1 ? `${label}: ` : `${label} ${notes.length}${unit}: `, titles, unit };
}

function nameOf({ kind, number, title }: Note): string {
  return kind === "tomak" && number !== undefined ? `${KIND_LABELS[kind]} ${number}` : title;
}

function textOf({ head, titles, unit }: Group, count: number): string {
  const left = titles.length - count;
  return head + titles.slice(0, count).join(", ") + (left > 0 ? ` 외 ${left}${unit}` : "");
}

function inOneLine(title: string): string {
  return cut(title.slice(0, 4 * LONGEST_TITLE).replace(/\s+/g, " "), LONGEST_TITLE);
}

function lengthOf(text: string): number {
  return [...text].length;
}

function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}

export type CommitMessage =
  | { readonly ok: true; readonly text: string }
  /** The template engine's own words, in English. */
  | { readonly ok: false; readonly message: string };

/** The message by the setting's template; where the template gives nothing, what is committed. */
export function commitMessage(template: string, committed: Committed, day: Day, render: RenderTemplate): CommitMessage {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const titles = titlesOf(committed) || "노트 폴더의 기록";
  const rendered = render(template, {
    titles,
    count: committed.written.length,
    day,
    year,
    month_number: month,
    day_number: dayOfMonth,
  } satisfies TemplateInput<"git.message">);
  if (!rendered.ok) return rendered;
  return { ok: true, text: rendered.text.trim() || titles };
}

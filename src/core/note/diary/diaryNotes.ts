import { detach } from "../../text/detach.ts";
import { nfc } from "../../text/nfc.ts";
import { dateFromFolders } from "../dateEvidence/dateFromFolders.ts";
import { stemOf } from "../dateEvidence/dateFromName.ts";
import { agree, type NoteDate, type StatedDate, statedYear } from "../dateEvidence/noteDate.ts";
import { scanDate } from "../dateEvidence/scanDate.ts";
import type { Note, NoteKind, NoteRange } from "../note.ts";
import { excerptOf } from "../noteBody.ts";
import { proseOf } from "../prose.ts";
import { type DiarySection, findSections, withoutContents } from "./findSections.ts";
import { contextOf } from "./headingDate.ts";
import { sectionTitle } from "./sectionTitle.ts";

/** What of a file's reading its sections need. */
export interface DiaryFile {
  /** The file read as one note. */
  readonly note: Note;
  readonly text: string;
  readonly bodyStart: number;
  /** How much of a body is looked at. */
  readonly headLength: number;
  /** Kind and number of a section, by its title. */
  kindOf(title: string): { readonly kind: NoteKind; readonly number: number | undefined };
  /** The tags of the file as a whole, and those that stand in a part of it. */
  tagsIn(range: NoteRange | undefined): readonly string[];
}

/** Lists of changes and plans have dates in their headings and are no diary. */
const NO_DIARY =
  /change-?log|history|release|news|timeline|roadmap|schedule|변경\s?(?:이력|사항|내역)|업데이트\s?(?:이력|내역)|릴리[스즈]|버전|연표|연혁|타임라인|일정|여행|travel|trip/i;

const DIARY_WORD =
  /(?:^|[^a-z])(?:til|wil|mil|diary|journal|daily|dailies|memo|logs?|devlog|worklog)(?![a-z])|일기|일지|다이어리|토막글|기록|메모|데일리|일일/i;

/** How much prose before the first day makes a note of its own. */
const INTRO_LENGTH = 60;

/** The notes of a file that plainly is a diary: one for each dated section, and one for what stands above if it says something. */
export function diaryNotes(file: DiaryFile): readonly Note[] | undefined {
  const { note, text, bodyStart } = file;
  const named = namedPeriod(note);
  if (named === "day" || !mayBeDiary(note)) return undefined;
  const sections = findSections({
    text,
    bodyStart,
    context: contextOf(named?.date, named?.isAll ?? false),
    isMonth: named?.date.precision === "month",
    isNamedSo: named !== undefined || DIARY_WORD.test(nfc(note.path)),
    ...(note.date !== undefined && isStamped(note.date) && { statedDay: note.date.text }),
  });
  const [first] = sections;
  if (first === undefined) return undefined;
  const seen = new Map<string, number>();
  const notes = sections.map((section) => {
    const count = (seen.get(section.date.text) ?? 0) + 1;
    seen.set(section.date.text, count);
    return sectionNote(file, section, count === 1 ? section.date.text : `${section.date.text}-${count}`, named);
  });
  const intro = {
    start: bodyStart,
    end: first.start,
    line: text.slice(0, bodyStart).split(/\r\n|\n|\r/).length - 1,
    name: "머리",
  };
  const ownWords = proseOf(withoutContents(text.slice(intro.start, intro.end)))
    .replace(/\s+/g, " ")
    .trim();
  return ownWords.length < INTRO_LENGTH ? notes : [introNote(file, intro, named), ...notes];
}

function mayBeDiary(note: Note): boolean {
  const name = note.path.slice(note.path.lastIndexOf("/") + 1);
  return note.kind !== "retro" && !NO_DIARY.test(nfc(name)) && !NO_DIARY.test(note.title);
}

function isStamped(date: NoteDate): boolean {
  return date.precision === "day" && (date.source === "front-matter" || date.source === "created");
}

interface NamedPeriod {
  readonly date: StatedDate;
  readonly source: "name" | "folder";
  /** Whether the file's name says nothing else. */
  readonly isAll: boolean;
}

/** The month or the year that a file's name, or else its folders, say it is of; `day` where they say a day. */
function namedPeriod({ path, date }: Note): NamedPeriod | "day" | undefined {
  const isNamed = date?.source === "name" || date?.source === "folder";
  if (isNamed && date.precision === "day") return "day";
  const parts = nfc(path).split("/");
  const stem = stemOf(parts.at(-1) ?? "");
  const folder = dateFromFolders(parts.slice(0, -1))?.date;
  if (folder?.precision === "day") return "day";
  const pureYear = /^((?:19|20)\d\d)년?[-_ ]*(?:TIL|WIL|diary|일기|일지|메모|memo|log|기록)?$/i.exec(stem);
  if (pureYear) return { date: statedYear(Number(pureYear[1])), source: "name", isAll: false };
  if (isNamed && date.source === "name") {
    const { text, precision } = date;
    return { date: { text, precision }, source: "name", isAll: isOnlyPeriod(stem) };
  }
  return folder && { date: folder, source: "folder", isAll: isOnlyPeriod(stem) };
}

/** `08`, `2021-08`, `8월`, `2021년 8월 일지`: a bare number in a heading below is one of its days. */
function isOnlyPeriod(stem: string): boolean {
  const found = scanDate(stem);
  const rest = found === undefined ? stem : stem.slice(0, found.start) + stem.slice(found.end);
  return /^(?:\d{1,2}월?|[-_ ]*(?:월|TIL|WIL|일기|일지|메모|기록|README|index)?)$/i.test(rest);
}

function sectionNote(file: DiaryFile, section: DiarySection, name: string, named: NamedPeriod | undefined): Note {
  const { note, text } = file;
  const range = { start: section.start, end: section.end, line: section.line, name };
  const head = text.slice(section.bodyStart, Math.min(section.end, section.bodyStart + file.headLength));
  const { title } = sectionTitle(section.heading, head, section.date.text);
  const { kind, number } = file.kindOf(title);
  const isElsewhere = named !== undefined && !agree(section.date, named.date);
  return {
    path: note.path,
    range,
    kind,
    title: detach(title),
    date: {
      text: section.date.text,
      precision: "day",
      source: "heading",
      ...(isElsewhere && { conflict: { text: named.date.text, source: named.source } }),
    },
    tags: file.tagsIn(range),
    excerpt: detach(excerptOf(head)),
    ...(kind === "tomak" && number !== undefined && { number }),
    ...(note.starred && { starred: true }),
    ...(note.leftOutOfRetro && { leftOutOfRetro: true }),
    // Rather too many days of a file than one too few.
    ...(note.isPrivate && { isPrivate: true }),
    ...(note.problem && { problem: note.problem }),
  };
}

/** What stands above the first day is of the file's own date; the headings below say nothing of it. */
function introNote(file: DiaryFile, range: NoteRange, named: NamedPeriod | undefined): Note {
  const { date: stated, ...note } = file.note;
  const date: NoteDate | undefined =
    stated !== undefined && stated.source !== "heading"
      ? stated
      : named && { text: named.date.text, precision: named.date.precision, source: named.source };
  const head = file.text.slice(range.start, Math.min(range.end, range.start + file.headLength));
  return { ...note, range, tags: file.tagsIn(range), excerpt: detach(excerptOf(head)), ...(date && { date }) };
}

/** The lines of a draft that come from one note: its title and its body, without blank lines around them. */
export interface DraftEntry {
  /** The note's id in the notebook. */
  readonly note: string;
  /** 0-based line of the title. */
  readonly start: number;
  /** The line after the last. */
  readonly end: number;
}

/** A draft as it was generated, before anyone wrote into it. */
export interface GeneratedDraft {
  readonly lines: readonly string[];
  /** In the order of the draft. */
  readonly entries: readonly DraftEntry[];
  /** The line of numbers (편수, 쓴 날 …), where the template shows it. */
  readonly numbersLine?: number;
  /** The lines of the picture (잔디, a chart), where the template shows one; it has no blank lines. */
  readonly picture?: LineSpan;
}

/** Lines of a text, 0-based; `end` is the line after the last. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

export function linesOfEntry(draft: GeneratedDraft, entry: DraftEntry): readonly string[] {
  return draft.lines.slice(entry.start, entry.end);
}

/**
 * Noncharacters (U+FDD2 …, which no text may hold) that stand in a draft while it is rendered and tell where its parts
 * came from.
 */
const ENTRY_START = "\uFDD2";
const ENTRY_ID_END = "\uFDD3";
const ENTRY_END = "\uFDD4";
const NUMBERS = "\uFDD5";
const PICTURE_START = "\uFDD6";
const PICTURE_END = "\uFDD7";
const ANY_MARK = /\uFDD2\d+\uFDD3|[\uFDD4-\uFDD7]/g;

/** An entry's title and body with marks around them, for the template to place as it likes. */
export function markEntry(index: number, heading: string, body: string): { heading: string; body: string } {
  const marked = `${ENTRY_START}${index}${ENTRY_ID_END}${heading}`;
  return body === "" ? { heading: marked + ENTRY_END, body } : { heading: marked, body: body + ENTRY_END };
}

export function markNumbers(numbers: string): string {
  return NUMBERS + numbers;
}

/** None stays none: templates ask whether there is a picture. */
export function markPicture(picture: string): string {
  return picture === "" ? "" : PICTURE_START + picture + PICTURE_END;
}

/** Takes the marks out of a rendered draft and remembers where they were. `notes` are the ids of the marked entries by index. */
export function readMarks(rendered: string, notes: readonly string[]): GeneratedDraft {
  const entries: DraftEntry[] = [];
  let numbersLine: number | undefined;
  let pictureStart: number | undefined;
  let picture: LineSpan | undefined;
  let open: { note: string; start: number } | undefined;
  const lines = rendered.split("\n").map((line, number) => {
    for (const [mark] of line.matchAll(ANY_MARK)) {
      if (mark === NUMBERS) {
        numbersLine ??= number;
      } else if (mark === PICTURE_START) {
        pictureStart = number;
      } else if (mark === PICTURE_END) {
        if (pictureStart !== undefined) picture ??= { start: pictureStart, end: number + 1 };
      } else if (mark === ENTRY_END) {
        if (open !== undefined) entries.push({ ...open, end: number + 1 });
        open = undefined;
      } else {
        // A title that is followed by another one was only a mention, as in a list of contents.
        const note = notes[Number(mark.slice(1, -1))];
        open = note === undefined ? undefined : { note, start: number };
      }
    }
    return line.replace(ANY_MARK, "");
  });
  return { lines, entries, ...(numbersLine !== undefined && { numbersLine }), ...(picture && { picture }) };
}

/**
 * A draft with the origins that its marked rendering shows. A template may count or cut what it is given and so show
 * something else where there are marks: then nothing is known of where its lines came from.
 */
export function withOrigins(text: string, marked: GeneratedDraft | undefined): GeneratedDraft {
  const lines = text.split("\n");
  return marked?.lines.length === lines.length ? { ...marked, lines } : { lines, entries: [] };
}

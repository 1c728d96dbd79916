import type { Day } from "../calendar/day.ts";
import { describeDay } from "../calendar/koreanDay.ts";
import { isForModels } from "../chat/forModels.ts";
import { dayOfNote, type Note, noteId } from "../note/note.ts";
import type { ParseMarkdown } from "../text/markdown.ts";
import type { DueNote } from "./dueNotes.ts";
import type { Exchange } from "./examiner.ts";
import { markOf, ownText } from "./history/gist.ts";
import type { NoteMark } from "./history/recallEvent.ts";
import { noteBlocks } from "./noteBlocks.ts";
import { askAbout, type Question } from "./question/askAbout.ts";
import type { CardState, ReadingState } from "./recallState.ts";

/** A note as its file has it now. */
export interface NoteNow {
  readonly note: Note;
  /** Of the whole file. */
  readonly text: string;
}

/** A note that is asked about: what it says, how it is asked, and what was answered. */
export interface Card {
  /** Its place in the round; tells one card from another. */
  readonly number: number;
  readonly note: Note;
  /** The note's own text. */
  readonly own: string;
  /** By which its answer is kept. */
  readonly mark: NoteMark;
  /** Whether a language model may be shown the note. */
  readonly isForModels: boolean;
  question: Question;
  answer: string;
  sent: readonly Exchange[];
  isSentShown: boolean;
  remark?: string | undefined;
}

/** @returns `undefined` for a note without a word */
export function newCard(number: number, due: DueNote, { note, text }: NoteNow): Card | undefined {
  const own = ownText(note, text);
  if (own === "") return undefined;
  return {
    ...{ number, note: due.note, own, mark: markOf(note, text) },
    // Private is what says so now, and what said so when it was found: its encoding is not told by its text.
    isForModels: isForModels(due.note) && isForModels(note),
    question: askAbout({ id: noteId(note), title: note.title, text: own, reviews: due.reviews }),
    ...{ answer: "", sent: [], isSentShown: false },
  };
}

/** What the page shows of a card at every step. */
export function cardState(card: Card, place: Pick<CardState, "position" | "total">): CardState {
  return {
    card: card.number,
    ...place,
    question: card.question,
    answer: card.answer,
    hasSent: card.sent.length > 0,
    sent: card.isSentShown ? card.sent.map(({ model, sent }) => ({ model, text: sent })) : undefined,
    remark: card.remark,
  };
}

/** The note as it stands beside the answer. */
export function shownNote({ note, own, mark }: Card, today: Day, parse: ParseMarkdown): ReadingState["note"] {
  const day = dayOfNote(note);
  return { title: mark.title, day: day === undefined ? "" : describeDay(day, today), ...noteBlocks(own, parse) };
}

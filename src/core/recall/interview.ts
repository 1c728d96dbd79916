import type { Instant } from "../calendar/clock.ts";
import type { Day } from "../calendar/day.ts";
import { parseDay } from "../calendar/day.ts";
import { describeDay } from "../calendar/koreanDay.ts";
import { isForModels } from "../chat/forModels.ts";
import { type Note, noteId } from "../note/note.ts";
import type { ParseMarkdown } from "../text/markdown.ts";
import type { DueNote } from "./dueNotes.ts";
import { type ExaminedNote, type Examiner, type Exchange, type FindExaminer, remarkOf } from "./examiner.ts";
import { markOf, ownText } from "./history/gist.ts";
import type { RecallEvent, Recalled } from "./history/recallEvent.ts";
import { noteBlocks } from "./noteBlocks.ts";
import { askAbout, type Question } from "./question/askAbout.ts";
import type { EndState, RecallState } from "./recallState.ts";

export interface InterviewPorts {
  readonly today: Day;
  readonly parseMarkdown: ParseMarkdown;
  readonly findExaminer?: FindExaminer | undefined;
  now(): Instant;
  /** @throws when the note is gone or cannot be read */
  readText(note: Note): Promise<string>;
  /** Resolves when it is on disk. @throws when it cannot be written */
  record(event: RecallEvent): Promise<void>;
  /** What is shown now. */
  show(state: RecallState): void;
  /** What is due after this, and whether there is a place that topics are shown in. */
  outlook(): Promise<Pick<EndState, "more" | "next" | "canShowTopics">>;
}

interface Card {
  readonly number: number;
  readonly due: DueNote;
  readonly text: string;
  readonly own: string;
  question: Question;
  answer: string;
  sent: Exchange[];
  isSentShown: boolean;
  remark?: string | undefined;
  /** Why the model did not help with this. */
  failure?: string | undefined;
}

/** The longest a model's question may be; what is longer is no question. */
const LONGEST_QUESTION = 2_000;
/** A model that does not come to an end is listened to no longer. */
const LONGEST_SAYING = 8_000;

/** One round of questions: which is asked, what was answered, and what is shown of it. */
export class Interview {
  readonly #ports: InterviewPorts;
  readonly #notes: readonly DueNote[];
  readonly #answers: { readonly card: Card; readonly recalled: Recalled | "skipped" }[] = [];
  #next = 0;
  #card: Card | undefined;
  #state: RecallState = { step: "loading" };
  #model = { aborted: false };
  #isRecording = false;

  constructor(notes: readonly DueNote[], ports: InterviewPorts) {
    this.#notes = notes;
    this.#ports = ports;
  }

  get isOver(): boolean {
    return this.#state.step === "end";
  }

  /** Tells what is shown once more, to a page that has come back. */
  tell(): void {
    this.#ports.show(this.#state);
  }

  /** The note of a question of this round. */
  noteOf(card: number): Note | undefined {
    if (this.#card?.number === card) return this.#card.due.note;
    return this.#answers.find((answered) => answered.card.number === card)?.card.due.note;
  }

  /** Asks about the next note, or ends the round. Notes that have gone or are empty by now are passed over. */
  async goOn(): Promise<void> {
    this.#stopModel();
    this.#card = undefined;
    while (this.#next < this.#notes.length) {
      const number = this.#next++;
      const due = this.#notes[number];
      const card = due && (await this.#cardOf(due, number));
      if (card === undefined) continue;
      this.#card = card;
      await this.#ask(card);
      return;
    }
    await this.end();
  }

  async #cardOf(due: DueNote, number: number): Promise<Card | undefined> {
    const { note, reviews } = due;
    const text = await this.#ports.readText(note).catch(() => undefined);
    if (text === undefined) return undefined;
    const own = ownText(note, text);
    if (own === "") return undefined;
    const question = askAbout({ id: noteId(note), title: note.title, text: own, reviews });
    return { number, due, text, own, question, answer: "", sent: [], isSentShown: false };
  }

  async #ask(card: Card): Promise<void> {
    const examiner = await this.#examinerFor(card);
    if (this.#card !== card) return;
    if (examiner === undefined) {
      this.#showAsking(card);
      return;
    }
    this.#showAsking(card, "");
    const cancellation = this.#startModel();
    void this.#listen(
      card,
      cancellation,
      () => examiner.ask(examined(card), cancellation),
      (text) => this.#showAsking(card, text),
    ).then((said) => {
      if (cancellation.aborted || this.#card !== card || this.#state.step !== "asking") return;
      const text = said?.trim() ?? "";
      if (/\p{L}/u.test(text) && text.length <= LONGEST_QUESTION) card.question = { asked: "model", text, hints: [] };
      else card.remark = `${card.failure ?? "모델이 질문을 만들지 못했어요."} 노트로 물어볼게요.`;
      this.#showAsking(card);
    });
  }

  /** Private notes are asked about without a model. */
  async #examinerFor({ due: { note } }: Card): Promise<Examiner | undefined> {
    return isForModels(note) ? this.#ports.findExaminer?.().catch(() => undefined) : undefined;
  }

  /** Asks with the note's own question instead of waiting for the model's. */
  askWithoutModel(card: number): void {
    if (this.#state.step !== "asking" || this.#card?.number !== card) return;
    this.#stopModel();
    this.#showAsking(this.#card);
  }

  /** All a model says; `undefined` when it fails. */
  async #listen(
    card: Card,
    cancellation: { readonly aborted: boolean },
    ask: () => Promise<Exchange>,
    onText: (text: string) => void,
  ): Promise<string | undefined> {
    card.failure = undefined;
    try {
      const exchange = await ask();
      if (cancellation.aborted || this.#card !== card) return undefined;
      card.sent = [...card.sent, exchange];
      let text = "";
      for await (const piece of exchange.said) {
        if (cancellation.aborted || this.#card !== card) return undefined;
        text += piece;
        onText(text);
        if (text.length > LONGEST_SAYING) break;
      }
      return text;
    } catch (error) {
      // Whatever it was, the note itself can ask; the examiner has written it to the log.
      card.failure = remarkOf(error);
      return undefined;
    }
  }

  #startModel(): { aborted: boolean } {
    this.#stopModel();
    this.#model = { aborted: false };
    return this.#model;
  }

  #stopModel(): void {
    this.#model.aborted = true;
  }

  /** Shows all that was sent to a model for the present question, or hides it again. */
  showSent(card: number): void {
    const present = this.#card;
    if (present?.number !== card) return;
    present.isSentShown = !present.isSentShown;
    const { step } = this.#state;
    if (step === "asking" || step === "reading") this.#show({ ...this.#state, ...this.#cardState(present) });
  }

  /** Keeps what is written so far, for a page that is hidden and comes back. */
  keep(card: number, answer: string): void {
    if (this.#card?.number !== card || !("answer" in this.#state)) return;
    this.#card.answer = answer;
    this.#state = { ...this.#state, answer };
  }

  /** Shows the note beside the answer, and has the model compare the two. */
  async reveal(card: number, answer: string): Promise<void> {
    const present = this.#card;
    if (present?.number !== card || this.#state.step !== "asking") return;
    this.#stopModel();
    this.keep(card, answer);
    const { note } = present.due;
    const { blocks, isCut } = noteBlocks(present.own, this.#ports.parseMarkdown);
    const day = dayOf(note);
    this.#show({
      step: "reading",
      ...this.#cardState(present),
      note: { title: note.title, day: day === undefined ? "" : describeDay(day, this.#ports.today), blocks, isCut },
    });
    if (answer.trim() !== "") await this.#judge(present, answer);
  }

  async #judge(card: Card, answer: string): Promise<void> {
    const examiner = await this.#examinerFor(card);
    if (examiner === undefined || this.#card !== card) return;
    const cancellation = this.#startModel();
    this.#showVerdict(card, { text: "", isDone: false });
    const said = await this.#listen(
      card,
      cancellation,
      () => examiner.judge(examined(card), questionInWords(card.question), answer, cancellation),
      (text) => this.#showVerdict(card, { text, isDone: false }),
    );
    if (cancellation.aborted || this.#card !== card) return;
    const text = said?.trim() ?? "";
    if (text === "") card.remark = `${card.failure ?? "모델이 답을 견주지 못했어요."} 노트를 보고 골라 주세요.`;
    this.#showVerdict(card, text === "" ? undefined : { text, isDone: true });
  }

  #showVerdict(card: Card, verdict: { readonly text: string; readonly isDone: boolean } | undefined): void {
    if (this.#state.step !== "reading" || this.#card !== card) return;
    this.#show({ ...this.#state, ...this.#cardState(card), verdict });
  }

  /** Stops what the model is saying; what it has said stays. */
  stopModel(card: number): void {
    if (this.#card?.number !== card) return;
    if (this.#state.step === "asking") this.askWithoutModel(card);
    else if (this.#state.step === "reading") {
      this.#stopModel();
      const { verdict } = this.#state;
      this.#showVerdict(this.#card, verdict?.text ? { ...verdict, isDone: true } : undefined);
    }
  }

  /** Keeps how well it was recalled, and goes on once that is on disk. @throws when it cannot be written; the question stays */
  async judge(card: number, recalled: Recalled): Promise<void> {
    const present = this.#card;
    // A second click while the first is being written is no second answer.
    if (present?.number !== card || this.#state.step !== "reading" || this.#isRecording) return;
    this.#isRecording = true;
    try {
      const { asked } = present.question;
      const mark = markOf(present.due.note, present.text);
      await this.#ports.record({ at: this.#ports.now(), ...mark, event: "review", recalled, asked });
      this.#answers.push({ card: present, recalled });
    } finally {
      this.#isRecording = false;
    }
    await this.goOn();
  }

  async skip(card: number): Promise<void> {
    const present = this.#card;
    if (present?.number !== card || this.#isRecording) return;
    this.#answers.push({ card: present, recalled: "skipped" });
    await this.goOn();
  }

  /** Ends the round; what was answered is kept already. */
  async end(): Promise<void> {
    this.#stopModel();
    this.#card = undefined;
    this.#next = this.#notes.length;
    const of = (recalled: Recalled | "skipped") => this.#answers.filter((answer) => answer.recalled === recalled);
    const outlook = await this.#ports.outlook();
    this.#show({
      step: "end",
      counts: { known: of("known").length, hazy: of("hazy").length, unknown: of("unknown").length },
      skipped: of("skipped").length,
      unknown: of("unknown").map(({ card }) => ({ card: card.number, title: card.due.note.title })),
      ...outlook,
    });
  }

  #cardState(card: Card) {
    return {
      card: card.number,
      position: this.#answers.length + 1,
      total: this.#notes.length - (card.number - this.#answers.length),
      question: card.question,
      answer: card.answer,
      hasSent: card.sent.length > 0,
      sent: card.isSentShown ? card.sent.map(({ model, sent }) => ({ model, text: sent })) : undefined,
      remark: card.remark,
    };
  }

  #showAsking(card: Card, making?: string): void {
    if (this.#card === card) this.#show({ step: "asking", ...this.#cardState(card), making });
  }

  #show(state: RecallState): void {
    this.#state = state;
    this.#ports.show(state);
  }
}

function dayOf({ date }: Note): Day | undefined {
  return date?.precision === "day" ? parseDay(date.text) : undefined;
}

function examined({ due: { note }, own }: Card): ExaminedNote {
  const day = dayOf(note);
  return { title: note.title, text: own, tags: note.tags, ...(day !== undefined && { day }) };
}

/** A question as one text, for a model. */
export function questionInWords({ text, hints, cloze }: Question): string {
  const sentence = cloze?.map((part) => part ?? "____").join("");
  return [text, ...(sentence === undefined ? [] : [sentence]), ...hints.map((hint) => `- ${hint}`)].join("\n");
}

import type { Instant } from "../calendar/clock.ts";
import type { Day } from "../calendar/day.ts";
import { isForModels } from "../chat/forModels.ts";
import { type Note, noteId } from "../note/note.ts";
import type { ParseMarkdown } from "../text/markdown.ts";
import { type Card, cardState, type NoteNow, newCard, shownNote } from "./card.ts";
import type { DueNote } from "./dueNotes.ts";
import type { Examiner, FindExaminer } from "./examiner.ts";
import type { RecallEvent, Recalled } from "./history/recallEvent.ts";
import { ModelTurn } from "./modelTurn.ts";
import type { CardState, EndState, Outlook, RecallState } from "./recallState.ts";

export interface InterviewPorts {
  readonly today: Day;
  readonly parseMarkdown: ParseMarkdown;
  readonly findExaminer?: FindExaminer | undefined;
  /** What was being answered when the round before this one was left. */
  readonly unfinished?: UnfinishedAnswer | undefined;
  now(): Instant;
  /** `undefined` when the note has gone or cannot be read. */
  readNow(note: Note): Promise<NoteNow | undefined>;
  /** Resolves when it is on disk. @throws when it cannot be written */
  record(event: RecallEvent): Promise<void>;
  /** What is shown now. */
  show(state: RecallState): void;
  /** @throws when it cannot be found out */
  outlook(): Promise<Outlook>;
}

/** What was written about a note that was not judged. */
export interface UnfinishedAnswer {
  /** `noteId` */
  readonly note: string;
  readonly answer: string;
}

/** One round of questions: which is asked, what was answered, and what is shown of it. */
export class Interview {
  readonly #ports: InterviewPorts;
  readonly #notes: readonly DueNote[];
  readonly #answers: { readonly card: Card; readonly recalled: Recalled | "skipped" }[] = [];
  #next = 0;
  #card: Card | undefined;
  #state: RecallState = { step: "loading" };
  #turn: ModelTurn | undefined;
  #isRecording = false;
  #isEnding = false;
  #unfinished: UnfinishedAnswer | undefined;

  constructor(notes: readonly DueNote[], ports: InterviewPorts) {
    this.#notes = notes;
    this.#ports = ports;
    this.#unfinished = ports.unfinished;
  }

  get isOver(): boolean {
    return this.#state.step === "end";
  }

  /** What is to be handed to the next round, so that nothing written is lost with this one. */
  get unfinished(): UnfinishedAnswer | undefined {
    const card = this.#card;
    if (card === undefined || card.answer.trim() === "") return this.#unfinished;
    return { note: card.mark.note, answer: card.answer };
  }

  /** Tells what is shown once more, to a page that has come back. */
  tell(): void {
    this.#ports.show(this.#state);
  }

  /** The note of a question of this round. */
  noteOf(card: number): Note | undefined {
    if (this.#card?.number === card) return this.#card.note;
    return this.#answers.find((answered) => answered.card.number === card)?.card.note;
  }

  /** Asks about the next note, or ends the round. Notes that have gone or are empty by now are passed over. */
  async goOn(): Promise<void> {
    this.#turn?.stop();
    this.#card = undefined;
    for (;;) {
      const number = this.#next++;
      const due = this.#notes[number];
      if (due === undefined) break;
      const now = await this.#ports.readNow(due.note);
      if (this.#isEnding) return;
      const card = now && newCard(number, due, now);
      if (card === undefined) continue;
      if (this.#unfinished?.note === noteId(due.note)) {
        card.answer = this.#unfinished.answer;
        this.#unfinished = undefined;
      }
      this.#card = card;
      await this.#ask(card);
      return;
    }
    await this.end();
  }

  async #ask(card: Card): Promise<void> {
    const examiner = await this.#examinerFor(card);
    if (this.#card !== card) return;
    if (examiner === undefined) {
      this.#showAsking(card);
      return;
    }
    this.#showAsking(card, "");
    const turn = this.#newTurn(card);
    void turn
      .makeQuestion(examiner, (text) => this.#showAsking(card, text))
      .then((isOver) => {
        if (isOver && this.#state.step === "asking") this.#showAsking(card);
      });
  }

  /** Private notes are asked about without a model. */
  async #examinerFor(card: Card): Promise<Examiner | undefined> {
    // Whoever finds it has written to the log why there is none.
    return card.isForModels ? this.#ports.findExaminer?.().catch(() => undefined) : undefined;
  }

  /** A note may become private, or go, while it is asked about. */
  async #isStillForModels(card: Card): Promise<boolean> {
    const now = card.isForModels ? await this.#ports.readNow(card.note) : undefined;
    return now !== undefined && isForModels(now.note);
  }

  /** What a model said before is over. */
  #newTurn(card: Card): ModelTurn {
    this.#turn?.stop();
    this.#turn = new ModelTurn(card);
    return this.#turn;
  }

  /** Asks with the note's own question instead of waiting for the model's. */
  askWithoutModel(card: number): void {
    if (this.#state.step !== "asking" || this.#card?.number !== card) return;
    this.#turn?.stop();
    this.#showAsking(this.#card);
  }

  /** Shows all that was sent to a model for the present question, or hides it again. */
  showSent(card: number): void {
    const present = this.#card;
    if (present?.number !== card) return;
    present.isSentShown = !present.isSentShown;
    const { step } = this.#state;
    if (step === "asking" || step === "reading") this.#show({ ...this.#state, ...this.#stateOf(present) });
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
    this.#turn?.stop();
    this.keep(card, answer);
    // What was said of the question is over with it.
    present.remark = undefined;
    const { today, parseMarkdown } = this.#ports;
    this.#show({
      step: "reading",
      ...this.#stateOf(present),
      note: shownNote(present, today, parseMarkdown),
    });
    if (answer.trim() !== "") await this.#compare(present, answer);
  }

  async #compare(card: Card, answer: string): Promise<void> {
    const examiner = (await this.#isStillForModels(card)) ? await this.#examinerFor(card) : undefined;
    if (examiner === undefined || this.#card !== card) return;
    this.#showVerdict(card, { text: "", isDone: false });
    const onText = (text: string): void => this.#showVerdict(card, { text, isDone: false });
    const text = await this.#newTurn(card).compare(examiner, answer, onText);
    if (text !== undefined) this.#showVerdict(card, text === "" ? undefined : { text, isDone: true });
  }

  #showVerdict(card: Card, verdict: { readonly text: string; readonly isDone: boolean } | undefined): void {
    if (this.#state.step !== "reading" || this.#card !== card) return;
    this.#show({ ...this.#state, ...this.#stateOf(card), verdict });
  }

  /** Stops what the model is saying; what it has said stays. */
  stopModel(card: number): void {
    if (this.#card?.number !== card) return;
    if (this.#state.step === "asking") this.askWithoutModel(card);
    else if (this.#state.step === "reading") {
      this.#turn?.stop();
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
      await this.#ports.record({ at: this.#ports.now(), ...present.mark, event: "review", recalled, asked });
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

  /** Ends the round; what was answered is kept already. @throws what `outlook` throws, when the end is shown without it */
  async end(): Promise<void> {
    this.#isEnding = true;
    this.#turn?.stop();
    this.#unfinished = this.unfinished;
    this.#card = undefined;
    const of = (recalled: Recalled | "skipped") => this.#answers.filter((answer) => answer.recalled === recalled);
    const end: EndState = {
      step: "end",
      counts: { known: of("known").length, hazy: of("hazy").length, unknown: of("unknown").length },
      skipped: of("skipped").length,
      unknown: of("unknown").map(({ card }) => ({ card: card.number, title: card.mark.title })),
    };
    try {
      this.#show({ ...end, outlook: await this.#ports.outlook() });
    } catch (error) {
      this.#show(end);
      throw error;
    }
  }

  #stateOf(card: Card): CardState {
    return cardState(card, {
      position: this.#answers.length + 1,
      total: this.#notes.length - (card.number - this.#answers.length),
    });
  }

  #showAsking(card: Card, making?: string): void {
    if (this.#card === card) this.#show({ step: "asking", ...this.#stateOf(card), making });
  }

  #show(state: RecallState): void {
    this.#state = state;
    this.#ports.show(state);
  }
}

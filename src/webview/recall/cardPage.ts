import { RECALLED, RECALLED_WORDS, type Recalled } from "../../core/recall/history/recallEvent.ts";
import { questionInWords } from "../../core/recall/question/questionInWords.ts";
import type { AskingState, ReadingState } from "../../core/recall/recallState.ts";
import { html, textButton } from "../dom.ts";
import { blockElements } from "./blocks.ts";
import { editor, fillPage, hide, plainButton, say } from "./page.ts";
import { questionElement } from "./questionElement.ts";
import { SentPart } from "./sentPart.ts";
import { VerdictPart } from "./verdictPart.ts";

const isMac = /Mac/.test(navigator.userAgent);

/** A question on the page: what is said of it changes while it is shown, and what the person has written stays theirs. */
export class CardPage {
  readonly #question = html("div", {});
  readonly #remark = html("p", { class: "quiet" });
  readonly #making: HTMLElement;
  readonly #sent: SentPart;
  readonly #verdict: VerdictPart;
  readonly #answer: HTMLTextAreaElement | undefined;
  #said: string | undefined;

  constructor(state: AskingState | ReadingState) {
    const { card, position, total } = state;
    const stop = plainButton("기다리지 않고 묻기", () => editor.ask({ type: "stopModel", card }));
    this.#making = html("p", { class: "quiet making" }, "모델이 질문을 만들고 있어요. ", stop);
    this.#sent = new SentPart(card);
    this.#verdict = new VerdictPart(card);
    const bar = html(
      "div",
      { class: "bar" },
      html("p", { class: "quiet" }, `${position} / ${total}`),
      html(
        "div",
        { class: "actions" },
        this.#sent.button,
        plainButton("건너뛰기", () => editor.ask({ type: "skip", card })),
        plainButton("그만하기", () => editor.ask({ type: "stop" }), "Escape"),
      ),
    );
    this.#answer = state.step === "asking" ? answerField(state) : undefined;
    const below = this.#answer === undefined ? [] : [labelledAnswer(this.#answer, card)];
    const beside = state.step === "reading" ? readingElements(state, this.#verdict.element) : [];
    this.update(state);
    fillPage([bar, this.#sent.element, this.#question, this.#making, this.#remark, ...below, ...beside]);
  }

  /** What is in the field; `undefined` where there is none. */
  get answer(): string | undefined {
    return this.#answer?.value;
  }

  update(state: AskingState | ReadingState): void {
    const { question, remark = "" } = state;
    const making = state.step === "asking" ? state.making : undefined;
    if (making !== undefined) this.#question.replaceChildren(html("h1", { class: "question" }, making || "…"));
    else if (this.#question.dataset.shown !== JSON.stringify(question)) {
      this.#question.replaceChildren(questionElement(question));
    }
    this.#question.dataset.shown = making === undefined ? JSON.stringify(question) : "";
    if (making === undefined) hide(this.#making, this.#answer);
    else this.#making.hidden = false;
    this.#remark.hidden = remark === "";
    this.#remark.textContent = remark;
    this.#sent.update(state);
    this.#say(state, making !== undefined);
    if (state.step === "reading") this.#verdict.update(state.verdict);
  }

  /** What a model is about to ask is said once, when it is whole. */
  #say({ step, position, question, remark = "" }: AskingState | ReadingState, isMaking: boolean): void {
    const words = isMaking
      ? "모델이 질문을 만들고 있어요."
      : [remark, step === "asking" ? `질문 ${position}. ${questionInWords(question, "빈칸")}` : ""].join(" ").trim();
    if (words === this.#said) return;
    this.#said = words;
    say(words);
  }
}

function answerField({ answer, card }: AskingState): HTMLTextAreaElement {
  const field = html("textarea", { id: "answer", rows: 6, "aria-describedby": "answer-keys", "data-focus": "" });
  field.value = answer;
  field.addEventListener("input", () => editor.ask({ type: "keep", card, answer: field.value }));
  return field;
}

function labelledAnswer(field: HTMLTextAreaElement, card: number): HTMLElement {
  const reveal = textButton("노트 보기", () => editor.ask({ type: "reveal", card, answer: field.value }));
  reveal.className = "main";
  reveal.setAttribute("aria-keyshortcuts", isMac ? "Meta+Enter" : "Control+Enter");
  reveal.append(html("kbd", { "aria-hidden": "true" }, isMac ? "⌘Enter" : "Ctrl+Enter"));
  return html(
    "div",
    { class: "answering" },
    html("label", { for: "answer" }, "기억나는 대로 적어 보세요. 적지 않고 노트를 봐도 괜찮아요."),
    field,
    html(
      "div",
      { class: "row" },
      reveal,
      html("span", { class: "quiet", id: "answer-keys" }, "적은 답은 어디에도 저장하지 않아요."),
    ),
  );
}

function readingElements({ answer, card, note }: ReadingState, verdict: HTMLElement): readonly HTMLElement[] {
  const written =
    answer.trim() === "" ? html("p", { class: "quiet" }, "적은 것이 없어요.") : html("p", { class: "written" }, answer);
  return [
    html(
      "div",
      { class: "beside" },
      html("section", { "aria-labelledby": "mine" }, html("h2", { id: "mine" }, "내 답"), written, verdict),
      html(
        "section",
        { class: "note", "aria-labelledby": "note" },
        html("h2", { id: "note", tabindex: -1, "data-focus": "" }, note.title),
        html("p", { class: "quiet" }, note.day),
        ...blockElements(note.blocks),
        ...(note.isCut ? [html("p", { class: "quiet" }, "노트가 길어서 여기까지만 보여요.")] : []),
        textButton("노트 열기", () => editor.ask({ type: "openNote", card })),
      ),
    ),
    html(
      "div",
      { class: "judging", role: "group", "aria-label": "얼마나 알고 있었나요?" },
      html("p", { class: "how" }, "얼마나 알고 있었나요?"),
      html("div", { class: "row" }, ...RECALLED.map((recalled, index) => judgement(card, recalled, index + 1))),
    ),
  ];
}

function judgement(card: number, recalled: Recalled, key: number): HTMLElement {
  const button = textButton(RECALLED_WORDS[recalled], () => editor.ask({ type: "judge", card, recalled }));
  button.className = `main ${recalled}`;
  button.setAttribute("aria-keyshortcuts", String(key));
  button.prepend(html("kbd", { "aria-hidden": "true" }, String(key)));
  return button;
}

import { RECALLED, type Recalled } from "../../core/recall/history/recallEvent.ts";
import type { AskingState, EndState, ReadingState, RecallState } from "../../core/recall/recallState.ts";
import { html, textButton } from "../dom.ts";
import { connect } from "../editor.ts";
import type { RecallNews, RecallRequest } from "../messages/recall.ts";
import { isRecallNews } from "../messages/recallNews.ts";
import { blockElements } from "./blocks.ts";
import { questionElement } from "./questionElement.ts";

const editor = connect<RecallRequest, RecallNews, never>(isRecallNews, (_): _ is never => false);

const ANSWERS: Readonly<Record<Recalled, string>> = {
  known: "알아요",
  hazy: "가물가물해요",
  unknown: "모르겠어요",
};

const isMac = /Mac/.test(navigator.userAgent);

const said = html("p", { class: "said", role: "status" });
const page = html("div", { class: "page" });
let state: RecallState = { step: "loading" };
let shown = "";

/** The parts of a question that change while it is shown. */
let parts: CardParts | undefined;

interface CardParts {
  readonly question: HTMLElement;
  readonly remark: HTMLElement;
  readonly making: HTMLElement;
  readonly answer: HTMLTextAreaElement | undefined;
  readonly verdict: HTMLElement;
  readonly showSent: HTMLButtonElement;
  readonly sent: HTMLElement;
}

function show(next: RecallState): void {
  state = next;
  const key = next.step === "asking" || next.step === "reading" ? `${next.step} ${next.card}` : next.step;
  if (key !== shown || next.step === "end") build(next);
  shown = key;
  if (next.step === "asking" || next.step === "reading") update(next);
}

function build(next: RecallState): void {
  parts = undefined;
  if (next.step === "loading") page.replaceChildren(html("p", { class: "quiet" }, "노트를 읽고 있어요."));
  else if (next.step === "noNotebook") {
    page.replaceChildren(
      html("p", {}, "노트 폴더를 고르면 오래전에 쓴 TIL을 물어볼게요."),
      textButton("노트 폴더 고르기", () => editor.ask({ type: "chooseNotebook" })),
    );
  } else if (next.step === "end") page.replaceChildren(...endElements(next));
  else page.replaceChildren(...cardElements(next));
  window.scrollTo(0, 0);
  // What is typed elsewhere, in the palette for one, goes on there.
  if (document.hasFocus()) focusFirst(next);
}

function focusFirst({ step }: RecallState): void {
  const first = page.querySelector<HTMLElement>(step === "asking" ? "textarea" : "[data-focus]");
  first?.focus({ preventScroll: true });
}

function cardElements(next: AskingState | ReadingState): readonly HTMLElement[] {
  const card = next.card;
  const question = html("div", {});
  const remark = html("p", { class: "quiet" });
  const making = html("p", { class: "quiet making" });
  const verdict = html("section", { class: "verdict", "aria-label": "모델이 견준 것" });
  const showSent = textButton("보낸 내용 보기", () => editor.ask({ type: "showSent", card }));
  showSent.className = "plain";
  const sent = html("section", { class: "sent", id: "sent", "aria-label": "모델에 보낸 내용" });
  showSent.setAttribute("aria-controls", "sent");
  const bar = html(
    "div",
    { class: "bar" },
    html("p", { class: "quiet" }, `${next.position} / ${next.total}`),
    html(
      "div",
      { class: "actions" },
      showSent,
      plain("건너뛰기", () => editor.ask({ type: "skip", card })),
      plain("그만하기", () => editor.ask({ type: "stop" }), "Escape"),
    ),
  );
  const answer = next.step === "asking" ? answerField(next) : undefined;
  parts = { question, remark, making, answer, verdict, showSent, sent };
  const below = answer === undefined ? [] : [labelledAnswer(answer, card)];
  return [
    bar,
    sent,
    question,
    making,
    remark,
    ...below,
    ...(next.step === "reading" ? readingElements(next, verdict) : []),
  ];
}

function plain(label: string, click: () => void, key?: string): HTMLButtonElement {
  const button = textButton(label, click);
  button.classList.add("plain");
  if (key !== undefined) {
    button.setAttribute("aria-keyshortcuts", key);
    button.append(html("kbd", { "aria-hidden": "true" }, key === "Escape" ? "Esc" : key));
  }
  return button;
}

function answerField({ answer, card }: AskingState): HTMLTextAreaElement {
  const field = html("textarea", { id: "answer", rows: 6, "aria-describedby": "answer-keys" });
  field.value = answer;
  field.addEventListener("input", () => editor.ask({ type: "keep", card, answer: field.value }));
  field.addEventListener("keydown", (event) => {
    // A syllable that is being composed is not finished by this Enter.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    editor.ask({ type: "reveal", card, answer: field.value });
  });
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

function readingElements(next: ReadingState, verdict: HTMLElement): readonly HTMLElement[] {
  const { answer, card, note } = next;
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
  const button = textButton(ANSWERS[recalled], () => editor.ask({ type: "judge", card, recalled }));
  button.className = `main ${recalled}`;
  button.setAttribute("aria-keyshortcuts", String(key));
  button.prepend(html("kbd", { "aria-hidden": "true" }, String(key)));
  return button;
}

/** Puts in what may have changed: the question, what a model says, a remark. What the person has written stays theirs. */
function update(next: AskingState | ReadingState): void {
  if (parts === undefined) return;
  const isMaking = next.step === "asking" && next.making !== undefined;
  const question = JSON.stringify(next.question);
  if (parts.question.dataset.shown !== question || isMaking) {
    parts.question.replaceChildren(
      isMaking
        ? html("h1", { class: "question", "aria-live": "off" }, next.making || "…")
        : questionElement(next.question),
    );
    if (isMaking) delete parts.question.dataset.shown;
    else {
      parts.question.dataset.shown = question;
      said.textContent = `${next.position}번째 질문. ${next.question.text}`;
    }
  }
  parts.making.hidden = !isMaking;
  if (isMaking && parts.making.childElementCount === 0) {
    const stop = plain("기다리지 않고 묻기", () => editor.ask({ type: "stopModel", card: next.card }));
    parts.making.replaceChildren("모델이 질문을 만들고 있어요. ", stop);
  }
  parts.remark.hidden = next.remark === undefined;
  parts.remark.textContent = next.remark ?? "";
  parts.showSent.hidden = !next.hasSent;
  parts.showSent.setAttribute("aria-expanded", String(next.sent !== undefined));
  parts.sent.hidden = next.sent === undefined;
  parts.sent.replaceChildren(
    ...(next.sent ?? []).flatMap(({ model, text }) => [
      html("h2", {}, `${model}에 보낸 내용`),
      html("pre", { tabindex: 0 }, text),
    ]),
  );
  if (next.step === "reading") showVerdict(next, parts.verdict);
}

function showVerdict({ verdict, card }: ReadingState, element: HTMLElement): void {
  element.hidden = verdict === undefined;
  if (verdict === undefined) return;
  const stop = plain("그만 듣기", () => editor.ask({ type: "stopModel", card }));
  element.replaceChildren(
    html("h2", {}, "모델이 견준 것"),
    html("p", { class: "written" }, verdict.text || "…"),
    ...(verdict.isDone ? [] : [stop]),
  );
  if (verdict.isDone) said.textContent = verdict.text;
}

function endElements({ counts, skipped, unknown, more, next, canShowTopics }: EndState): readonly HTMLElement[] {
  const answered = counts.known + counts.hazy + counts.unknown;
  const title = answered === 0 && skipped === 0 && more === 0 ? "지금 물어볼 TIL이 없어요" : "오늘은 여기까지";
  const heading = html("h1", { tabindex: -1, "data-focus": "" }, title);
  const lines: HTMLElement[] = [];
  if (answered > 0) {
    lines.push(
      html(
        "dl",
        { class: "counts" },
        ...RECALLED.map((recalled) =>
          html("div", { class: recalled }, html("dt", {}, ANSWERS[recalled]), html("dd", {}, String(counts[recalled]))),
        ),
      ),
    );
  }
  if (skipped > 0) lines.push(html("p", { class: "quiet" }, `${skipped}개는 건너뛰었어요.`));
  if (unknown.length > 0) {
    const notes = unknown.map(({ card, title }) =>
      html(
        "li",
        {},
        plain(title, () => editor.ask({ type: "openNote", card })),
      ),
    );
    lines.push(html("h2", {}, "글감이 된 TIL"), html("ul", { class: "topics" }, ...notes));
  }
  if (more > 0) lines.push(html("p", {}, `물어볼 TIL이 ${more}개 남아 있어요.`));
  else if (next !== "") lines.push(html("p", {}, `다음에 물어볼 날은 ${next}이에요.`));
  else if (answered === 0) lines.push(html("p", {}, "쓴 지 오래된 TIL이 생기면 물어볼게요."));
  const buttons = [
    ...(more > 0 ? [main("더 하기", () => editor.ask({ type: "again" }))] : []),
    ...(canShowTopics ? [textButton("글감 보기", () => editor.ask({ type: "showTopics" }))] : []),
    textButton("닫기", () => editor.ask({ type: "close" })),
  ];
  said.textContent = `${title}.`;
  return [heading, ...lines, html("div", { class: "row" }, ...buttons)];
}

function main(label: string, click: () => void): HTMLButtonElement {
  const button = textButton(label, click);
  button.className = "main";
  return button;
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === "Escape") {
    event.preventDefault();
    editor.ask({ type: state.step === "asking" || state.step === "reading" ? "stop" : "close" });
    return;
  }
  if (state.step !== "reading" || event.ctrlKey || event.altKey || event.metaKey) return;
  const recalled = RECALLED[Number(event.key) - 1];
  if (recalled === undefined || event.repeat) return;
  event.preventDefault();
  editor.ask({ type: "judge", card: state.card, recalled });
});

window.addEventListener("focus", () => {
  if (document.activeElement === document.body) focusFirst(state);
});

editor.listen((news) => show(news.state));
document.getElementById("page")?.append(said, page);
editor.ask({ type: "show" });

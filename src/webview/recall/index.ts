import { RECALLED } from "../../core/recall/history/recallEvent.ts";
import type { RecallState } from "../../core/recall/recallState.ts";
import { html, textButton } from "../dom.ts";
import { CardPage } from "./cardPage.ts";
import { showEnd } from "./endPage.ts";
import { editor, fillPage, focusFirst, mainButton } from "./page.ts";

let state: RecallState = { step: "loading" };
let shown = "";
let card: CardPage | undefined;

function show(next: RecallState): void {
  state = next;
  if (next.step === "asking" || next.step === "reading") {
    const key = `${next.step} ${next.card}`;
    if (key === shown) card?.update(next);
    else card = new CardPage(next);
    shown = key;
    return;
  }
  shown = next.step;
  card = undefined;
  if (next.step === "end") showEnd(next);
  else if (next.step === "loading") fillPage([html("p", { class: "quiet" }, "노트를 읽고 있어요.")]);
  else if (next.step === "failed") {
    const again = mainButton("다시 하기", () => editor.ask({ type: "again" }));
    again.dataset.focus = "";
    fillPage([html("p", {}, "물어볼 TIL을 찾지 못했어요. 알림을 보고 다시 해 주세요."), again]);
  } else {
    fillPage([
      html("p", {}, "노트 폴더를 고르면 오래전에 쓴 TIL을 물어볼게요."),
      textButton("노트 폴더 고르기", () => editor.ask({ type: "chooseNotebook" })),
    ]);
  }
}

document.addEventListener("keydown", (event) => {
  // A syllable that is being composed is not finished by this key.
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === "Escape") {
    event.preventDefault();
    editor.ask({ type: state.step === "asking" || state.step === "reading" ? "stop" : "close" });
  } else if (state.step === "asking" && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    editor.ask({ type: "reveal", card: state.card, answer: card?.answer ?? "" });
  } else if (state.step === "reading" && !(event.ctrlKey || event.altKey || event.metaKey || event.repeat)) {
    const recalled = RECALLED[Number(event.key) - 1];
    if (recalled === undefined) return;
    event.preventDefault();
    editor.ask({ type: "judge", card: state.card, recalled });
  }
});

window.addEventListener("focus", () => {
  if (document.activeElement === document.body) focusFirst();
});

editor.listen((news) => show(news.state));
editor.ask({ type: "show" });

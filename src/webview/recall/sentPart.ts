import type { CardState } from "../../core/recall/recallState.ts";
import { html } from "../dom.ts";
import { editor, plainButton } from "./page.ts";

/** What a model was sent, with the button that shows it. */
export class SentPart {
  readonly button: HTMLButtonElement;
  readonly element = html("section", { class: "sent", id: "sent", "aria-label": "모델에 보낸 내용" });
  #shown = "";

  constructor(card: number) {
    this.button = plainButton("보낸 내용 보기", () => editor.ask({ type: "showSent", card }));
    this.button.setAttribute("aria-controls", "sent");
  }

  update({ hasSent, sent }: Pick<CardState, "hasSent" | "sent">): void {
    this.button.hidden = !hasSent;
    this.button.setAttribute("aria-expanded", String(sent !== undefined));
    this.element.hidden = sent === undefined;
    const shown = JSON.stringify(sent ?? []);
    // Who is reading it keeps their place while the model goes on.
    if (shown === this.#shown) return;
    this.#shown = shown;
    const parts = (sent ?? []).flatMap(({ model, text }) => [
      html("h2", {}, `${model}에 보낸 내용`),
      html("pre", { tabindex: 0 }, text),
    ]);
    this.element.replaceChildren(...parts);
  }
}

import type { Saying } from "../../core/recall/recallState.ts";
import { html } from "../dom.ts";
import { editor, hide, plainButton, say } from "./page.ts";

/** What a model says of the answer, as it comes. */
export class VerdictPart {
  readonly element = html("section", { class: "verdict", "aria-label": "모델이 견준 것" });
  readonly #heading = html("h2", { tabindex: -1 }, "모델이 견준 것");
  readonly #text = html("p", { class: "written" });
  readonly #stop: HTMLButtonElement;

  constructor(card: number) {
    this.#stop = plainButton("그만 듣기", () => editor.ask({ type: "stopModel", card }));
    this.element.hidden = true;
  }

  update(verdict: Saying | undefined): void {
    if (verdict === undefined) {
      hide(this.element, document.getElementById("note") ?? undefined);
      this.element.replaceChildren();
      return;
    }
    if (this.element.childElementCount === 0) this.element.append(this.#heading, this.#text, this.#stop);
    this.element.hidden = false;
    this.#text.textContent = verdict.text || "…";
    if (!verdict.isDone) this.#stop.hidden = false;
    else if (!this.#stop.hidden) {
      hide(this.#stop, this.#heading);
      say(verdict.text);
    }
  }
}

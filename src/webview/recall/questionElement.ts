import type { Question } from "../../core/recall/question/askAbout.ts";
import { html } from "../dom.ts";

/** A question with what stands below it: the sentence with its blank, or what the note says of itself. */
export function questionElement({ text, hints, cloze, isCode }: Question): HTMLElement {
  const parts = [html("h1", { class: "question", tabindex: -1 }, text)];
  const below: HTMLElement[] = [];
  if (cloze !== undefined) {
    const words = cloze.map((part) => (part === null ? blank() : part));
    below.push(html(isCode === true ? "pre" : "p", { class: "cloze" }, ...words));
  }
  if (hints.length > 0) below.push(html("ul", { class: "hints" }, ...hints.map((hint) => html("li", {}, hint))));
  return html("div", {}, ...parts, ...below);
}

function blank(): HTMLElement {
  return html("span", { class: "blank", role: "img", "aria-label": "빈칸" }, "____");
}

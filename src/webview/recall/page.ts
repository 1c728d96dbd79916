import { html, textButton } from "../dom.ts";
import { connect } from "../editor.ts";
import type { RecallNews, RecallRequest } from "../messages/recall.ts";
import { isRecallNews } from "../messages/recallNews.ts";

/** The extension on the other side; it remembers what the page shows. */
export const editor = connect<RecallRequest, RecallNews, never>(isRecallNews, (_): _ is never => false);

const said = html("p", { class: "said", role: "status" });
const page = html("div", { class: "page" });
document.getElementById("page")?.append(said, page);

/** Has a screen reader say something. */
export function say(text: string): void {
  said.textContent = text;
}

/** Shows these instead of what was there. */
export function fillPage(elements: readonly HTMLElement[]): void {
  page.replaceChildren(...elements);
  window.scrollTo(0, 0);
  // What is typed elsewhere, in the palette for one, goes on there.
  if (document.hasFocus()) focusFirst();
}

/** Puts the keyboard where this page begins. */
export function focusFirst(): void {
  page.querySelector<HTMLElement>("[data-focus]")?.focus({ preventScroll: true });
}

/** Hides an element; the keyboard goes elsewhere if it was there. */
export function hide(element: HTMLElement, next: HTMLElement | undefined): void {
  const hadFocus = element.contains(document.activeElement);
  element.hidden = true;
  if (hadFocus) next?.focus({ preventScroll: true });
}

export function mainButton(label: string, click: () => void): HTMLButtonElement {
  const button = textButton(label, click);
  button.className = "main";
  return button;
}

/** A button that looks like a link, and says the key that does the same. */
export function plainButton(label: string, click: () => void, key?: "Escape"): HTMLButtonElement {
  const button = textButton(label, click);
  button.classList.add("plain");
  if (key !== undefined) {
    button.setAttribute("aria-keyshortcuts", key);
    button.append(html("kbd", { "aria-hidden": "true" }, "Esc"));
  }
  return button;
}

import { RECALLED, RECALLED_WORDS } from "../../core/recall/history/recallEvent.ts";
import type { EndState } from "../../core/recall/recallState.ts";
import { html, textButton } from "../dom.ts";
import { editor, fillPage, mainButton, plainButton, say } from "./page.ts";

/** How a round went, and how it goes on. */
export function showEnd({ counts, skipped, unknown, outlook }: EndState): void {
  const answered = counts.known + counts.hazy + counts.unknown;
  const isNothing = answered === 0 && skipped === 0 && outlook?.more === 0;
  const title = isNothing ? "지금 물어볼 TIL이 없어요" : "오늘은 여기까지";
  const lines: HTMLElement[] = [html("h1", { tabindex: -1, "data-focus": "" }, title)];
  const aloud: string[] = [];
  if (answered > 0) {
    lines.push(
      html(
        "dl",
        { class: "counts" },
        ...RECALLED.map((recalled) =>
          html(
            "div",
            { class: recalled },
            html("dt", {}, RECALLED_WORDS[recalled]),
            html("dd", {}, String(counts[recalled])),
          ),
        ),
      ),
    );
    aloud.push(`${RECALLED.map((recalled) => `${RECALLED_WORDS[recalled]} ${counts[recalled]}개`).join(", ")}.`);
  }
  if (skipped > 0) lines.push(html("p", { class: "quiet" }, `${skipped}개는 건너뛰었어요.`));
  if (unknown.length > 0) {
    const notes = unknown.map(({ card, title: name }) =>
      html(
        "li",
        {},
        plainButton(name, () => editor.ask({ type: "openNote", card })),
      ),
    );
    lines.push(html("h2", {}, "글감이 된 TIL"), html("ul", { class: "topics" }, ...notes));
  }
  const next = outlookLine(outlook, answered);
  if (next !== "") lines.push(html("p", {}, next));
  fillPage([...lines, html("div", { class: "row" }, ...buttons(outlook?.more ?? 0))]);
  say([`${title}.`, ...aloud, next].filter((text) => text !== "").join(" "));
}

function outlookLine(outlook: EndState["outlook"], answered: number): string {
  if (outlook === undefined) return "";
  if (outlook.more > 0) return `물어볼 TIL이 ${outlook.more}개 남아 있어요.`;
  if (outlook.next !== "") return `다음에 물어볼 날은 ${outlook.next}이에요.`;
  return answered === 0 ? "쓴 지 오래된 TIL이 생기면 물어볼게요." : "";
}

function buttons(more: number): readonly HTMLElement[] {
  return [
    ...(more > 0 ? [mainButton("더 하기", () => editor.ask({ type: "again" }))] : []),
    textButton("글감 보기", () => editor.ask({ type: "showTopics" })),
    textButton("닫기", () => editor.ask({ type: "close" })),
  ];
}

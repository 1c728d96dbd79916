import type { Span } from "../../retro/entry/inlineSource.ts";
import { wrapsOfCode } from "../../retro/entry/keepFromLiquid.ts";
import { isJekyll } from "../../retro/site.ts";
import type { DraftText } from "../draftText.ts";
import type { Check } from "../finding.ts";
import { lineSpanOf } from "../lineSpan.ts";

/** `{{` and `{%` in code, which Jekyll fills in before it reads the Markdown; elsewhere in a post they may be meant. */
export const checkLiquid: Check = (draft, { site }) =>
  !isJekyll(site)
    ? []
    : wrapsOfCode(draft.body.text, draft.parse).map((wrap) => ({
        ...shownSpan(draft, wrap),
        code: "liquid",
        severity: "error",
        message: "코드 속의 {{나 {%를 Jekyll이 Liquid로 읽어요. raw로 감싸면 그대로 보여요.",
        fixes: [{ title: "raw로 감싸기", edits: draft.editsInText([wrap]) }],
      }));

/** The code, or the first line of a fence. */
function shownSpan(draft: DraftText, { start, end }: Span): Span {
  return draft.body.text.slice(start, end).includes("\n")
    ? lineSpanOf(draft, start)
    : { start: draft.toText(start), end: draft.toText(end) };
}

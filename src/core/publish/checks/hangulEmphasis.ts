import { emphasisGaps } from "../../retro/entry/mendEmphasis.ts";
import { isJekyll } from "../../retro/site.ts";
import type { Check } from "../finding.ts";
import { lineSpanOf } from "../lineSpan.ts";

/** `**용어(Term)**를` stays asterisks wherever CommonMark is read; Jekyll's kramdown takes it for what it is meant. */
export const checkEmphasis: Check = (draft, { site }) =>
  isJekyll(site)
    ? []
    : emphasisGaps(draft.body.text, draft.parse).map((gaps) => ({
        ...lineSpanOf(draft, gaps[0]?.start ?? 0),
        code: "emphasis",
        severity: "warning",
        message: "괄호나 따옴표가 한글과 맞닿아 강조(**)가 별표 그대로 보여요.",
        fixes: [{ title: "강조로 보이게 고치기", edits: draft.editsInText(gaps) }],
      }));

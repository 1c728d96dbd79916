import type { Instant } from "../../calendar/clock.ts";
import { parseDay } from "../../calendar/day.ts";
import { civilDayAt, instantOf } from "../../calendar/zone.ts";
import { dateFromStamp } from "../../note/dateEvidence/dateFromStamp.ts";
import { scalarField } from "../../note/frontMatter/field.ts";
import { isJekyll } from "../../retro/site.ts";
import type { DraftText } from "../draftText.ts";
import { type Check, type Finding, firstLine } from "../finding.ts";
import { dateForPost } from "../plan/dateForPost.ts";

/** Jekyll and Hugo leave out a post of the future, and on a machine in UTC one of today without an offset is that. */
export const checkDate: Check = (draft, { site, now, dayRule, isDraft, publishedAt }) => {
  const written = scalarField(draft.frontMatter, "date");
  if (!isJekyll(site) && site !== "hugo") return [];
  const { timeZone } = dayRule;
  const stamp = written === undefined ? undefined : dateFromStamp(written, timeZone);
  const day = stamp && parseDay(stamp.date.text);
  const stated = stamp?.instant ?? (day && instantOf(day, 0, timeZone));
  const at = publishedAt ?? stated;
  const found = (message: string, title: string, instant: Instant): readonly Finding[] => {
    const dated = dateForPost(draft.text, instant, timeZone);
    const fixes = dated.ok ? [{ title, edits: dated.edits }] : [];
    return [{ ...dateSpan(draft, written), code: "future-date", severity: "error", message, fixes }];
  };
  if (at !== undefined && at > now) {
    const message = "앞날의 글이라 블로그가 그때까지 건너뛰어요. 날을 지금이나 지난 때로 바꿔 주세요.";
    return found(message, "지금으로 바꾸기", now);
  }
  const hasOffset = written !== undefined && /(?:Z|UTC|GMT|[+-]\d{1,2}:?\d{2})\s*$/i.test(written);
  // Publishing writes the offset itself.
  if (isDraft || stated === undefined || hasOffset || day !== civilDayAt(now, timeZone)) return [];
  const message = "date에 시간대(+0900)가 없어 UTC로 빌드하면 앞날의 글로 여겨 건너뛸 수 있어요.";
  return found(message, "시간대 적기", stated);
};

/** The written value, or the first line. */
function dateSpan(draft: DraftText, written: string | undefined): { start: number; end: number } {
  const { block } = draft.frontMatter;
  const at = block && written ? draft.text.indexOf(written, block.contentStart) : -1;
  return at === -1 || written === undefined || at >= (block?.contentEnd ?? 0)
    ? firstLine(draft)
    : { start: at, end: at + written.length };
}

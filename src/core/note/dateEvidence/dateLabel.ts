const LABEL = String.raw`(?:(?:첫\s?)?(?:작성|기록|등록|생성|정리|작업|학습|공부|스터디|탐구|분석|실습|발표|진행|수강|강의|수업|풀이|푼|해결|오늘)(?:한|의)?\s?(?:일자|날짜|일시|일|날)|날짜|일자|일시`;

/** Of a solution, as the browser extension BaekjoonHub writes it; in other places it is the day until which a task is due. */
const SUBMITTED = String.raw`제출\s?(?:일자|날짜|일시)`;

/** Of another's paper or film it is the day, too: a moment to the millisecond is one that a program wrote of the page itself. */
const PUBLISHED = String.raw`published(?=\s?[:：](?:\*\*|__)?\s{0,3}\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)`;

/** A line that states its date: `작성일:`, `탐구 일자:`, `첫 학습날:`; not `마감일:`, `수정일:` or `출간일:`. */
export const DATE_LABEL_LINE = new RegExp(
  `^${LABEL}|(?:(?:recorded|written|created|posted|published|study|learned)\\s)?date|created|${PUBLISHED})(?:\\*\\*|__)?\\s{0,10}(?:::|[:：])\\s?`,
  "i",
);

/** The same as a key of front matter, whatever picture stands before it. */
export const DATE_LABEL_KEY = new RegExp(`^[^\\p{L}\\p{N}]{0,8}${LABEL})$`, "u");

/** The same as a heading of its own, the date below it: `## 작성일`, and what a page handed in to a judge has. */
export const DATE_LABEL_HEADING = new RegExp(`^${LABEL}|${SUBMITTED}|date|created)$`, "i");

import { searchable } from "../../text/hangul.ts";

/** A title with the number that tells its post from the others of a series. */
export interface SeriesTitle {
  /** What all posts of the series have in common, to be compared. */
  readonly key: string;
  /** What the series is called. */
  readonly name: string;
  readonly number: number;
  /** What stands before and after the number in all of its titles, the counter included. */
  readonly before: string;
  readonly after: string;
  /** How many digits the number has at least: `03편`. */
  readonly digits: number;
  /** Whether one such title alone tells of a series; the others need a second post. */
  readonly isSure: boolean;
}

/** Counters of Hangul, the longer ones first. Those that one post alone makes a series of. */
const SURE_COUNTERS = ["번째 글", "번째 이야기", "차시", "회차", "주차", "일차", "챕터", "편", "강", "화"];
/** These count other things as often: `3장의 사진`, `2회 실패`. Behind a name they are sure as well. */
const COUNTERS = ["번째", "회", "장", "부", "탄"];

const HANGUL_COUNTER = new RegExp(
  `(제\\s?)?(?<![\\d.])(\\d{1,4})\\s?(${[...SURE_COUNTERS, ...COUNTERS].join("|")})(?![가-힣])`,
);
const LATIN_COUNTER = /\b(part|episode|ep|vol|volume|chapter|ch|day|week)([.\s]{0,2})(\d{1,4})(?!\d)/i;
const NUMBER_SIGN = /(#|No\.?\s?)(\d{1,4})(?!\d)/;
/** `이름 (3)`, `이름 [3]`, `이름 - 3`, `이름 3` */
const AT_END = /^(.*[^\s\d.,([-])([\s([-]{1,3})(\d{1,3})([)\]]?)\s*$/;

interface Found {
  readonly start: number;
  readonly number: string;
  readonly before: string;
  readonly after: string;
  readonly end: number;
  readonly isSure: boolean;
}

/** `undefined` for a title without a number that could be one of a series. */
export function seriesTitle(title: string): SeriesTitle | undefined {
  const text = title.normalize("NFC").trim();
  const found = text.length > LONGEST ? undefined : findCounter(text);
  if (found === undefined) return undefined;
  const lead = text.slice(0, found.start);
  const rest = text.slice(found.end);
  // A number in front is followed by the name, any other by what this one post is about.
  const isInFront = nameOf(lead) === "";
  const [shared] = isInFront ? splitSubtitle(rest) : [""];
  const name = nameOf(isInFront ? shared : lead);
  // `5월 3주차`, `2025년 2회`: a date and no name.
  if (/^[\d\s년월일.-]*$/.test(name)) return undefined;
  const before = lead + found.before;
  const after = found.after + shared;
  return {
    key: [lead, found.before, found.after, shared].map(keyOf).join("|"),
    name,
    number: Number(found.number),
    before,
    after,
    digits: found.number.startsWith("0") ? found.number.length : 1,
    isSure: found.isSure || (!isInFront && COUNTERS.some((counter) => found.after.endsWith(counter))),
  };
}

/** The title of a series' next post, without what that post alone is about. */
export function numberedTitle({ before, after, digits }: SeriesTitle, number: number): string {
  return `${before}${String(number).padStart(digits, "0")}${after}`;
}

/** No title that a person reads is longer. */
const LONGEST = 300;

function findCounter(text: string): Found | undefined {
  const hangul = HANGUL_COUNTER.exec(text);
  if (hangul !== null) {
    const [whole, order = "", number = "", counter = ""] = hangul;
    const digits = whole.indexOf(number);
    return found(
      hangul.index,
      whole,
      order,
      number,
      whole.slice(digits + number.length),
      SURE_COUNTERS.includes(counter),
    );
  }
  const latin = LATIN_COUNTER.exec(text);
  if (latin !== null) {
    const [whole, word = "", space = "", number = ""] = latin;
    return found(latin.index, whole, word + space, number, "", true);
  }
  const sign = NUMBER_SIGN.exec(text);
  if (sign !== null) {
    const [whole, mark = "", number = ""] = sign;
    return found(sign.index, whole, mark, number, "", false);
  }
  const [whole = "", lead = "", before = "", number = "", after = ""] = AT_END.exec(text) ?? [];
  return whole === "" ? undefined : found(lead.length, whole.slice(lead.length), before, number, after, false);
}

function found(start: number, whole: string, before: string, number: string, after: string, isSure: boolean): Found {
  return { start, end: start + whole.length, before, number, after, isSure };
}

/** The part of a title that other posts have too, and what follows it: `카프카: 리밸런싱`. */
function splitSubtitle(text: string): readonly [shared: string, subtitle: string] {
  const match = /\s*(?::\s|\s[-–—|]\s)/.exec(text);
  const shared = match === null ? text : text.slice(0, match.index);
  // `4:ByteByteGo` has a number of its own and no subtitle.
  return match === null || nameOf(shared) === "" ? [text, ""] : [shared, text.slice(match.index)];
}

/** Without the marks and brackets around it. */
function nameOf(text: string): string {
  const bare = text.replace(/^[\s\d:.,|\-–—()]+|[\s:.,|\-–—([]+$/g, "");
  return /^\[([^[\]]*)\]$/.exec(bare)?.[1]?.trim() ?? bare;
}

/** Other numbers in it may differ from post to post. */
function keyOf(text: string): string {
  return searchable(text).replace(/\d+/g, "0").replace(/\s+/g, "");
}

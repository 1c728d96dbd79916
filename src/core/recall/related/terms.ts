import { searchable } from "../../text/hangul.ts";
import { isParticle, koreanStem } from "./koreanStem.ts";

/** A word that a text says something with. */
export interface Term {
  /** As it is compared: a stem of Hangul, or a Latin identifier as it is, without letter case. */
  readonly key: string;
  /** As the text has it first. */
  readonly shown: string;
  readonly count: number;
}

/** `만료된`, `TTL`, `max.poll.interval.ms`, `C++`; numbers alone say nothing. */
const WORD = /[가-힣]+|[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*[+#]{0,2}/g;

const HANGUL = /^[가-힣]/;

/** A single letter or syllable says too little. */
const SHORTEST = 2;
/** What is longer is no word: a hash, a key, a line of base64. */
const LONGEST = 40;

/** Words that stand in every note, as stems. */
const COMMON: ReadonlySet<string> = new Set(
  [
    "있다 있는 있고 있을 있어 있었다 없다 없는 없고 없이 한다 하는 하고 하면 해서 했다 된다 되는 되고 되면 같다 같은 같이 많은 많이 않는 않고 않다 않은 않음 않게 아니다 아니라",
    "그리고 그러나 하지만 그래서 그런 그런데 이런 저런 어떤 모든 다른 때문 경우 정도 부분 사용 방법 내용 생각 오늘 이번 다음 이전 우리 여기 거기 하나 자신 대해 대한 통해 위해 위한 따라 관련 이후 가장 바로 다시 먼저 함께 그냥 조금 매우 아주",
    "공부 정리 학습 문제 사람 시간 가지 이것 그것 무엇 어떻게 왜냐하면 것이다 것을 것은 것이 것도 수도 해야 하지 되지 글감 노트 토막 토막글",
    "the and for with from this that are was were not you your but can has have will it is of to in on at by as or an be if we my no so do til",
  ].flatMap((words) => words.split(" ")),
);

/** The terms of a text by their key, in the order of their first place. */
export function termsOf(text: string): ReadonlyMap<string, Term> {
  const terms = new Map<string, Term>();
  for (const [word] of text.normalize("NFC").matchAll(WORD)) {
    if (word.length > LONGEST || isParticle(word)) continue;
    const shown = HANGUL.test(word) ? koreanStem(word) : word;
    const key = searchable(shown);
    if (key.length < SHORTEST || COMMON.has(key) || COMMON.has(word)) continue;
    const known = terms.get(key);
    terms.set(key, known === undefined ? { key, shown, count: 1 } : { ...known, count: known.count + 1 });
  }
  return terms;
}

/** Whether a text with these terms has a term: for Hangul also where it begins a longer word (`만료` in `만료키`). */
export function hasTerm(terms: ReadonlyMap<string, unknown>, key: string): boolean {
  if (terms.has(key)) return true;
  if (!HANGUL.test(key)) return false;
  for (const other of terms.keys()) if (other.startsWith(key)) return true;
  return false;
}

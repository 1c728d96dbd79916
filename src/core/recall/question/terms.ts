import type { Sentence } from "./sentences.ts";

/** Words that say too little to be asked for. */
const COMMON: ReadonlySet<string> = new Set(
  "경우 때문 사용 이용 내용 부분 방법 하나 모두 자신 우리 여기 저기 무엇 어디 다음 이후 이전 정도 이것 그것 저것 이유 결과 문제 생각 오늘 어제 필요 가능 존재 시간 사람 예시 참고 출처 정리 공부 이번 각각 서로 전체 나머지".split(
    " ",
  ),
);

/** A word of Latin letters that a particle stands behind is a name or a term, never a verb. */
const LATIN_TERM =
  /(?<![A-Za-z0-9_.@/#-])([A-Za-z][A-Za-z0-9.+#_-]{0,38}[A-Za-z0-9+#])(?=(?:은|는|이|가|을|를|의|에|에서|에게|로|으로|와|과|도|만|이란|란|이나)(?![가-힣]))/g;

/** Particles that only nouns have; what stands before 은, 는, 이 and 가 is as often a verb. */
const NOUN = /(?<![가-힣A-Za-z0-9])([가-힣]{2,12}?)(?:를|에서|에게|으로|부터|까지|이란|란|라는)(?![가-힣])/g;

/** What ends in 적 is no noun by itself (전체적으로), and a particle may stand before another: 어디까지를. */
const NO_NOUN = /(?:적|까지|부터|에서|에게|마다|처럼|만큼|대로)$/;

/** Nouns of Hangul, known by a particle that stands behind them somewhere in the note. */
export function nounsIn(sentences: readonly Sentence[]): ReadonlySet<string> {
  const nouns = new Set<string>();
  for (const { text } of sentences) {
    for (const [, noun = ""] of text.matchAll(NOUN)) if (!COMMON.has(noun) && !NO_NOUN.test(noun)) nouns.add(noun);
  }
  return nouns;
}

/** What could be left out of a sentence: first what the note sets apart, then terms in Latin letters, then nouns. Each once. */
export function termsIn({ text, terms }: Sentence, nouns: ReadonlySet<string>): readonly string[] {
  const marked = terms.map(({ start, end }) => text.slice(start, end).trim());
  const latin = [...text.matchAll(LATIN_TERM)].map(([, term = ""]) => term);
  const words = [...text.matchAll(/(?<![가-힣A-Za-z0-9])([가-힣]{2,12}?)(?:은|는|이|가|을|를)(?![가-힣])/g)].flatMap(
    ([, word = ""]) => (nouns.has(word) ? [word] : []),
  );
  return [...new Set([...marked, ...latin, ...words])].filter(isTerm);
}

function isTerm(term: string): boolean {
  return (
    term.length >= 2 && term.length <= 40 && /[\p{L}\p{N}]/u.test(term) && !/^\d+$/.test(term) && !COMMON.has(term)
  );
}

const KEYWORDS: ReadonlySet<string> = new Set(
  "const let function return import export from default class public private static void final this else while true false null undefined async await string number boolean print echo with where select from using namespace package".split(
    " ",
  ),
);

/** The longest name in a line of code that is no word of the language. */
export function nameIn(line: string): string | undefined {
  const names = [...line.matchAll(/[A-Za-z_][A-Za-z0-9_-]{3,38}/g)]
    .map(([name]) => name)
    .filter((name) => !KEYWORDS.has(name.toLowerCase()));
  return names.sort((one, other) => other.length - one.length)[0];
}

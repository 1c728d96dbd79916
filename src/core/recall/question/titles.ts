import { nfc } from "../../text/nfc.ts";

/** Whether a title already says what there is to know: a whole sentence that is no question. */
export function isStatement(title: string): boolean {
  const words = nfc(title).trim().replace(/[.!]$/, "");
  if (!/\s/.test(words)) return false;
  if (/(?:있음|없음|않음|같음|아님|됨|해야 함|필요함|가능함|못함)$/.test(words)) return true;
  if (/(?:[어아해세예죠네]|이에)요$/.test(words)) return true;
  return words.endsWith("다") && isVerbStem(words.charAt(words.length - 2));
}

/** Final consonants before the 다 of a sentence: ㄴ, ㄶ, ㅄ, ㅆ, ㅎ. `람다` has none of them. */
const FINALS = new Set([4, 6, 18, 20, 27]);

function isVerbStem(syllable: string): boolean {
  if ("이하되르니".includes(syllable)) return syllable !== "";
  const code = syllable.charCodeAt(0) - 0xac00;
  return code >= 0 && code < 11_172 && FINALS.has(code % 28);
}

/** Headings that any note could have. */
const COMMON_HEADINGS: ReadonlySet<string> = new Set(
  "개요 정리 내용 결론 참고 참고자료 참고문헌 참고링크 출처 링크 예제 예시 코드 풀이 결과 목차 느낀점 배운점 배운것 소감 후기 요약 서론 본론 마무리 마치며 들어가며 들어가기전에 기타 메모 tldr summary reference references conclusion overview introduction intro outro code solution example examples link links note notes contents".split(
    " ",
  ),
);

/** A longer heading is what there is to say. */
const LONGEST_HEADING = 60;

/** Whether a heading names what the part below it is about, and does not say it. */
export function tells(heading: string): boolean {
  const words = nfc(heading)
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, "");
  if (heading.length > LONGEST_HEADING || isStatement(heading)) return false;
  return !COMMON_HEADINGS.has(words) && !saysLittle(heading);
}

/** Whether a title names a day or a habit and nothing that could be known: `2025-05-01`, `5월 1일 TIL`, `Day 12`. */
export function saysLittle(title: string): boolean {
  const rest = nfc(title)
    .replace(/TIL|today i learned|오늘|배운|공부|정리|기록|학습|일지|일기|회차|주차|day|week|\d+/gi, "")
    .replace(/[\p{P}\p{S}\p{Z}]+/gu, "");
  return /^[년월일주차회것]*[월화수목금토일]?(?:요일)?$/.test(rest);
}

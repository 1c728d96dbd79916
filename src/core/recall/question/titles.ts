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

/** Whether a title names a day or a habit and nothing that could be known: `2025-05-01`, `5월 1일 TIL`, `Day 12`. */
export function saysLittle(title: string): boolean {
  const rest = nfc(title)
    .replace(/TIL|today i learned|오늘|배운|공부|정리|기록|학습|일지|일기|회차|주차|day|week|\d+/gi, "")
    .replace(/[\p{P}\p{S}\p{Z}]+/gu, "");
  return /^[년월일주차회것]*[월화수목금토일]?(?:요일)?$/.test(rest);
}

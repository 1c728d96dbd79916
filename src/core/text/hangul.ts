/** Unicode lays the 11,172 syllables out as 19 initials × 21 vowels × 28 finals from U+AC00 (The Unicode Standard, 3.12). */
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const FINALS = 28;
const SYLLABLES_PER_INITIAL = 21 * FINALS;

const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
/** By final number: what the final splits into when a vowel follows, as [what stays, the initial that moves on]. */
const FINAL_SPLITS: readonly (readonly [stays: number, moves: string])[] = [
  [0, ""],
  [0, "ㄱ"],
  [0, "ㄲ"],
  [1, "ㅅ"],
  [0, "ㄴ"],
  [4, "ㅈ"],
  [4, "ㅎ"],
  [0, "ㄷ"],
  [0, "ㄹ"],
  [8, "ㄱ"],
  [8, "ㅁ"],
  [8, "ㅂ"],
  [8, "ㅅ"],
  [8, "ㅌ"],
  [8, "ㅍ"],
  [8, "ㅎ"],
  [0, "ㅁ"],
  [0, "ㅂ"],
  [17, "ㅅ"],
  [0, "ㅅ"],
  [0, "ㅆ"],
  [0, "ㅇ"],
  [0, "ㅈ"],
  [0, "ㅊ"],
  [0, "ㅋ"],
  [0, "ㅌ"],
  [0, "ㅍ"],
  [0, "ㅎ"],
];

/** Consonants an input method joins when they are typed one after the other. */
const JOINED_CONSONANTS: ReadonlyMap<string, string> = new Map([
  ["ㄳ", "ㄱㅅ"],
  ["ㄵ", "ㄴㅈ"],
  ["ㄶ", "ㄴㅎ"],
  ["ㄺ", "ㄹㄱ"],
  ["ㄻ", "ㄹㅁ"],
  ["ㄼ", "ㄹㅂ"],
  ["ㄽ", "ㄹㅅ"],
  ["ㄾ", "ㄹㅌ"],
  ["ㄿ", "ㄹㅍ"],
  ["ㅀ", "ㄹㅎ"],
  ["ㅄ", "ㅂㅅ"],
]);

function isSyllable(code: number): boolean {
  return code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE;
}

/** The initial consonant (초성) of a syllable; `undefined` for any other character. */
export function initialOf(character: string): string | undefined {
  const code = character.charCodeAt(0);
  return isSyllable(code) ? INITIALS[Math.floor((code - FIRST_SYLLABLE) / SYLLABLES_PER_INITIAL)] : undefined;
}

function finalNumberOf(code: number): number {
  return (code - FIRST_SYLLABLE) % FINALS;
}

/** Text ready to be matched: composed, without letter case. */
export function searchable(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

/**
 * Where `query` stands in `text`, or -1. Both must be {@link searchable}.
 * A lone consonant matches any syllable that begins with it (`ㅌㅁㄱ` finds 토막글), and the last syllable
 * may be half typed: while 막 is being composed, `토마` already finds it, and `막` still finds 마구.
 * `ㄳ` stands for `ㄱㅅ` as well: some input methods join consonants typed one after the other.
 */
export function indexOfHangul(text: string, query: string): number {
  if (query === "") return 0;
  const found = firstMatch(text, query);
  const apart = found < 0 ? splitConsonants(query) : query;
  return apart === query ? found : firstMatch(text, apart);
}

function firstMatch(text: string, query: string): number {
  const last = text.length;
  for (let start = 0; start < last; start++) {
    if (matchesAt(text, start, query)) return start;
  }
  return -1;
}

function splitConsonants(query: string): string {
  return query.replace(/[ㄳㄵㄶㄺ-ㅀㅄ]/g, (joined) => JOINED_CONSONANTS.get(joined) ?? joined);
}

function matchesAt(text: string, start: number, query: string): boolean {
  const lastIndex = query.length - 1;
  for (let index = 0; index < lastIndex; index++) {
    if (!matchesCharacter(text, start + index, query.charAt(index))) return false;
  }
  return matchesHalfTyped(text, start + lastIndex, query.charAt(lastIndex));
}

function matchesCharacter(text: string, at: number, wanted: string): boolean {
  const character = text.charAt(at);
  return character === wanted || (character !== "" && initialOf(character) === wanted);
}

function matchesHalfTyped(text: string, at: number, wanted: string): boolean {
  if (matchesCharacter(text, at, wanted)) return true;
  const wantedCode = wanted.charCodeAt(0);
  const code = text.charCodeAt(at);
  if (!isSyllable(wantedCode) || !isSyllable(code)) return false;
  const final = finalNumberOf(wantedCode);
  if (final === 0) return code - finalNumberOf(code) === wantedCode;
  const open = wantedCode - final;
  // 갑 on the way to 값.
  if (code - finalNumberOf(code) === open && FINAL_SPLITS[finalNumberOf(code)]?.[0] === final) return true;
  const [stays, moves] = FINAL_SPLITS[final] ?? [0, ""];
  return code === open + stays && initialOf(text.charAt(at + 1)) === moves;
}

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

/** By vowel number, how many vowels in a row are typed beginning with it: ㅗ→ㅘㅙㅚ, ㅜ→ㅝㅞㅟ, ㅡ→ㅢ. */
const COMPOUND_VOWELS: ReadonlyMap<number, number> = new Map([
  [8, 4],
  [13, 4],
  [18, 2],
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

/** Lone initials as they stand in decomposed text (U+1100 ㄱ …), in the order of {@link INITIALS}. */
const CONJOINING_INITIALS = /[\u1100-\u1112]/g;

/** Text ready to be matched: composed, without letter case; a lone consonant is the one that a keyboard types. */
export function searchable(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(CONJOINING_INITIALS, (jamo) => INITIALS.charAt(jamo.charCodeAt(0) - 0x1100));
}

/** UTF-16 code units from the first to the last, both included. */
export type UnitRange = readonly [first: number, last: number];

/** What one code unit may be. */
export type UnitClass = readonly UnitRange[];

/**
 * How a text that is still being typed is matched. A lone consonant matches any syllable that begins with it (`ㅌㅁㄱ`
 * finds 토막글), and the last syllable may be half typed: while 막 is being composed, `토마` already finds it, and `막` still
 * finds 마구. `ㄳ` stands for `ㄱㅅ` as well: some input methods join consonants typed one after the other.
 */
export interface HangulPattern {
  /** One of these sequences of code units is a match. */
  readonly sequences: readonly (readonly UnitClass[])[];
  /** Source of a regular expression without quantifiers: its time is linear in the text. */
  readonly source: string;
}

/** @param query {@link searchable} and not empty */
export function hangulPattern(query: string): HangulPattern {
  const spellings = new Set([query, splitConsonants(query)]);
  const sequences = [...spellings].flatMap(sequencesOf);
  return { sequences, source: sequences.map((sequence) => sequence.map(sourceOf).join("")).join("|") };
}

/** A text that is matched as it is, as one that nobody is typing. @param text {@link searchable} and not empty */
export function exactPattern(text: string): HangulPattern {
  const sequence = text.split("").map((unit): UnitClass => [[unit.charCodeAt(0), unit.charCodeAt(0)]]);
  return { sequences: [sequence], source: sequence.map(sourceOf).join("") };
}

/**
 * Where `query` stands in `text`, or -1. Both must be {@link searchable}; see {@link HangulPattern} for what matches.
 */
export function indexOfHangul(text: string, query: string): number {
  return query === "" ? 0 : text.search(new RegExp(hangulPattern(query).source));
}

function splitConsonants(query: string): string {
  return query.replace(/[ㄳㄵㄶㄺ-ㅀㅄ]/g, (joined) => JOINED_CONSONANTS.get(joined) ?? joined);
}

function sequencesOf(query: string): readonly (readonly UnitClass[])[] {
  const before = Array.from(query.slice(0, -1).split(""), unitClass);
  return halfTyped(query.charAt(query.length - 1)).map((ending) => [...before, ...ending]);
}

function unitClass(character: string): UnitClass {
  const code = character.charCodeAt(0);
  const initial = INITIALS.indexOf(character);
  if (initial < 0) return [[code, code]];
  const first = FIRST_SYLLABLE + initial * SYLLABLES_PER_INITIAL;
  return [
    [code, code],
    [first, first + SYLLABLES_PER_INITIAL - 1],
  ];
}

/** How the text may go on from a last character that an input method has not finished. */
function halfTyped(character: string): readonly (readonly UnitClass[])[] {
  const code = character.charCodeAt(0);
  if (!isSyllable(code)) return [[unitClass(character)]];
  const final = finalNumberOf(code);
  // 고 on the way to 과 and 관, 마 on the way to 막.
  if (final === 0) return [[[[code, code + vowelsFrom(code) * FINALS - 1]]]];
  const open = code - final;
  // 갑 on the way to 값.
  const doubled = FINAL_SPLITS.flatMap(([stays], number): UnitRange[] =>
    stays === final ? [[open + number, open + number]] : [],
  );
  const [stays, moves] = FINAL_SPLITS[final] ?? [0, ""];
  return [[[[code, code], ...doubled]], [[[open + stays, open + stays]], unitClass(moves)]];
}

/** How many vowels in a row, the syllable's own included, are typed beginning with it: ㅗ, ㅘ, ㅙ, ㅚ. */
function vowelsFrom(code: number): number {
  const vowel = Math.floor((code - FIRST_SYLLABLE) / FINALS) % 21;
  return COMPOUND_VOWELS.get(vowel) ?? 1;
}

function sourceOf(unit: UnitClass): string {
  const ranges = unit.map(([first, last]) =>
    first === last ? unitSource(first) : `${unitSource(first)}-${unitSource(last)}`,
  );
  return `[${ranges.join("")}]`;
}

function unitSource(code: number): string {
  return `\\u${code.toString(16).padStart(4, "0")}`;
}

/** Numbers of the consonants in a row of initials; joined ones have one number in common. */
const JOINED_NUMBER = INITIALS.length + 1;

/**
 * The number of the consonant that a code unit is or begins with: 1–19 for the initials, 20 for a joined consonant
 * (ㄳ), 0 for what is no Hangul consonant or syllable.
 */
export function initialNumber(code: number): number {
  if (isSyllable(code)) return 1 + Math.floor((code - FIRST_SYLLABLE) / SYLLABLES_PER_INITIAL);
  if (code < FIRST_CONSONANT || code > LAST_CONSONANT) return 0;
  return CONSONANT_NUMBERS[code - FIRST_CONSONANT] ?? 0;
}

const FIRST_CONSONANT = 0x3131;
const LAST_CONSONANT = 0x314e;
const CONSONANT_NUMBERS: readonly number[] = Array.from(
  { length: LAST_CONSONANT - FIRST_CONSONANT + 1 },
  (_, index) => {
    const initial = INITIALS.indexOf(String.fromCharCode(FIRST_CONSONANT + index));
    return initial < 0 ? JOINED_NUMBER : initial + 1;
  },
);

/**
 * Text of as many different words as people write: a search has an easy time where all notes have the same hundred words.
 * Words are invented, their frequencies follow Zipf's law as those of real text do.
 */

const INITIALS = "ㄱㄱㄱㄴㄴㄷㄷㄹㄹㅁㅁㅂㅂㅅㅅㅅㅇㅇㅇㅇㅇㅈㅈㅊㅋㅌㅍㅎㅎ";
const ALL_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS = [0, 0, 0, 4, 4, 8, 8, 13, 18, 18, 20, 20, 20, 1, 5, 6, 9];
const FINALS = [0, 0, 0, 0, 0, 0, 4, 4, 8, 8, 1, 16, 21, 17, 20];
const ENDINGS = [
  "을",
  "를",
  "이",
  "가",
  "은",
  "는",
  "에",
  "에서",
  "으로",
  "의",
  "도",
  "",
  "",
  "했습니다",
  "합니다",
  "한다",
];
const LATIN = "redis kafka spring docker kubernetes java kotlin query index cache thread commit merge deploy".split(
  " ",
);
const WORDS = 30_000;

export interface InventedText {
  word(): string;
  /** An item of a list, with its line end. */
  line(): string;
}

/** @param random numbers from 0 up to 1 */
export function inventedText(random: () => number): InventedText {
  const pick = <Item>(items: ArrayLike<Item>): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  };
  const syllable = (): string =>
    String.fromCharCode(0xac00 + (ALL_INITIALS.indexOf(pick(INITIALS)) * 21 + pick(VOWELS)) * 28 + pick(FINALS));
  const words = Array.from({ length: WORDS }, (_, index) =>
    index % 12 === 5
      ? `${pick(LATIN)}${index < 200 ? "" : index}`
      : Array.from({ length: 1 + Math.floor(random() * 3.6) }, syllable).join(""),
  );
  // The word of rank r comes about 1/r as often as the first.
  const word = (): string => words[Math.floor(WORDS ** random()) - 1] ?? "";
  const line = (): string => {
    const count = 5 + Math.floor(random() * 12);
    return `- ${Array.from({ length: count }, () => `${word()}${pick(ENDINGS)}`).join(" ")}.\n`;
  };
  return { word, line };
}

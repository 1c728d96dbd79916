/** Particles (조사) by the sound they follow: after a consonant, after a vowel, after either. Longest first. */
const AFTER_CONSONANT = ["으로부터", "으로써", "으로서", "으로는", "으로도", "이라는", "이라고", "이라서"];
const AFTER_VOWEL = ["로부터", "로써", "로서", "로는", "로도", "라는", "라고", "라서"];
const AFTER_EITHER = ["에서부터", "에서는", "에서도", "에서의", "에게서", "까지는", "까지도", "부터는", "이라든지"];
const SHORT_AFTER_CONSONANT = ["으로", "이나", "이란", "과의", "과는", "과도", "은", "이", "을", "과"];
const SHORT_AFTER_VOWEL = ["로", "란", "와의", "와는", "와도", "는", "가", "를", "와"];
/** Not 도 and 만: `난이도`, `복잡도` end in it as often. */
const SHORT_AFTER_EITHER = [
  ...["까지", "부터", "에서", "에게", "한테", "처럼", "보다", "마다", "조차", "밖에", "만큼", "에는", "에도", "에선"],
  ...["의", "에"],
];

interface Ending {
  readonly text: string;
  readonly follows: "consonant" | "vowel" | "either";
}

const PARTICLES: readonly Ending[] = [
  ...[...AFTER_CONSONANT, ...SHORT_AFTER_CONSONANT].map((text) => ({ text, follows: "consonant" as const })),
  ...[...AFTER_VOWEL, ...SHORT_AFTER_VOWEL].map((text) => ({ text, follows: "vowel" as const })),
  ...[...AFTER_EITHER, ...SHORT_AFTER_EITHER].map((text) => ({ text, follows: "either" as const })),
].sort((a, b) => b.text.length - a.text.length);

const PARTICLE_TEXTS: ReadonlySet<string> = new Set(PARTICLES.map(({ text }) => text));

/** Whether a row of Hangul is nothing but a particle, as behind a Latin word: `Redis에서`. */
export function isParticle(word: string): boolean {
  return PARTICLE_TEXTS.has(word);
}

/** What makes verbs and sentences of nouns: `만료된`, `삭제하는`, `목적입니다`. Longest first. */
const VERB_ENDINGS: readonly string[] = [
  ...[
    "하였습니다",
    "되었습니다",
    "했습니다",
    "됐습니다",
    "이었습니다",
    "하는지",
    "되는지",
    "했는데",
    "됐는데",
    "하려면",
    "하려고",
  ],
  ...[
    "하도록",
    "되도록",
    "합니다",
    "됩니다",
    "입니다",
    "이에요",
    "해요",
    "돼요",
    "예요",
    "하는",
    "되는",
    "하고",
    "되고",
    "하면",
    "되면",
  ],
  ...[
    "하지",
    "되지",
    "하게",
    "되게",
    "하기",
    "되기",
    "하여",
    "되어",
    "해서",
    "돼서",
    "했다",
    "됐다",
    "한다",
    "된다",
    "하며",
    "되며",
  ],
  ...[
    "하다",
    "되다",
    "시킨",
    "시켜",
    "이다",
    "인데",
    "이며",
    "이고",
    "해야",
    "돼야",
    "했던",
    "됐던",
    "한",
    "된",
    "할",
    "될",
    "함",
    "됨",
    "해",
    "돼",
  ],
].sort((a, b) => b.length - a.length);

/** A stem says something from two syllables on. */
const SHORTEST = 2;

/**
 * A word of Hangul without its particle or ending: `캐시에서` → `캐시`, `만료된` → `만료`, `객체들을` → `객체`. Conservative:
 * where the sound before does not call for that particle (`트라이`), or too little would be left (`평가`, `정의`), the
 * word stays.
 *
 * @param word syllables in NFC
 */
export function koreanStem(word: string): string {
  const noun = withoutEnding(word) ?? word;
  return noun.endsWith("들") && noun.length > SHORTEST ? noun.slice(0, -1) : noun;
}

function withoutEnding(word: string): string | undefined {
  const verb = VERB_ENDINGS.find((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST);
  if (verb !== undefined) return word.slice(0, -verb.length);
  const particle = PARTICLES.find(({ text, follows }) => {
    const left = word.length - text.length;
    return left >= SHORTEST && word.endsWith(text) && fits(word.charCodeAt(left - 1), text, follows);
  });
  return particle && word.slice(0, -particle.text.length);
}

function fits(before: number, text: string, follows: Ending["follows"]): boolean {
  if (follows === "either") return true;
  // Syllables lie in rows of 28 by their final consonant, the first of which has none (The Unicode Standard, 3.12).
  const final = (before - 0xac00) % 28;
  // `로` follows ㄹ as well.
  if (final === 8 && text.startsWith("로")) return true;
  return (final !== 0) === (follows === "consonant");
}

/** A place in a sentence that a term was taken from. */
export interface Blank {
  readonly term: string;
  /** What was behind it, where its form tells how the term ends: shown in both forms. */
  readonly particle: string;
}

export type ClozePart = string | Blank;

/** Particles that tell whether the word before them ends in a consonant, with both their forms. */
const BOTH_FORMS: ReadonlyMap<string, string> = new Map([
  ["은", "은(는)"],
  ["는", "은(는)"],
  ["이", "이(가)"],
  ["가", "이(가)"],
  ["을", "을(를)"],
  ["를", "을(를)"],
  ["와", "와(과)"],
  ["과", "와(과)"],
  ["으로", "(으)로"],
  ["로", "(으)로"],
  ["이라는", "(이)라는"],
  ["라는", "(이)라는"],
  ["이란", "(이)란"],
  ["란", "(이)란"],
  ["이나", "(이)나"],
  ["나", "(이)나"],
]);

const PARTICLE = /^(?:으로|이?라는|이?란|이?나|[은는이가을를와과로])(?![가-힣])/;
/** Units that the longest particle and the letter behind it take. */
const LOOKED_AT = 4;

/** The sentence with every occurrence of the term left out; as it was where the term does not occur. */
export function leaveOut(sentence: string, term: string): readonly ClozePart[] {
  const parts: ClozePart[] = [];
  let position = 0;
  for (let at = sentence.indexOf(term); at !== -1 && term !== ""; at = sentence.indexOf(term, at + term.length)) {
    if (at < position || isWithinWord(sentence, at, term)) continue;
    if (at > position) parts.push(sentence.slice(position, at));
    position = at + term.length;
    const [particle = ""] = PARTICLE.exec(sentence.slice(position, position + LOOKED_AT)) ?? [];
    parts.push({ term, particle });
    position += particle.length;
  }
  if (position < sentence.length) parts.push(sentence.slice(position));
  return parts;
}

/** `GC` in `GCP` is not the term. Hangul words are made of others, so there a part of a word is. */
function isWithinWord(sentence: string, at: number, term: string): boolean {
  const joins = (one: string, other: string): boolean => /[A-Za-z0-9_]/.test(one) && /[A-Za-z0-9_]/.test(other);
  const end = at + term.length;
  return joins(sentence.charAt(at - 1), term.charAt(0)) || joins(term.slice(-1), sentence.charAt(end));
}

/** Whether what is left still has the term, in another case of its letters. */
export function givesAway(parts: readonly ClozePart[]): boolean {
  const terms = new Set(parts.flatMap((part) => (typeof part === "string" ? [] : [part.term.toLowerCase()])));
  return parts.some((part) => {
    if (typeof part !== "string") return false;
    const folded = part.toLowerCase();
    return [...terms].some((term) => leaveOut(folded, term).some((left) => typeof left !== "string"));
  });
}

/** The sentence with the terms put back. */
export function putBack(parts: readonly ClozePart[]): string {
  return parts.map((part) => (typeof part === "string" ? part : part.term + part.particle)).join("");
}

/** What stands behind a blank, telling nothing of the term. */
export function shownParticle({ particle }: Blank): string {
  return BOTH_FORMS.get(particle) ?? particle;
}

import { nfc } from "./nfc.ts";

/**
 * How long a text is to its reader: a syllable is one character however it is encoded, and so is a letter with its marks or
 * an emoji joined of several. Spaces do not count. Nothing of it depends on the machine's locale.
 */
export function countCharacters(text: string): number {
  let count = 0;
  let isJoined = false;
  for (const character of nfc(text).replace(/\s/g, "")) {
    if (character === JOINER) isJoined = true;
    else if (!MARK.test(character)) {
      if (!isJoined) count++;
      isJoined = false;
    }
  }
  return count;
}

const JOINER = "\u200D";

/** What stands on the character before it: accents, skin tones, the vowels and finals of old Hangul; and what has no width. */
const MARK = /^(?:[\p{M}\u200B\uFEFF\u1160-\u11FF\uD7B0-\uD7FF]|\p{Emoji_Modifier})$/u;

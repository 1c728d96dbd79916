const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
/** Initials that a keyboard puts below a syllable without a final, before a vowel tells that they begin the next one. */
const FINALS = [
  "",
  ..."ㄱㄲ",
  "",
  "ㄴ",
  "",
  "",
  "ㄷ",
  "ㄹ",
  "",
  "",
  "",
  "",
  "",
  "",
  "",
  "ㅁ",
  "ㅂ",
  "",
  ..."ㅅㅆㅇㅈㅊㅋㅌㅍㅎ",
];
const FIRST = 0xac00;

/** What stands in a field after each key on the way to a text: ㅋ, 카, 캎, 카프, 카픜, 카프카. */
export function keystrokes(text: string): readonly string[] {
  const states: string[] = [];
  let done = "";
  for (const character of text) {
    const code = character.charCodeAt(0) - FIRST;
    if (code < 0 || code >= 11_172) {
      states.push(done + character);
    } else {
      const initial = INITIALS.charAt(Math.floor(code / 588));
      states.push(joined(done, initial) ?? done + initial);
      states.push(done + String.fromCharCode(FIRST + code - (code % 28)));
      if (code % 28 > 0) states.push(done + character);
    }
    done += character;
  }
  return states;
}

function joined(before: string, initial: string): string | undefined {
  const code = before.charCodeAt(before.length - 1) - FIRST;
  const final = FINALS.indexOf(initial);
  const isOpen = code >= 0 && code < 11_172 && code % 28 === 0;
  return isOpen && final > 0 ? before.slice(0, -1) + String.fromCharCode(FIRST + code + final) : undefined;
}

/** 카프카 → ㅋㅍㅋ; what is no syllable stays. */
export function initialsOf(text: string): string {
  return Array.from(text, (character) => {
    const code = character.charCodeAt(0) - FIRST;
    return code < 0 || code >= 11_172 ? character : INITIALS.charAt(Math.floor(code / 588));
  }).join("");
}

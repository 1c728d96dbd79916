import { boundedText } from "./boundedText.ts";
import { composePrompt, type Prompt } from "./prompt.ts";

/** What a model is told of a note: its title and its own text, without the front matter. */
export interface AskedNote {
  readonly title: string;
  readonly text: string;
}

/** In UTF-16 units: a long TIL whole, and no more than a model takes in at one go. */
export const LONGEST_TITLE = 200;
export const LONGEST_NOTE = 6_000;

const RULES = [
  "당신은 개발자가 예전에 배워서 적어 둔 노트를 지금도 떠올릴 수 있는지 물어보는 사람입니다. 아래 규칙대로 질문을 하나 만드세요.",
  "",
  "- 노트에 적힌 것만으로 답할 수 있는 것을 물으세요. 노트에 없는 사실을 더하지 마세요.",
  "- 제목을 그대로 되묻지 말고, 무엇이 왜, 어떻게, 언제 그런지 물으세요.",
  "- 질문 안에 답을 넣지 마세요.",
  "- 한국어 해요체로 한두 문장, 150자 안쪽으로 쓰고 물음표로 끝내세요. 코드의 이름은 적힌 그대로 두세요.",
  "- 질문만 쓰세요. 인사, 설명, 목록, 코드 블록, 링크, HTML은 쓰지 마세요.",
  "- 물어볼 것이 노트에 없으면 `없음`이라고만 쓰세요.",
  "",
];

/** Asks for one question about a note. The same note gives the same text. */
export function questionPrompt(note: AskedNote): Prompt {
  return composePrompt(
    RULES,
    [{ name: "노트", value: noteMaterial(note) }],
    "노트는 여기까지입니다. 위의 규칙대로 질문 하나만 쓰세요.",
  );
}

export function noteMaterial({ title, text }: AskedNote): Readonly<Record<string, string>> {
  return {
    제목: boundedText(title.trim(), LONGEST_TITLE),
    글: boundedText(text.replace(/\r\n?/g, "\n").trim(), LONGEST_NOTE),
  };
}

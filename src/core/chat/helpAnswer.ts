import { type AnswerPart, asMarkdownText } from "./answerParts.ts";

/** Without a command: what @tomak does, and how to ask for what was typed. */
export function helpAnswer(prompt: string): readonly AnswerPart[] {
  const asked = prompt.trim();
  const lines = [
    ...(asked === "" ? [] : [`노트에서 찾으려면 이렇게 적어 주세요: /find ${asMarkdownText(asked.slice(0, 80))}\n`]),
    "노트에 대해 이렇게 물어보세요.\n",
    "- `/find 카프카 리밸런싱`: 제목, 태그, 본문에서 찾아요. `#태그`, `종류:til`, `지난달`, 초성도 돼요.",
    "- `/retro 지난달`: 한 달에 무엇을 썼는지 보고 회고를 만들어요.",
    "- `/quiz`: 예전에 적은 TIL을 떠올려 봐요.",
  ];
  return [{ markdown: lines.join("\n") }];
}

import type { Note } from "../note/note.ts";
import { boundedText } from "../recall/prompts/boundedText.ts";
import { type AnswerPart, asMarkdownLines, noteLink } from "./answerParts.ts";
import { type Quiz, recalledButtons } from "./quiz.ts";

const LONGEST_TEXT = 1_500;

/** After an answer: the note itself, and the buttons by which the person says how well it was recalled. */
export function judgedAnswer(note: Note, own: string, quiz: Quiz, canBeKept: boolean): readonly AnswerPart[] {
  return [
    { markdown: "\n\n---\n\n" },
    ...noteLink(note),
    { markdown: `\n\n${asMarkdownLines(boundedText(own.trim(), LONGEST_TEXT))}\n\n` },
    ...(canBeKept
      ? [{ markdown: "얼마나 떠올렸나요? 고르면 되묻기 기록에 적어요.\n" }, ...recalledButtons(quiz)]
      : [{ markdown: "신뢰하지 않는 작업 영역이라 기록하지 않아요. 신뢰한 뒤에 다시 물어봐 주세요.\n" }]),
  ];
}

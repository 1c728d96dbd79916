import type { Day } from "../calendar/day.ts";
import { describeDay } from "../calendar/koreanDay.ts";
import type { AnswerPart } from "./answerParts.ts";

/** `/quiz` when there is nothing to ask about here: when there will be, and what is asked about elsewhere. */
export function noQuizAnswer(hidden: number, next: Day | undefined, today: Day): readonly AnswerPart[] {
  if (hidden > 0) {
    return [
      {
        markdown: `비공개이거나 읽지 못한 TIL ${hidden}개만 남았어요. 채팅에서는 묻지 않으니 되묻기에서 떠올려 보세요.`,
      },
      { command: "askMe", title: "아는지 물어보기", arguments: [] },
    ];
  }
  const when =
    next === undefined
      ? "쓴 지 오래된 TIL이 생기면 물어볼게요."
      : `다음에 물어볼 날은 ${describeDay(next, today)}이에요.`;
  return [{ markdown: `지금 물어볼 TIL이 없어요. ${when}` }];
}

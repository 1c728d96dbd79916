import { InputBoxValidationSeverity, window } from "vscode";
import type { Day } from "../../core/calendar/day.ts";
import { describeDay, parseDayExpression } from "../../core/calendar/dayExpression.ts";

export interface DayQuestion {
  readonly title: string;
  readonly today: Day;
  readonly suggestion?: string;
  /** Why a day that was understood will not do. */
  refuse?(day: Day): string | undefined;
}

/** Asks for a day in the person's words and shows, while they type, which day was understood. */
export async function askDay(question: DayQuestion): Promise<Day | undefined> {
  const { today } = question;
  const answer = await window.showInputBox({
    title: question.title,
    prompt: "어제, 3일 전, 지난주 금요일, 5/1, 5월 1일, 2025-05-01처럼 적으세요.",
    placeHolder: "어제",
    ...(question.suggestion !== undefined && { value: question.suggestion }),
    validateInput: (text) => {
      const understood = parseDayExpression(text, today);
      if (understood.ok) {
        const refused = question.refuse?.(understood.day);
        return refused === undefined
          ? { message: describeDay(understood.day, today), severity: InputBoxValidationSeverity.Info }
          : { message: refused, severity: InputBoxValidationSeverity.Error };
      }
      // Nothing typed yet: the prompt says enough, and Enter must not be taken as an answer.
      const message = MESSAGES[understood.reason];
      return { message, severity: InputBoxValidationSeverity.Error };
    },
  });
  if (answer === undefined) return undefined;
  const understood = parseDayExpression(answer, today);
  return understood.ok ? understood.day : undefined;
}

const MESSAGES = {
  empty: "날짜를 적어 주세요.",
  "no-such-day": "달력에 없는 날이에요. 날짜를 확인해 주세요.",
  "not-understood": "어떤 날인지 알아듣지 못했어요. 어제, 5/1, 지난주 금요일처럼 적어 주세요.",
} as const;

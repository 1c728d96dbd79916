import type { Streak } from "./streak.ts";

export interface StreakText {
  /** Short, for the status bar; without its icon. */
  readonly text: string;
  /** A sentence or two: for the tooltip, and for a screen reader. */
  readonly detail: string;
}

/** How long 토막글 have been written day by day, and whether today's is there. */
export function describeTomakStreak({ length, isTodayWritten }: Streak): StreakText {
  if (isTodayWritten)
    return { text: `토막글 ${length}일째`, detail: `오늘의 토막글을 썼어요. ${length}일째 이어 쓰고 있어요.` };
  if (length === 0) return { text: "토막글 쓰기", detail: "오늘의 토막글을 아직 쓰지 않았어요." };
  return {
    text: `토막글 ${length + 1}일째 쓰기`,
    detail: `오늘의 토막글을 아직 쓰지 않았어요. 오늘 쓰면 ${length + 1}일째예요.`,
  };
}

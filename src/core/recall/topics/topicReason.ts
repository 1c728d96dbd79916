import { agoText } from "../../calendar/agoText.ts";
import type { Day } from "../../calendar/day.ts";
import { type DayRule, dayAt } from "../../calendar/zone.ts";
import type { Topic } from "./topics.ts";

/** Why a note is a topic: `두 번 놓쳤어요 · 3주 전`, `모르겠어요 · 어제`, `직접 골랐어요`. */
export function topicReason({ unknown, hazy, isChosen, at }: Topic, today: Day, rule: DayRule): string {
  const ago = agoText(dayAt(at, rule), today);
  if (unknown > 1) return `${timesText(unknown)} 놓쳤어요 · ${ago}`;
  if (unknown === 1) return `모르겠어요 · ${ago}`;
  if (hazy > 0) return `${timesText(hazy)} 가물가물했어요 · ${ago}`;
  return isChosen ? "직접 골랐어요" : ago;
}

const NATIVE = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"];

function timesText(count: number): string {
  return `${NATIVE[count] ?? count} 번`;
}

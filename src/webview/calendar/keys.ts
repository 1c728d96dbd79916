import { type Day, weekdayOf } from "../../core/calendar/day.ts";
import { shiftDays, shiftMonths } from "../../core/calendar/dayReading.ts";
import { placeInWeek, type WeekStart } from "../../core/calendar/week.ts";

/** What the keys do, in the words of the page. */
export const KEYS: readonly (readonly [keys: string, meaning: string])[] = [
  ["← → ↑ ↓", "하루, 한 주 옮기기"],
  ["Home, End", "주의 첫날, 끝날"],
  ["Page Up, Page Down", "지난달, 다음 달"],
  ["Shift+Page Up, Shift+Page Down", "지난해, 다음 해"],
  ["Enter", "그날의 노트를 열거나 새로 쓰기"],
  ["T", "오늘로 가기"],
];

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** The day a key moves to; the day itself at the calendar's edge, `undefined` for a key that moves nothing. */
export function dayAfterKey({ key, shiftKey }: KeyPress, day: Day, today: Day, start: WeekStart): Day | undefined {
  const moved = move(key, shiftKey, day, today, start);
  return moved === "no-such-day" ? day : moved;
}

function move(key: string, shiftKey: boolean, day: Day, today: Day, start: WeekStart): Day | "no-such-day" | undefined {
  const place = placeInWeek(weekdayOf(day), start);
  switch (key) {
    case "ArrowLeft":
      return shiftDays(day, -1);
    case "ArrowRight":
      return shiftDays(day, 1);
    case "ArrowUp":
      return shiftDays(day, -7);
    case "ArrowDown":
      return shiftDays(day, 7);
    case "Home":
      return shiftDays(day, -place);
    case "End":
      return shiftDays(day, 6 - place);
    case "PageUp":
      return shiftMonths(day, shiftKey ? -12 : -1);
    case "PageDown":
      return shiftMonths(day, shiftKey ? 12 : 1);
    // ㅅ is what the key types while Hangul is on.
    case "t":
    case "T":
    case "ㅅ":
    case "ㅆ":
      return today;
    default:
      return undefined;
  }
}

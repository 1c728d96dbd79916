import { type Day, type Weekday, weekdayOf } from "./day.ts";
import { type DayReading, shiftDays, shiftMonths } from "./dayReading.ts";
import { weekdayFromKorean } from "./koreanDay.ts";

const NAMED_DAYS: ReadonlyMap<string, number> = new Map([
  ["오늘", 0],
  ["금일", 0],
  ["today", 0],
  ["어제", -1],
  ["어저께", -1],
  ["yesterday", -1],
  ["그제", -2],
  ["그저께", -2],
  // People mean the day before yesterday, whatever the dictionary adds.
  ["엊그제", -2],
  ["엊그저께", -2],
  ["그끄제", -3],
  ["그끄저께", -3],
  ["내일", 1],
  ["tomorrow", 1],
  ["모레", 2],
  ["글피", 3],
]);

const COUNTED_DAYS: ReadonlyMap<string, number> = new Map([
  ["하루", 1],
  ["이틀", 2],
  ["사흘", 3],
  ["나흘", 4],
  ["닷새", 5],
  ["엿새", 6],
  ["이레", 7],
  ["여드레", 8],
  ["아흐레", 9],
  ["열흘", 10],
  ["보름", 15],
]);

/** Native and Sino-Korean: 한 달, 석 달, 이 주. Not 십, for 십일 is eleven before it is ten days. */
const COUNTS: ReadonlyMap<string, number> = new Map(
  ["한 일", "두 이", "세 석 삼", "네 넉 사", "다섯 오", "여섯 육", "일곱 칠", "여덟 팔", "아홉 구", "열"].flatMap(
    (words, index) => words.split(" ").map((word): [string, number] => [word, index + 1]),
  ),
);

const WEEKS_FROM_NOW: ReadonlyMap<string, number> = new Map([
  ["지지난", -2],
  ["저저번", -2],
  ["지난", -1],
  ["저번", -1],
  ["이번", 0],
  ["금", 0],
  ["다음", 1],
  ["다다음", 2],
]);

/**
 * A day told by its distance from today: `그제`, `사흘 전`, `2주 뒤`, `한 달 전`, `지난주 금요일`, `금요일`.
 * @param compact composed lower-case text without spaces
 */
export function readRelativeDay(compact: string, today: Day): DayReading {
  const named = NAMED_DAYS.get(compact);
  return named === undefined
    ? (readDistance(compact, today) ?? readDayOfWeek(compact, today) ?? readWeekday(compact, today))
    : shiftDays(today, named);
}

function readDistance(compact: string, today: Day): DayReading {
  const match = /^(\d{1,4}|[가-힣]{1,3}?)(일|주일?|달|개월|년)?(전|뒤|후)$/.exec(compact);
  if (!match) return undefined;
  const [, amount = "", unit, direction] = match;
  const sign = direction === "전" ? -1 : 1;
  if (unit === undefined) {
    const days = COUNTED_DAYS.get(amount);
    return days === undefined ? undefined : shiftDays(today, sign * days);
  }
  const count = /^\d+$/.test(amount) ? Number(amount) : COUNTS.get(amount);
  if (count === undefined) return undefined;
  if (unit === "일") return shiftDays(today, sign * count);
  if (unit === "주" || unit === "주일") return shiftDays(today, sign * count * 7);
  return shiftMonths(today, sign * count * (unit === "년" ? 12 : 1));
}

/** A week begins on Monday, so on a Sunday `지난주` is the week before the one that ends today. `지난주` alone is a week ago. */
function readDayOfWeek(compact: string, today: Day): DayReading {
  const match = /^([가-힣]{1,3})주(?:([월화수목금토일])(?:요일|욜)?)?$/.exec(compact);
  const weeks = WEEKS_FROM_NOW.get(match?.[1] ?? "");
  if (weeks === undefined) return undefined;
  const weekday = weekdayFromKorean(match?.[2] ?? "") ?? weekdayOf(today);
  return shiftDays(today, weeks * 7 + fromMonday(weekday) - fromMonday(weekdayOf(today)));
}

/**
 * A weekday alone is the latest one, today included: on a Friday one who types `금요일` is asked nothing and sees `(오늘)`.
 * `지난 금요일` leaves today out, `다음 금요일` is the first one after today, `이번 금요일` lies in this week.
 */
function readWeekday(compact: string, today: Day): DayReading {
  const match = /^(지난|저번|이번|다음)?([월화수목금토일])(?:요일|욜)$/.exec(compact);
  const weekday = weekdayFromKorean(match?.[2] ?? "");
  if (!match || weekday === undefined) return undefined;
  const daysBack = (weekdayOf(today) - weekday + 7) % 7;
  if (match[1] === "다음") return shiftDays(today, 7 - daysBack);
  if (match[1] === "이번") return shiftDays(today, fromMonday(weekday) - fromMonday(weekdayOf(today)));
  return shiftDays(today, -(match[1] !== undefined && daysBack === 0 ? 7 : daysBack));
}

/** Monday is 0. */
function fromMonday(weekday: Weekday): number {
  return (weekday + 6) % 7;
}

import { type Day, dayOf, daysBetween, partsOf, weekdayOf } from "./day.ts";
import { type DayReading, dayInMonth } from "./dayReading.ts";
import { MONTHS_FROM_NOW, YEARS_FROM_NOW } from "./fromNow.ts";
import { weekdayFromKorean } from "./koreanDay.ts";

/** How far ahead a day without a year may lie: `5/3` on 1 May is the day after tomorrow, not that of a year ago. */
const DAYS_AHEAD = 7;

/**
 * A day written with its number: `2025-05-01`, `25.5.1`, `20250501`, `2025년 5월 1일`, `작년 5월 1일`, `5/1`, `지난달 3일`,
 * `1일`, with or without its weekday behind it.
 * @param spaced composed text with single spaces
 */
export function readWrittenDay(spaced: string, today: Day): DayReading {
  const tail = / ?(?:\( ?([월화수목금토일])(?:요일)? ?\)|([월화수목금토일])요일)$/.exec(spaced);
  if (!tail) return readNumbers(spaced, today);
  const day = readNumbers(spaced.slice(0, tail.index), today);
  if (day === undefined || day === "no-such-day") return day;
  return weekdayOf(day) === weekdayFromKorean(tail[1] ?? tail[2] ?? "") ? day : "no-such-day";
}

function readNumbers(spaced: string, today: Day): DayReading {
  const compact = spaced.replaceAll(" ", "");
  const full =
    /^(\d{4}|\d{2})[-./](\d{1,2})[-./](\d{1,2})\.?$/.exec(compact) ??
    /^(\d{4}|\d{2})년(\d{1,2})월(\d{1,2})일?$/.exec(compact) ??
    /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(spaced) ??
    /^(\d{4}|\d{2})(\d{2})(\d{2})$/.exec(spaced);
  if (full) return dayOf(yearFrom(full[1] ?? ""), Number(full[2]), Number(full[3])) ?? "no-such-day";

  const ofMonthAndDay = /^([가-힣]*)(\d{1,2})(?:월|[-./])(\d{1,2})(?:일|\.)?$/.exec(compact);
  if (ofMonthAndDay) {
    const [, word = "", month, day] = ofMonthAndDay;
    if (word === "") return nearestDay(Number(month), Number(day), today);
    const years = YEARS_FROM_NOW.get(word);
    if (years === undefined) return undefined;
    return dayOf(partsOf(today).year + years, Number(month), Number(day)) ?? "no-such-day";
  }

  const ofDay = /^([가-힣]*)(\d{1,2})일$/.exec(compact);
  if (!ofDay) return undefined;
  const [, word = "", day] = ofDay;
  if (word === "") return latestDayOfMonth(Number(day), today);
  const months = MONTHS_FROM_NOW.get(word);
  return months === undefined ? undefined : (dayInMonth(today, months, Number(day)) ?? "no-such-day");
}

function yearFrom(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/**
 * One writes about days that were, so a day without a year is the latest one that is not ahead by more than a week.
 * 29 February goes back as far as the last leap year.
 */
function nearestDay(month: number, day: number, today: Day): DayReading {
  const { year } = partsOf(today);
  for (let back = -1; back <= 8; back++) {
    const candidate = dayOf(year - back, month, day);
    if (candidate !== undefined && daysBetween(today, candidate) <= DAYS_AHEAD) return candidate;
  }
  return "no-such-day";
}

/** The latest day of this number that is not after today; `31일` passes over the months that have none. */
function latestDayOfMonth(dayOfMonth: number, today: Day): DayReading {
  for (let back = 0; back <= 2; back++) {
    const candidate = dayInMonth(today, -back, dayOfMonth);
    if (candidate !== undefined && candidate <= today) return candidate;
  }
  return "no-such-day";
}

import { type Day, daysBetween, weekdayOf } from "../calendar/day.ts";
import { daysOf, monthsOf, type Period } from "../calendar/period.ts";
import { placeInWeek, type WeekStart, weekdaysFrom } from "../calendar/week.ts";

/** A day's square, and the distance from one to the next, in SVG's user units. */
export const SQUARE = 11;
const STEP = 13;
const LEFT = 20;
const TOP = 16;

export interface Caption {
  readonly text: string;
  readonly x: number;
  /** Of the line the letters stand on. */
  readonly y: number;
}

export interface SquareLayout {
  readonly width: number;
  readonly height: number;
  /** Where the square of a day of the period is; `row` counts the days of a week from 0. */
  place(day: Day): { readonly x: number; readonly y: number; readonly row: number };
  /** 월, 수 and 금 at their rows. */
  readonly weekdays: readonly Caption[];
  /** Each month at its first week. */
  readonly months: readonly Caption[];
}

/** Days as squares (잔디): a column for each week, a row for each weekday. */
export function squareLayout(period: Period, weekStartsOn: WeekStart): SquareLayout {
  const { first, last } = daysOf(period);
  const offset = placeInWeek(weekdayOf(first), weekStartsOn);
  const column = (day: Day): number => Math.floor((daysBetween(first, day) + offset) / 7);
  return {
    width: LEFT + (column(last) + 1) * STEP,
    height: TOP + 7 * STEP,
    place: (day) => {
      const row = placeInWeek(weekdayOf(day), weekStartsOn);
      return { x: LEFT + column(day) * STEP, y: TOP + row * STEP, row };
    },
    weekdays: weekdaysFrom(weekStartsOn).flatMap(({ letter }, row) =>
      "월수금".includes(letter) ? [{ text: letter, x: 4, y: TOP + row * STEP + 9 }] : [],
    ),
    months: monthsOf(period).map((month) => ({
      text: `${Number(month.slice(5))}월`,
      x: LEFT + column(daysOf(month).first) * STEP,
      y: 11,
    })),
  };
}

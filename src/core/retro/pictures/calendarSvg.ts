import { type Day, partsOf } from "../../calendar/day.ts";
import { koreanPeriod } from "../../calendar/koreanPeriod.ts";
import type { Period } from "../../calendar/period.ts";
import { levelOf } from "../../grass/measure.ts";
import { squareLayout } from "../../grass/squareLayout.ts";
import { captionSvg, SQUARE_STYLE, squareSvg } from "../../grass/squareSvg.ts";
import { daysIn } from "./calendarText.ts";

/**
 * The days written as a picture (잔디): a column for each week from Monday on, darker where more was written. Stands alone as
 * a file or within a post: no script, no reference to anything outside, no blank line at which Markdown would end it.
 */
export function calendarSvg(period: Period, notes: ReadonlyMap<Day, number>): string {
  const days = daysIn(period);
  const { width, height, place, weekdays, months } = squareLayout(period, "monday");
  const written = days.filter((day) => notes.has(day)).length;
  const label = `${koreanPeriod(period)}: 쓴 날 ${written}일`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}">`,
    `<title>${label}</title>`,
    `<style>${SQUARE_STYLE}</style>`,
    ...[...weekdays, ...months].map(captionSvg),
    ...days.map((day) => {
      const count = notes.get(day) ?? 0;
      const { month, day: dayOfMonth } = partsOf(day);
      return squareSvg(levelOf(count, "count"), place(day), `${month}월 ${dayOfMonth}일: ${count}편`);
    }),
    "</svg>",
  ].join("\n");
}

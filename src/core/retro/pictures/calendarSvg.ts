import { type Day, daysBetween, partsOf, weekdayOf } from "../../calendar/day.ts";
import { koreanPeriod } from "../../calendar/koreanPeriod.ts";
import { daysOf, fromMonday, monthsOf, type Period } from "../../calendar/period.ts";
import { daysIn } from "./calendarText.ts";

/** Of a cell and of the distance from one to the next, in SVG's user units. */
const CELL = 11;
const STEP = 13;
const LEFT = 20;
const TOP = 16;

/** A day with as many notes or more is as dark as it gets. */
const DARKEST = 4;

/** Class names of our own: an inline SVG shares the page's style sheets. Readable on light and dark pages, in colour or grey. */
const STYLE = [
  ".tomak-text{font:9px sans-serif;fill:#767676}",
  ".tomak-0{fill:#e6e8eb}.tomak-1{fill:#9be0ad}.tomak-2{fill:#4fbf73}.tomak-3{fill:#2c974b}.tomak-4{fill:#1a6334}",
  "@media(prefers-color-scheme:dark){.tomak-text{fill:#9a9fa6}.tomak-0{fill:#2b3036}.tomak-1{fill:#1a5130}" +
    ".tomak-2{fill:#25803f}.tomak-3{fill:#3aad5c}.tomak-4{fill:#6fe08c}}",
].join("");

/**
 * The days written as a picture (잔디): a column for each week from Monday on, darker where more was written. Stands alone as
 * a file or within a post: no script, no reference to anything outside, no blank line at which Markdown would end it.
 */
export function calendarSvg(period: Period, notes: ReadonlyMap<Day, number>): string {
  const days = daysIn(period);
  const { first } = daysOf(period);
  const offset = fromMonday(weekdayOf(first));
  const column = (day: Day): number => Math.floor((daysBetween(first, day) + offset) / 7);
  const columns = Math.ceil((days.length + offset) / 7);
  const width = LEFT + columns * STEP;
  const height = TOP + 7 * STEP;
  const written = days.filter((day) => notes.has(day)).length;
  const label = `${koreanPeriod(period)}: 쓴 날 ${written}일`;
  const cells = days.map((day) => {
    const count = notes.get(day) ?? 0;
    const { month, day: dayOfMonth } = partsOf(day);
    const x = LEFT + column(day) * STEP;
    const y = TOP + fromMonday(weekdayOf(day)) * STEP;
    return (
      `<rect class="tomak-${Math.min(count, DARKEST)}" x="${x}" y="${y}" width="${CELL}" height="${CELL}" rx="2">` +
      `<title>${month}월 ${dayOfMonth}일: ${count}편</title></rect>`
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}">`,
    `<title>${label}</title>`,
    `<style>${STYLE}</style>`,
    ...["월", "", "수", "", "금"].flatMap((text, row) => (text === "" ? [] : [caption(text, 4, TOP + row * STEP + 9)])),
    ...monthsOf(period).map((month) =>
      caption(`${Number(month.slice(5))}월`, LEFT + column(daysOf(month).first) * STEP, 11),
    ),
    ...cells,
    "</svg>",
  ].join("\n");
}

function caption(text: string, x: number, y: number): string {
  return `<text class="tomak-text" x="${x}" y="${y}">${text}</text>`;
}

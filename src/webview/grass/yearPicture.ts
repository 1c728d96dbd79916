import type { Day } from "../../core/calendar/day.ts";
import { parsePeriod } from "../../core/calendar/period.ts";
import { daysOfYear, koreanDay } from "../../core/calendar/week.ts";
import type { GrassPage, GrassYear } from "../../core/grass/grassPage.ts";
import { describeYear, monthTotals } from "../../core/grass/grassText.ts";
import { describeValue, levelOf } from "../../core/grass/measure.ts";
import { type Caption, SQUARE, squareLayout } from "../../core/grass/squareLayout.ts";
import { grouped } from "../../core/text/grouped.ts";
import { html, svg } from "../dom.ts";

export interface YearPicture {
  readonly element: HTMLElement;
  readonly squares: ReadonlyMap<Day, SVGGElement>;
}

/** A year: its numbers, its squares as a grid of days, and the same by month as a table. */
export function yearPicture(page: GrassPage, grass: GrassYear): YearPicture {
  const { year } = grass;
  const period = parsePeriod(String(year));
  if (period === undefined) throw new RangeError(`no such year: ${year}`);
  const layout = squareLayout(period, page.weekStartsOn);
  const rows = Array.from({ length: 7 }, () => svg("g", { role: "row" }));
  const squares = new Map<Day, SVGGElement>();
  for (const [index, day] of daysOfYear(year).entries()) {
    const { x, y, row } = layout.place(day);
    const notes = grass.notes[index] ?? 0;
    const characters = grass.characters[index];
    const label = describeDay(day, notes, characters, day === page.today);
    const level = levelOf(page.choice.measure === "count" ? notes : (characters ?? 0), page.choice.measure);
    const square = svg(
      "g",
      {
        class: `day level-${level}${day === page.today ? " today" : ""}`,
        role: "gridcell",
        tabindex: -1,
        transform: `translate(${x} ${y})`,
        "aria-label": label,
        "data-day": day,
      },
      svg("title", {}, label),
      ...squareFaces(),
    );
    squares.set(day, square);
    rows[row]?.append(square);
  }
  const heading = `year-${year}`;
  const picture = svg(
    "svg",
    {
      viewBox: `0 0 ${layout.width} ${layout.height}`,
      role: "grid",
      "aria-labelledby": heading,
      "aria-describedby": "grass-keys",
    },
    ...[...layout.weekdays, ...layout.months].map(captionOf),
    ...rows,
  );
  const element = html(
    "section",
    { class: "year" },
    html("h2", { id: heading }, `${year}년`, html("span", { class: "numbers" }, describeYear(grass))),
    html("div", { class: "scroll" }, picture),
    monthTable(grass),
  );
  return { element, squares };
}

/** A frame, and within it what grows with the level where colours do not tell. */
export function squareFaces(): readonly SVGRectElement[] {
  const place = { width: SQUARE, height: SQUARE, rx: 2 };
  return [svg("rect", { ...place, class: "frame" }), svg("rect", { ...place, class: "face" })];
}

function describeDay(day: Day, notes: number, characters: number | undefined, isToday: boolean): string {
  const amount =
    notes === 0
      ? "노트 없음"
      : [
          `노트 ${describeValue(notes, "count")}`,
          characters === undefined ? "" : describeValue(characters, "characters"),
        ]
          .filter(Boolean)
          .join(", ");
  return `${day.slice(0, 4)}년 ${koreanDay(day)}${isToday ? ", 오늘" : ""}, ${amount}`;
}

function captionOf({ text, x, y }: Caption): SVGTextElement {
  return svg("text", { x, y, "aria-hidden": "true" }, text);
}

function monthTable(grass: GrassYear): HTMLElement {
  const totals = monthTotals(grass);
  const withCharacters = grass.characters.length > 0;
  const head = ["달", "쓴 날", "노트", ...(withCharacters ? ["글자 수"] : [])];
  const rows = totals.map(({ month, daysWritten, notes, characters }) =>
    html(
      "tr",
      {},
      html("th", { scope: "row" }, `${month}월`),
      ...[
        `${daysWritten}일`,
        `${grouped(notes)}편`,
        ...(characters === undefined ? [] : [`${grouped(characters)}자`]),
      ].map((text) => html("td", {}, text)),
    ),
  );
  return html(
    "details",
    {},
    html("summary", {}, `${grass.year}년을 표로 보기`),
    html(
      "table",
      {},
      html("thead", {}, html("tr", {}, ...head.map((text) => html("th", { scope: "col" }, text)))),
      html("tbody", {}, ...rows),
    ),
  );
}

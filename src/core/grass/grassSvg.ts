import { partsOf } from "../calendar/day.ts";
import { parsePeriod } from "../calendar/period.ts";
import { daysOfYear } from "../calendar/week.ts";
import type { GrassPage, GrassYear } from "./grassPage.ts";
import { describeFilter, describeYear } from "./grassText.ts";
import { describeValue, type Level, levelOf, type Measure } from "./measure.ts";
import { squareLayout } from "./squareLayout.ts";
import { captionSvg, SQUARE_STYLE, squareSvg } from "./squareSvg.ts";

const MARGIN = 8;
const HEADING = 18;
const GAP = 12;
const LEGEND = 18;
const LEVELS: readonly Level[] = [0, 1, 2, 3, 4];
const STYLE = `${SQUARE_STYLE}.tomak-heading{font:bold 11px sans-serif;fill:#57606a}@media(prefers-color-scheme:dark){.tomak-heading{fill:#c9d1d9}}`;

/**
 * The years shown as a picture for a README or a post: light or dark as its page is, no script, nothing from outside, no
 * blank line at which Markdown would end it.
 */
export function grassSvg(page: Pick<GrassPage, "choice" | "years" | "weekStartsOn">): string {
  const { choice, weekStartsOn } = page;
  const parts: string[] = [];
  let [width, y] = [0, MARGIN];
  for (const grass of page.years) {
    const period = parsePeriod(String(grass.year));
    if (period === undefined) throw new RangeError(`no such year: ${grass.year}`);
    const layout = squareLayout(period, weekStartsOn);
    parts.push(
      `<text class="tomak-heading" x="${MARGIN + 4}" y="${y + 11}">${escapeXml(headingOf(page, grass))}</text>`,
      `<g transform="translate(${MARGIN},${y + HEADING})">`,
      ...[...layout.weekdays, ...layout.months].map(captionSvg),
      ...squares(grass, choice.measure, layout.place),
      "</g>",
    );
    y += HEADING + layout.height + GAP;
    width = Math.max(width, layout.width + 2 * MARGIN);
  }
  parts.push(`<g transform="translate(${width - MARGIN - 112},${y - GAP + 4})">`, ...legend(), "</g>");
  const height = y - GAP + LEGEND + MARGIN;
  const label = escapeXml(page.years.map((grass) => headingOf(page, grass)).join(", "));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}">`,
    `<title>${label}</title>`,
    `<style>${STYLE}</style>`,
    ...parts,
    "</svg>",
    "",
  ].join("\n");
}

function headingOf({ choice }: Pick<GrassPage, "choice">, grass: GrassYear): string {
  return [`${grass.year}년`, describeFilter(choice), describeYear(grass)].filter(Boolean).join(" · ");
}

function squares(
  { year, notes, characters }: GrassYear,
  measure: Measure,
  place: ReturnType<typeof squareLayout>["place"],
): readonly string[] {
  const values = measure === "count" ? notes : characters;
  return daysOfYear(year).map((day, index) => {
    const value = values[index] ?? 0;
    const { month, day: dayOfMonth } = partsOf(day);
    return squareSvg(
      levelOf(value, measure),
      place(day),
      `${month}월 ${dayOfMonth}일: ${describeValue(value, measure)}`,
    );
  });
}

function legend(): readonly string[] {
  return [
    captionSvg({ text: "적음", x: 0, y: 9 }),
    ...LEVELS.map((level) => squareSvg(level, { x: 22 + level * 13, y: 0 }, LEVEL_NAMES[level])),
    captionSvg({ text: "많음", x: 91, y: 9 }),
  ];
}

const LEVEL_NAMES = ["없음", "1단계", "2단계", "3단계", "4단계"] as const;

/** A tag or a title can hold anything; what XML does not allow at all is left out, lone surrogates too. */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

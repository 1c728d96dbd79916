/** How days and moments are written in front matter. */
const WRITTEN =
  /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:([ T])\d{1,2}:\d{2}(:\d{2})?(?:\.\d{1,6})?(?:( ?)(Z|[+-]\d{2}(:?)\d{2}))?)?$/;

/** `2021년 4월 29일` */
const IN_KOREAN = /^\d{4}년( ?)(\d{1,2})월\1(\d{1,2})일$/;

/**
 * The template that writes a moment in the way of this one: `2025.05.01` is `{{ day | replace: "-", "." }}`. `undefined` for
 * what is no date.
 */
export function dateTemplate(written: string): string | undefined {
  const quote = /^(["']).*\1$/.exec(written)?.[1] ?? "";
  const inner = written.slice(quote.length, written.length - quote.length);
  const found = WRITTEN.exec(inner);
  if (found === null) return koreanTemplate(inner, quote);
  const [, , separator = "-", month = "", day = "", middle, seconds, space = "", zone, colon] = found;
  const isPadded = month.length === 2 && day.length === 2;
  const days = isPadded
    ? `{{ day${separator === "-" ? "" : ` | replace: "-", "${separator}"`} }}`
    : ["{{ year }}", "{{ month_number }}", "{{ day_number }}"].join(separator);
  if (middle === undefined) return quote + days + quote;
  const time = `${middle}{{ date | slice: 11, ${seconds === undefined ? 5 : 8} }}`;
  const text = days + time + zoneTemplate(zone, space, colon === ":");
  return quote + (text === AS_EVER ? "{{ date }}" : text) + quote;
}

function koreanTemplate(written: string, quote: string): string | undefined {
  const found = IN_KOREAN.exec(written);
  if (found === null) return undefined;
  const [, space = "", month = "", day = ""] = found;
  const isPadded = month.startsWith("0") || day.startsWith("0");
  const parts = isPadded
    ? ["{{ year }}년", "{{ day | slice: 5, 2 }}월", "{{ day | slice: 8, 2 }}일"]
    : ["{{ year }}년", "{{ month_number }}월", "{{ day_number }}일"];
  return quote + parts.join(space) + quote;
}

/** `Z` is another zone's: the same moment is written with its own. */
function zoneTemplate(zone: string | undefined, space: string, hasColon: boolean): string {
  if (zone === undefined) return "";
  return zone === "Z" || hasColon
    ? `${space}{{ date | slice: 20, 3 }}:{{ date | slice: 23, 2 }}`
    : `${space}{{ date | slice: 20, 5 }}`;
}

const AS_EVER = "{{ day }} {{ date | slice: 11, 8 }} {{ date | slice: 20, 5 }}";

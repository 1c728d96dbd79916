import { commonPart, monthOfStated, statedDay, statedYear, yearOfStated } from "./noteDate.ts";
import { type FoundDate, scanDate } from "./scanDate.ts";

/** `2024.01.01 ~ 01.07`, `2024.01.01 ~ 07`, `2021.12 ~ 2022`: what the first and the last day have in common. */
export function spanOf(text: string, found: FoundDate | undefined): FoundDate | undefined {
  const until = found && /^[월화수목금토일요().\s]{0,6}[~∼〜][ ]{0,3}(\d.*)$/u.exec(text.slice(found.end))?.[1];
  if (found === undefined || until === undefined) return found;
  const year = yearOfStated(found.date);
  const short = /^(\d{1,2})(?:[./-]|월\s?)(\d{1,2})(?!\d)/.exec(until);
  const day = /^(\d{1,2})일?(?![\d\p{L}]|[./-]\d)/u.exec(until)?.[1];
  const last =
    scanDate(until)?.date ??
    (/^(?:19|20)\d\d(?!\d)/.test(until) ? statedYear(Number(until.slice(0, 4))) : undefined) ??
    (short ? statedDay(year, Number(short[1]), Number(short[2])) : undefined) ??
    (day ? statedDay(year, monthOfStated(found.date) ?? 0, Number(day)) : undefined);
  const date = last && commonPart(found.date, last);
  return date && { ...found, date };
}

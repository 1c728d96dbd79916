import type { Day } from "../calendar/day.ts";
import { MONTHS_FROM_NOW } from "../calendar/fromNow.ts";
import { koreanPeriod } from "../calendar/koreanPeriod.ts";
import { addMonths, monthOfDay, type YearMonth, yearMonthOf, yearOf } from "../calendar/month.ts";
import type { NotebookIndex } from "../notebook/notebookIndex.ts";
import { likelyMonth } from "../retro/likelyMonth.ts";
import { draftOf, notesForRetro } from "../retro/notesForRetro.ts";
import { describeNumbers, monthNumbers } from "../retro/statistics.ts";
import { nfc } from "../text/nfc.ts";
import { type AnswerPart, asMarkdownText, noteLink } from "./answerParts.ts";
import { isForModels } from "./forModels.ts";

const MOST_SHOWN = 60;

/**
 * The month a person names: `2025-05`, `2025년 5월`, `5월` (the last that has begun), `지난달`; for nothing, the one most likely
 * meant; `undefined` for what is no month.
 */
export function askedMonth(prompt: string, today: Day): YearMonth | undefined {
  const asked = nfc(prompt)
    .replace(/\s+/g, "")
    .replace(/회고(?:를|은)?$/, "");
  if (asked === "") return likelyMonth(today);
  const thisMonth = monthOfDay(today);
  const away = MONTHS_FROM_NOW.get(asked);
  if (away !== undefined) return addMonths(thisMonth, away);
  const full = /^(\d{4})(?:[-./](\d{1,2})|년(\d{1,2})월)$/.exec(asked);
  if (full) return yearMonthOf(Number(full[1]), Number(full[2] ?? full[3]));
  const bare = /^(\d{1,2})월$/.exec(asked)?.[1];
  const ofThisYear = bare && yearMonthOf(yearOf(thisMonth), Number(bare));
  if (!ofThisYear) return undefined;
  return ofThisYear > thisMonth ? addMonths(ofThisYear, -12) : ofThisYear;
}

/** `/retro`: how much a month has, which notes they are, and the way to its retro. */
export function retroAnswer(index: NotebookIndex, month: YearMonth): readonly AnswerPart[] {
  const notes = notesForRetro(index, month);
  const name = koreanPeriod(month);
  if (notes.length === 0)
    return [{ markdown: `${name}에 쓴 노트가 없어요. 다른 달을 \`2025-05\`나 \`지난달\`처럼 적어 보세요.` }];
  const shown = notes.filter(isForModels);
  const before = notesForRetro(index, addMonths(month, -1)).length;
  const draft = draftOf(index, month);
  return [
    { markdown: `**${name}** · ${asMarkdownText(describeNumbers(monthNumbers(notes), before))}\n\n` },
    ...shown.slice(0, MOST_SHOWN).flatMap((note): readonly AnswerPart[] => {
      const day = note.date?.precision === "day" ? `${Number(note.date.text.slice(8))}일 ` : "";
      return [{ markdown: `- ${day}` }, ...noteLink(note), { markdown: "\n" }];
    }),
    ...leftOver(notes.length - Math.min(shown.length, MOST_SHOWN)),
    ...(draft === undefined || !isForModels(draft)
      ? []
      : [{ markdown: "\n이 달의 회고가 이미 있어요: " }, ...noteLink(draft), { markdown: "\n" }]),
    {
      command: "makePeriodRetro",
      title: draft === undefined ? "월간 회고 만들기" : "월간 회고 다시 만들기",
      arguments: [month],
    },
  ];
}

/** Notes beyond what fits, and private ones, which are only counted. */
function leftOver(count: number): readonly AnswerPart[] {
  return count > 0 ? [{ markdown: `- 그 밖에 ${count}편\n` }] : [];
}

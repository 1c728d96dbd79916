import { koreanPeriod, periodName } from "../../calendar/koreanPeriod.ts";
import { monthsOf, type Period } from "../../calendar/period.ts";
import { KIND_LABELS } from "../../note/kind.ts";
import { monthOfNote, type Note } from "../../note/note.ts";
import { countByKind } from "../statistics.ts";

/** A chart for sites that show Mermaid, in its fence: bars by month, or what kinds of notes a month or a week has. */
export function mermaidChart(period: Period, notes: readonly Note[]): string {
  if (notes.length === 0) return "";
  const months = monthsOf(period);
  return ["```mermaid", ...(months.length > 1 ? bars(period, months, notes) : pie(period, notes)), "```"].join("\n");
}

function bars(period: Period, months: readonly Period[], notes: readonly Note[]): readonly string[] {
  const counts = months.map((month) => notes.filter((note) => monthOfNote(note) === month).length);
  return [
    "xychart-beta",
    `    title "${koreanPeriod(period)}에 쓴 노트"`,
    `    x-axis [${months.map((month) => `"${periodName(month)}"`).join(", ")}]`,
    `    y-axis "편" 0 --> ${Math.max(1, ...counts)}`,
    `    bar [${counts.join(", ")}]`,
  ];
}

function pie(period: Period, notes: readonly Note[]): readonly string[] {
  return [
    `pie title ${koreanPeriod(period)}에 쓴 노트`,
    ...countByKind(notes).map(({ kind, count }) => `    "${KIND_LABELS[kind]}" : ${count}`),
  ];
}

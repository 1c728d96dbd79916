import type { Note } from "../note/note.ts";
import type { NumberFinding } from "./numberCheck.ts";

/** The notes a finding is about, and what it says at each of them. */
export function notesOfFinding(finding: NumberFinding): readonly Note[] {
  return finding.kind === "repeat" ? finding.notes : [finding.note];
}

/** The other notes that belong to what is found. */
export function othersOfFinding(finding: NumberFinding, note: Note): readonly Note[] {
  if (finding.kind === "repeat") return finding.notes.filter((other) => other !== note);
  return finding.kind === "order" ? [finding.earlier] : [];
}

/** What is found, for the person. */
export function describeNumberFinding(finding: NumberFinding): string {
  switch (finding.kind) {
    case "repeat":
      return `토막글 ${finding.number}번이 ${finding.notes.length}편 있어요`;
    case "order":
      return `날짜는 뒤인데 번호가 앞서요: 먼저 쓴 글이 ${finding.earlier.number}번, 이 글이 ${finding.note.number}번이에요`;
    case "gap":
      return finding.first === finding.last
        ? `${finding.note.number}번 앞의 토막글 ${finding.first}번이 없어요`
        : `${finding.note.number}번 앞의 토막글 ${finding.first}번부터 ${finding.last}번까지 ${finding.last - finding.first + 1}편이 없어요`;
    case "quote":
      return `회고에 실린 토막글 ${ranges(finding.numbers)}은 노트에 없어요`;
  }
}

/** `96번, 98~101번` */
function ranges(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && number === run.last + 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}번` : `${first}~${last}번`)).join(", ");
}

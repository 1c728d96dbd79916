import { koreanMonth, parseYearMonth } from "../../core/calendar/month.ts";
import { describeNoteProblem } from "../../core/note/noteProblem.ts";
import { checkNumbers, daysWithoutTomak, type NumberFinding } from "../../core/notebook/numberCheck.ts";
import { describeNumberFinding, notesOfFinding } from "../../core/notebook/numberFinding.ts";
import type { CommandInput } from "./command.ts";
import { UsageError } from "./usage.ts";

/**
 * `check`: what in the notebook wants a look. Exit code 1 when there is anything. With `--month` also the days of it without
 * a 토막글, which are nothing wrong.
 */
export async function check({ notebook, options, args, terminal }: CommandInput): Promise<0 | 1> {
  if (args.length > 0) throw new UsageError("check에는 옵션만 쓸 수 있어요.");
  const month = options.month === undefined ? undefined : parseYearMonth(options.month);
  if (options.month !== undefined && month === undefined) throw new UsageError("--month에는 2025-05처럼 적어 주세요.");
  const notes = notebook.index.notes();
  const findings = [
    ...notes.flatMap(({ path, problem }) =>
      problem === undefined ? [] : [`${path}: ${describeNoteProblem(problem)}`],
    ),
    ...checkNumbers(notes).map(lineOf),
  ];
  for (const finding of findings) terminal.write(`${finding}\n`);
  if (findings.length === 0) terminal.write(`노트 ${notes.length}편에서 살필 것을 찾지 못했어요.\n`);
  const days = month === undefined ? [] : daysWithoutTomak(notes, month);
  if (month !== undefined && days.length > 0) {
    terminal.write(`${koreanMonth(month)}에 토막글이 없는 날: ${days.join(", ")}\n`);
  }
  return findings.length === 0 ? 0 : 1;
}

function lineOf(finding: NumberFinding): string {
  const paths = notesOfFinding(finding).map(({ path }) => path);
  const text = describeNumberFinding(finding);
  return paths.length === 1 ? `${paths.join()}: ${text}.` : `${text}: ${paths.join(", ")}`;
}

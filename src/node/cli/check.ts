import { describeNoteProblem } from "../../core/note/noteProblem.ts";
import { repeatedNumbers } from "../../core/notebook/numbering.ts";
import type { CommandInput } from "./command.ts";
import { UsageError } from "./usage.ts";

/** `check`: what in the notebook wants a look. Exit code 1 when there is anything. */
export async function check({ notebook, args, terminal }: CommandInput): Promise<0 | 1> {
  if (args.length > 0) throw new UsageError("check에는 다른 말을 붙이지 않아요.");
  const notes = notebook.index.notes();
  const findings = [
    ...notes.flatMap(({ path, problem }) =>
      problem === undefined ? [] : [`${path}: ${describeNoteProblem(problem)}`],
    ),
    ...repeatedNumbers(notes).map(
      ({ number, paths }) => `토막글 ${number}번이 ${paths.length}편 있어요: ${paths.join(", ")}`,
    ),
  ];
  for (const finding of findings) terminal.write(`${finding}\n`);
  if (findings.length === 0) terminal.write(`노트 ${notes.length}편에서 살필 것을 찾지 못했어요.\n`);
  return findings.length === 0 ? 0 : 1;
}

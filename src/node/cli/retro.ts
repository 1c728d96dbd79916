import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { koreanMonth, parseYearMonth, type YearMonth } from "../../core/calendar/month.ts";
import { composeRetro, notesForRetro, planRetro } from "../../core/retro/planRetro.ts";
import { siteLayout } from "../../core/retro/site.ts";
import { describeWriteProblem } from "../../core/write/problem.ts";
import { createFile, writeNew } from "../createFile.ts";
import type { CommandInput } from "./command.ts";
import { Failure, UsageError } from "./usage.ts";

/** `retro 2025-05`: the month's draft, created in its place, in a named file, or printed. */
export async function retro(input: CommandInput): Promise<0> {
  const { notebook, options, args, terminal } = input;
  const month = args.length === 1 ? parseYearMonth(args[0] ?? "") : undefined;
  if (month === undefined) throw new UsageError("retro 다음에는 2025-05처럼 달을 하나 적어 주세요.");
  if (options.out !== undefined && options.stdout) throw new UsageError("--out과 --stdout은 함께 쓸 수 없어요.");
  if (notesForRetro(notebook.index, month).length === 0) throw new Failure(`${koreanMonth(month)}에는 노트가 없어요.`);
  if (options.stdout || options.out !== undefined) {
    const text = await compose(input, month);
    if (options.out === undefined) terminal.write(text);
    else await writeTo(resolve(terminal.cwd, options.out), text, terminal);
    return 0;
  }
  const plan = await planRetro(notebook, month);
  if (plan.action === "refuse") throw new Failure(describeWriteProblem(plan.problem));
  if (plan.action === "open") {
    terminal.write(`${plan.path}\n`);
    terminal.writeError(`회고가 이미 있어 그대로 두었어요. 아직 들어 있지 않은 노트: ${plan.missing.length}편\n`);
    return 0;
  }
  if (!(await createFile(notebook.root, plan.draft.path, plan.draft.text))) {
    throw new Failure(`${plan.draft.path}: 같은 이름의 파일이 있어 만들지 않았어요.`);
  }
  terminal.write(`${plan.draft.path}\n`);
  return 0;
}

async function compose({ notebook }: CommandInput, month: YearMonth): Promise<string> {
  const { site } = await siteLayout(notebook.files, notebook.settings.retro);
  const composed = await composeRetro(notebook, month, site);
  if (!composed.ok) throw new Failure(describeWriteProblem(composed.problem));
  return composed.text;
}

async function writeTo(path: string, text: string, terminal: CommandInput["terminal"]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if (!(await writeNew(path, text))) throw new Failure(`${path}: 이미 있는 파일이라 덮어쓰지 않았어요.`);
  terminal.write(`${path}\n`);
}

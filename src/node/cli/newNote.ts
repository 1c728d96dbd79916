import type { Day } from "../../core/calendar/day.ts";
import { parseDayExpression } from "../../core/calendar/dayExpression.ts";
import { dayAt } from "../../core/calendar/zone.ts";
import { linkedTitle } from "../../core/text/linkedTitle.ts";
import { planTil } from "../../core/write/planTil.ts";
import { planTomak } from "../../core/write/planTomak.ts";
import { describeWriteProblem } from "../../core/write/problem.ts";
import { createFile } from "../createFile.ts";
import type { CommandInput } from "./command.ts";
import { Failure, UsageError } from "./usage.ts";

/** `new tomak`, `new til 제목`: creates a note and prints its path. */
export async function newNote(input: CommandInput): Promise<0> {
  const [kind, ...words] = input.args;
  if (kind === "tomak" && words.length === 0) return newTomak(input);
  if (kind === "til" && words.length > 0) return newTil(input, words.join(" "));
  throw new UsageError("new 다음에는 tomak, 또는 til과 제목을 적어 주세요.");
}

async function newTomak({ notebook, options, terminal }: CommandInput): Promise<0> {
  if (options.link !== undefined || options.tag !== undefined)
    throw new UsageError("--link와 --tag는 new til에만 쓸 수 있어요.");
  const plan = await planTomak(notebook, dayOption(options.day, today({ notebook, terminal })), terminal.clock.now());
  if (plan.action === "refuse") throw new Failure(describeWriteProblem(plan.problem));
  if (plan.action === "open") {
    terminal.write(`${plan.path}\n`);
    terminal.writeError("이미 있는 토막글이라 그대로 두었어요.\n");
    return 0;
  }
  const { path, text } = plan.note;
  if (!(await createFile(notebook.root, path, text)))
    throw new Failure(
      `${path}: 같은 이름의 파일이 있어 만들지 않았어요. 그 파일을 옮기거나 제목을 바꿔 다시 해 주세요.`,
    );
  terminal.write(`${path}\n`);
  return 0;
}

async function newTil({ notebook, options, terminal }: CommandInput, words: string): Promise<0> {
  const { title, link = options.link } = linkedTitle(words.trim());
  if (title === "") throw new UsageError("TIL의 제목을 적어 주세요.");
  if (link !== undefined && !/^https?:\/\/\S+$/i.test(link))
    throw new UsageError("--link에는 https://로 시작하는 주소를 적어 주세요.");
  const plan = await planTil(notebook, {
    title,
    tags: options.tag ?? [],
    day: dayOption(options.day, today({ notebook, terminal })),
    now: terminal.clock.now(),
    ...(link !== undefined && { link }),
  });
  if (!plan.ok) throw new Failure(describeWriteProblem(plan.problem));
  if (!(await createFile(notebook.root, plan.path, plan.text)))
    throw new Failure(
      `${plan.path}: 같은 이름의 파일이 있어 만들지 않았어요. 그 파일을 옮기거나 제목을 바꿔 다시 해 주세요.`,
    );
  terminal.write(`${plan.path}\n`);
  return 0;
}

function today({ notebook, terminal }: Pick<CommandInput, "notebook" | "terminal">): Day {
  return dayAt(terminal.clock.now(), notebook.settings.dayRule);
}

function dayOption(text: string | undefined, today: Day): Day {
  if (text === undefined) return today;
  const understood = parseDayExpression(text, today);
  if (!understood.ok) throw new UsageError(`--day '${text}': 어떤 날인지 알 수 없어요.`);
  return understood.day;
}

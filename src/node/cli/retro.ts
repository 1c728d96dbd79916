import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { koreanPeriod } from "../../core/calendar/koreanPeriod.ts";
import { type Period, parsePeriod, periodOfDay, previousPeriod } from "../../core/calendar/period.ts";
import { dayAt } from "../../core/calendar/zone.ts";
import { describeImageProblems } from "../../core/retro/images/imageMessages.ts";
import { type ImageCopy, type ImageProblem, shownIn } from "../../core/retro/images/placeImages.ts";
import type { DraftMerge } from "../../core/retro/merge/mergeDraft.ts";
import { notesForRetro } from "../../core/retro/notesForRetro.ts";
import type { BaseFile, RetroUpdate } from "../../core/retro/planRetro.ts";
import { retroPath, siteLayout } from "../../core/retro/site.ts";
import { decodeText } from "../../core/text/decode.ts";
import { applyEdits } from "../../core/text/edit.ts";
import { describeWriteProblem } from "../../core/write/problem.ts";
import { createFile, writeNew } from "../createFile.ts";
import type { OpenNotebook } from "../openNotebook.ts";
import { replaceFile } from "../replaceFile.ts";
import type { CommandInput } from "./command.ts";
import { Failure, UsageError } from "./usage.ts";

/** `retro 2025-05`: the period's draft, created or brought up to date in its place, written to a named file, or printed. */
export async function retro(input: CommandInput): Promise<0 | 1> {
  const { notebook, options, terminal } = input;
  const period = periodAskedFor(input);
  const ways = [options.out !== undefined, options.stdout, options.check].filter(Boolean).length;
  if (ways > 1) throw new UsageError("--out, --stdout, --check 가운데 하나만 쓸 수 있어요.");
  if (notesForRetro(notebook.index, period).length === 0)
    throw new Failure(
      `${koreanPeriod(period)}에는 노트가 없어요. 'tomaknote list'로 어느 달에 노트가 있는지 볼 수 있어요.`,
    );
  if (options.stdout || options.out !== undefined) {
    const text = await compose(input, period);
    if (options.out === undefined) terminal.write(text);
    else await writeTo(resolve(terminal.cwd, options.out), text, terminal);
    return 0;
  }
  const { planRetro } = await notebook.engines.loadRetro();
  const plan = await planRetro(notebook, period);
  if (plan.action === "refuse") throw new Failure(describeWriteProblem(plan.problem));
  if (plan.action === "update") return update(input, plan);
  terminal.write(`${plan.draft.path}\n`);
  if (options.check) terminal.writeError(`아직 회고가 없어요. 노트 ${plan.noteCount}편으로 만들 수 있어요.\n`);
  sayImages(plan.copies, plan.imageProblems, terminal);
  if (options.check) return 1;
  await copyImages(notebook, plan.copies);
  if (!(await createFile(notebook.root, plan.draft.path, plan.draft.text))) {
    throw new Failure(
      `${plan.draft.path}: 같은 이름의 파일이 있어 만들지 않았어요. 그 파일을 옮기거나 --out으로 다른 곳을 적어 주세요.`,
    );
  }
  await writeBase(notebook.root, plan.base);
  return 0;
}

/** The period named, or with `--previous` the month before this one: on the first of a month a script asks for the last. */
function periodAskedFor({ notebook, options, args, terminal }: CommandInput): Period {
  if (options.previous) {
    if (args.length > 0) throw new UsageError("--previous에는 달을 적지 않아요. 지난달의 회고를 만듭니다.");
    const today = dayAt(terminal.clock.now(), notebook.settings.dayRule);
    return previousPeriod(periodOfDay("month", today));
  }
  const period = args.length === 1 ? parsePeriod(args[0] ?? "") : undefined;
  if (period === undefined) {
    throw new UsageError(
      "retro 다음에는 2025-05(달), 2025-W18(주), 2025-Q2, 2025-H1, 2025 가운데 하나처럼 적어 주세요.",
    );
  }
  return period;
}

/** Brings a draft up to date by the rules of the editor. What only a person can choose stays as the draft has it: exit code 1. */
async function update({ notebook, options, terminal }: CommandInput, plan: RetroUpdate): Promise<0 | 1> {
  const read = await notebook.files.read(plan.path);
  const { text: post, faithful } = decodeText(read);
  if (!faithful) throw new Failure(`${plan.path}: UTF-8이 아니라서 고치지 않았어요. UTF-8로 저장한 뒤 다시 해 주세요.`);
  const merge = plan.merge(post);
  const after = applyEdits(post, merge.edits);
  const copies = plan.copies(after);
  terminal.write(`${plan.path}\n`);
  describe(merge, (line) => terminal.writeError(`${line}\n`));
  sayImages(copies, plan.imageProblems, terminal);
  if (options.check) return merge.edits.length > 0 || merge.conflicts.length > 0 || copies.length > 0 ? 1 : 0;
  // Images before the draft that shows them, the draft before its base: killed in between, the next run finds what is
  // left to do.
  await copyImages(notebook, copies);
  if (merge.edits.length > 0) await replaceFile(join(notebook.root, plan.path), after, read);
  const base = plan.baseFile(merge);
  if (plan.isDamaged || base.text !== plan.rememberedText) await writeBase(notebook.root, base);
  return merge.conflicts.length > 0 ? 1 : 0;
}

function describe(merge: DraftMerge, say: (line: string) => void): void {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["새로 넣는 노트", merge.added],
    ["노트가 바뀌어 고치는 항목", merge.updated],
    ["양쪽에서 고쳐 그대로 둔 항목(편집기에서 정해 주세요)", merge.conflicts.map(({ note }) => note)],
    ["손으로 지워 다시 넣지 않은 노트", merge.deleted],
    ["노트가 없어졌거나 다른 달로 간 항목(그대로 두었어요)", merge.orphaned],
  ];
  for (const [what, notes] of lists) if (notes.length > 0) say(`${what} ${notes.length}편: ${notes.join(", ")}`);
  if (merge.edits.length === 0) say("이미 최신이라 바꾼 것이 없어요.");
}

function sayImages(
  copies: readonly ImageCopy[],
  problems: readonly ImageProblem[],
  terminal: CommandInput["terminal"],
): void {
  const which = copies.map(({ from, to }) => `${from} → ${to}`).join(", ");
  if (copies.length > 0) terminal.writeError(`블로그의 그림 폴더로 복사하는 그림 ${copies.length}개: ${which}\n`);
  if (problems.length > 0) terminal.writeError(`${describeImageProblems(problems)}\n`);
}

async function copyImages({ root, files }: OpenNotebook, copies: readonly ImageCopy[]): Promise<void> {
  for (const { from, to } of copies) {
    if (await createFile(root, to, await files.read(from))) continue;
    throw new Failure(`${to}: 그사이 같은 이름의 파일이 생겨 그림을 복사하지 않았어요. 다시 해 주세요.`);
  }
}

async function writeBase(root: string, { path, text }: BaseFile): Promise<void> {
  if (!(await createFile(root, path, text))) await replaceFile(join(root, path), text);
}

async function compose({ notebook, terminal }: CommandInput, period: Period): Promise<string> {
  const layout = await siteLayout(notebook.files, notebook.settings.retro);
  const place = retroPath(layout, period, await notebook.engines.loadTemplates());
  if (!place.ok) {
    throw new Failure(describeWriteProblem({ reason: "path", setting: "retro.path", problem: place.problem }));
  }
  const { composeRetro } = await notebook.engines.loadRetro();
  const composed = await composeRetro(notebook, period, layout.site, place.path);
  if (!composed.ok) throw new Failure(describeWriteProblem(composed.problem));
  const left = shownIn(composed.text, composed.images).map(({ from }) => from);
  // Only the draft in its place comes with its images.
  if (left.length > 0) terminal.writeError(`복사하지 않은 그림 ${left.length}개: ${left.join(", ")}\n`);
  return composed.text;
}

async function writeTo(path: string, text: string, terminal: CommandInput["terminal"]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if (!(await writeNew(path, text)))
    throw new Failure(`${path}: 이미 있는 파일이라 덮어쓰지 않았어요. --out에 다른 이름을 적어 주세요.`);
  terminal.write(`${path}\n`);
}

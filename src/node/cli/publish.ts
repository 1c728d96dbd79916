import { unlink } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { parseDayExpression } from "../../core/calendar/dayExpression.ts";
import { civilDayAt, dayAt, instantOf } from "../../core/calendar/zone.ts";
import { isMarkdownName } from "../../core/note/fileName.ts";
import { NEVER_CANCELLED } from "../../core/notebook/files.ts";
import type { Finding } from "../../core/publish/finding.ts";
import { countLines } from "../../core/search/noteText.ts";
import { decodeText } from "../../core/text/decode.ts";
import { applyEdits } from "../../core/text/edit.ts";
import { createFile } from "../createFile.ts";
import { replaceFile } from "../replaceFile.ts";
import type { CommandInput } from "./command.ts";
import { Failure, UsageError } from "./usage.ts";

/** `publish DRAFT`: looks over a draft and makes a post of it in its place. Errors keep it where it is: exit code 1. */
export async function publish(input: CommandInput): Promise<0 | 1> {
  const { notebook, options, terminal } = input;
  const path = draftPath(input);
  const now = terminal.clock.now();
  const publishedAt = momentOf(input, now);
  const { text, faithful } = await readDraft(notebook, path);
  const { reviewDraft, planPublish, describeRefusal } = await notebook.engines.loadPublishing();
  const { findings } = await reviewDraft(notebook, path, text, { now, publishedAt });
  const isStopped = findings.some(({ severity }) => severity === "error") && !options.force;
  const plan = await planPublish(notebook, path, text, { now, publishedAt });
  const post = plan.action === "publish" ? plan.to : null;
  const isPublished = plan.action === "publish" && !options.check && !isStopped;
  if (!options.check && plan.action === "refuse") throw new Failure(describeRefusal(plan));
  if (!options.check && !faithful)
    throw new Failure(`${path}: UTF-8이 아니라서 내지 않았어요. UTF-8로 저장한 뒤 다시 해 주세요.`);
  const found = findings.map((finding) => foundIn(text, finding));
  if (!options.json) {
    for (const { severity, line, column, message } of found) {
      terminal.writeError(`${path}:${line}:${column}: ${severity === "error" ? "오류" : "주의"}: ${message}\n`);
    }
  }
  if (isPublished) await make(input, plan);
  if (options.json) {
    const date = civilDayAt(publishedAt, notebook.settings.dayRule.timeZone);
    terminal.write(
      `${JSON.stringify({ draft: path, post, date, published: isPublished, findings: found }, null, 2)}\n`,
    );
  } else if (post !== null && (isPublished || options.check)) terminal.write(`${post}\n`);
  if (plan.action === "paste" && !options.json)
    terminal.writeError("블로그의 글쓰기 화면에 머리말 아래의 글을 붙여 넣어 주세요.\n");
  if (isStopped && !options.check)
    terminal.writeError("오류가 있어 내지 않았어요. 고치거나 --force로 다시 해 주세요.\n");
  return isStopped ? 1 : 0;
}

/** Below the notebook, however the terminal names it. */
function draftPath({ notebook, args, terminal }: CommandInput): string {
  const [name, ...more] = args;
  if (name === undefined || more.length > 0)
    throw new UsageError("publish 다음에는 낼 초안 하나의 경로를 적어 주세요.");
  const path = relative(notebook.root, resolve(terminal.cwd, name)).split(sep).join("/");
  if (path.startsWith("../") || path === ".." || !isMarkdownName(path))
    throw new Failure(`${name}: 노트 폴더에 있는 Markdown 글이 아니에요. --notebook과 경로를 확인해 주세요.`);
  return path;
}

async function readDraft({ files }: CommandInput["notebook"], path: string) {
  try {
    return decodeText(await files.read(path));
  } catch (error) {
    if (files.isMissing(error)) throw new Failure(`${path}: 그런 파일이 없어요. 경로를 확인해 주세요.`);
    throw error;
  }
}

/** Now, or the beginning of another day. */
function momentOf({ notebook, options }: CommandInput, now: number): number {
  const { dayRule } = notebook.settings;
  if (options.date === undefined) return now;
  const understood = parseDayExpression(options.date, dayAt(now, dayRule));
  if (!understood.ok) throw new UsageError(`--date '${options.date}': 어떤 날인지 알 수 없어요.`);
  return understood.day === civilDayAt(now, dayRule.timeZone) ? now : instantOf(understood.day, 0, dayRule.timeZone);
}

/** The shape of a finding in `--json`; lines and columns count from 1. */
function foundIn(text: string, { severity, code, message, start }: Finding) {
  const lineStart = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  return { severity, code, line: countLines(text, start) + 1, column: start - lineStart + 1, message };
}

type Plan = Extract<
  Awaited<ReturnType<Awaited<ReturnType<CommandInput["notebook"]["engines"]["loadPublishing"]>>["planPublish"]>>,
  { action: "publish" }
>;

/** The post is whole before the draft goes: killed in between, both are there. Links of other notes follow it. */
async function make({ notebook, terminal }: CommandInput, { draft, to, others, leavesImages }: Plan): Promise<void> {
  const text = applyEdits(draft.text, draft.edits);
  const from = join(notebook.root, draft.path);
  if (to === draft.path) {
    await replaceFile(from, text);
    return;
  }
  const { followLinks } = await notebook.engines.loadPublishing();
  const links = await followLinks(notebook, draft.path, to, { cancellation: NEVER_CANCELLED });
  if (!(await createFile(notebook.root, to, text)))
    throw new Failure(`${to}: 그사이 같은 이름의 파일이 생겨 내지 않았어요. 다시 해 주세요.`);
  for (const other of [...others, ...links.files])
    await replaceFile(join(notebook.root, other.path), applyEdits(other.text, other.edits));
  await unlink(from);
  if (leavesImages)
    terminal.writeError(`${to}: 머리말에 적은 그림의 주소는 새 자리에 맞게 고치지 못했어요. 직접 고쳐 주세요.\n`);
  for (const { path, why } of links.unread)
    terminal.writeError(`${path}: 이 글로 오는 링크가 있는지 살피지 못했어요. 직접 살펴 주세요. (${why})\n`);
  for (const { path, why } of links.left)
    terminal.writeError(`${path}: 이 글로 오는 링크를 고치지 못했어요. 직접 고쳐 주세요. (${why})\n`);
}

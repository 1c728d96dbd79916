import { resolve } from "node:path";
import { koreanMonth, parseYearMonth, type YearMonth } from "../../core/calendar/month.ts";
import {
  describeAttached,
  describeLeft,
  describeSkipped,
  filesOf,
  remarksOn,
} from "../../core/import/describeImport.ts";
import { type ImportFile, isRefused, nameOf } from "../../core/import/importFile.ts";
import { IMPORT_KINDS, type ImportKind } from "../../core/import/importPaths.ts";
import type { PlannedNote } from "../../core/import/planNotes.ts";
import type { DatedPost } from "../../core/import/planPosts.ts";
import type { Picked } from "../../core/import/readPicked.ts";
import { readNotes } from "../../core/note/readNote.ts";
import { NEVER_CANCELLED } from "../../core/notebook/files.ts";
import { recogniseSite } from "../../core/retro/recogniseSite.ts";
import { nameKey } from "../../core/text/nfc.ts";
import { describeWriteProblem } from "../../core/write/problem.ts";
import { createFile } from "../createFile.ts";
import { importFilesAt } from "../importFiles.ts";
import type { CommandInput } from "./command.ts";
import { Failure, UsageError } from "./usage.ts";

const STEPS = { cancellation: NEVER_CANCELLED };

/**
 * `import PATH…`: retro posts taken apart, exports of Notion, backups of velog and Tistory, saved pages, folders of Markdown.
 * What cannot be read does not keep the rest from being brought in.
 */
export async function importPosts(input: CommandInput): Promise<0 | 1> {
  if (input.args.length === 0) throw new UsageError("가져올 글이나 폴더, 압축 파일을 적어 주세요.");
  const as = kindOption(input.options.as);
  const month = monthOption(input.options.month);
  let failed = false;
  const found: { name: string; files: readonly ImportFile[]; picked: Picked }[] = [];
  const posts: DatedPost[] = [];
  for (const name of input.args) {
    try {
      const one = await readPath(input, name, as);
      posts.push(...one.picked.posts.map((post) => dated(post, month)));
      found.push(one);
    } catch (error) {
      if (!(error instanceof Failure || isRefused(error))) throw error;
      failed = true;
      input.terminal.writeError(`${name}: ${error.message}\n`);
    }
  }
  await bringPosts(input, posts);
  for (const { name, files, picked } of found) {
    if (picked.notes.length > 0) await bringNotes(input, picked, files, as ?? "post");
    for (const line of describeSkipped(picked)) input.terminal.writeError(`${name}: ${line}\n`);
  }
  return failed ? 1 : 0;
}

function kindOption(stated: string | undefined): ImportKind | undefined {
  const kind = IMPORT_KINDS.find((known) => known === stated);
  if (stated !== undefined && kind === undefined)
    throw new UsageError("--as에는 post, til, note 가운데 하나를 적어 주세요.");
  return kind;
}

function monthOption(stated: string | undefined): YearMonth | undefined {
  const month = stated === undefined ? undefined : parseYearMonth(stated);
  if (stated !== undefined && month === undefined) throw new UsageError("--month에는 2025-05처럼 적어 주세요.");
  return month;
}

async function readPath({ notebook, terminal }: CommandInput, name: string, as: ImportKind | undefined) {
  const { openZip, readPicked } = await notebook.engines.loadImporting();
  const files = await importFilesAt(resolve(terminal.cwd, name), openZip);
  const picked = await readPicked(files, notebook.rules, await notebook.engines.loadMarkdown(), STEPS);
  const isOneText = files.length === 1 && /\.(?:md|markdown|txt)$/i.test(name);
  if (isOneText && picked.skipped["not-utf8"].length > 0)
    throw new Failure("UTF-8이 아니라서 가져오지 않았어요. UTF-8로 저장한 뒤 다시 해 주세요.");
  // A post that is pointed at was meant to be taken apart, unless someone says what it is.
  if (isOneText && picked.posts.length === 0 && as === undefined)
    throw new Failure(
      "토막글이나 TIL 목록을 찾지 못했어요. '## 5월 동안 쓴 토막글들'처럼 목록 위에 제목을 달고 다시 해 주세요. 글 하나를 그대로 가져오려면 --as post처럼 적어 주세요.",
    );
  if (picked.posts.length + picked.notes.length === 0)
    throw new Failure("가져올 글을 찾지 못했어요. Markdown이나 HTML로 된 글이 있는 폴더나 zip을 적어 주세요.");
  return { name, files, picked };
}

function dated({ name, post }: Picked["posts"][number], stated: YearMonth | undefined): DatedPost {
  const month = stated ?? post.month;
  if (month === undefined)
    throw new Failure(`${name}: 어느 달의 회고인지 적혀 있지 않아요. --month 2025-05처럼 알려 주세요.`);
  return { name: nameOf(name), post, month };
}

async function bringPosts(input: CommandInput, posts: readonly DatedPost[]): Promise<void> {
  if (posts.length === 0) return;
  const { notebook, terminal } = input;
  const { planPosts } = await notebook.engines.loadImporting();
  const planned = planPosts(posts, {
    notes: notebook.index.notes(),
    rules: notebook.rules,
    tomakPath: notebook.settings.tomak.path,
    tilPath: notebook.settings.til.path,
    render: await notebook.engines.loadTemplates(),
  });
  if (!planned.ok) throw new Failure(describeWriteProblem(planned.problem));
  const { items, existing, repeatedNumbers, looseLines } = planned.plan;
  await create(input, items);
  const months = [...new Set(posts.map(({ month }) => month))].sort().map(koreanMonth);
  terminal.writeError(`${months.join(", ")}: ${counts(input, items.length, existing.length)}\n`);
  if (looseLines > 0) terminal.writeError(`어느 항목에도 들지 않은 줄이 ${looseLines}줄 있어 글에만 남겨 두었어요.\n`);
  if (repeatedNumbers.length > 0) terminal.writeError(`다른 달에도 있는 토막글 번호: ${repeatedNumbers.join(", ")}\n`);
}

async function bringNotes(
  input: CommandInput,
  picked: Picked,
  files: readonly ImportFile[],
  as: ImportKind,
): Promise<void> {
  const { notebook, terminal } = input;
  const { planNotes, readKnownNotes } = await notebook.engines.loadImporting();
  const planned = await planNotes(
    picked.notes,
    as,
    files,
    {
      rules: notebook.rules,
      parse: await notebook.engines.loadMarkdown(),
      render: await notebook.engines.loadTemplates(),
      tomakPath: notebook.settings.tomak.path,
      tilPath: notebook.settings.til.path,
      site: await recogniseSite(notebook.files),
      known: await readKnownNotes(notebook, NEVER_CANCELLED),
      taken: new Set([...notebook.index.paths()].map(nameKey)),
    },
    STEPS,
  );
  if (!planned.ok) throw new Failure(describeWriteProblem(planned.problem));
  const { items, existing, left } = planned.plan;
  await create(input, items);
  terminal.writeError(`${counts(input, items.length, existing.length)}\n`);
  const attached = filesOf(items);
  if (attached.length > 0) terminal.writeError(`함께 가져온 ${describeAttached(attached)}\n`);
  for (const line of [...describeLeft(left), ...remarksOn(items)]) terminal.writeError(`${line}\n`);
}

function counts({ options }: CommandInput, made: number, existing: number): string {
  return `${options["dry-run"] ? "만들 노트" : "만든 노트"} ${made}편, 이미 있는 노트 ${existing}편`;
}

/** Everything is read before anything is written: what is damaged leaves nothing half done. */
async function create({ notebook, options, terminal }: CommandInput, items: readonly PlannedNote[]): Promise<void> {
  const images = filesOf(items);
  if (!options["dry-run"]) {
    const contents = [];
    for (const { file, to } of images) contents.push({ path: to, bytes: await file.read() });
    for (const { path, bytes } of contents) await createNew(notebook.root, path, bytes);
    for (const { path, text } of items) {
      await createNew(notebook.root, path, text);
      notebook.index.apply({ read: new Map([[path, readNotes(path, text, notebook.rules)]]) });
    }
  }
  for (const { path } of items) terminal.write(`${path}\n`);
}

async function createNew(root: string, path: string, contents: string | Uint8Array): Promise<void> {
  if (!(await createFile(root, path, contents)))
    throw new Failure(`${path}: 같은 이름의 파일이 있어 멈췄어요. 그 파일을 옮긴 뒤 다시 해 주세요.`);
}

import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { koreanMonth, parseYearMonth } from "../../core/calendar/month.ts";
import { readNotes } from "../../core/note/readNote.ts";
import { decodeText } from "../../core/text/decode.ts";
import { describeWriteProblem } from "../../core/write/problem.ts";
import { createFile } from "../createFile.ts";
import { hasCode } from "../files.ts";
import type { CommandInput } from "./command.ts";
import { Failure, UsageError } from "./usage.ts";

/** `import POST…`: takes retro posts apart into notes. A post that cannot be read does not keep the others from being brought in. */
export async function importPosts(input: CommandInput): Promise<0 | 1> {
  if (input.args.length === 0) throw new UsageError("가져올 회고 글을 적어 주세요.");
  let failed = false;
  for (const file of input.args) {
    try {
      await importPost(input, file);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failed = true;
      input.terminal.writeError(`${file}: ${error.message}\n`);
    }
  }
  return failed ? 1 : 0;
}

async function importPost({ notebook, options, terminal }: CommandInput, file: string): Promise<void> {
  const { text, faithful } = decodeText(await readPost(resolve(terminal.cwd, file)));
  if (!faithful) throw new Failure("UTF-8이 아니라서 가져오지 않았어요. UTF-8로 저장한 뒤 다시 해 주세요.");
  const { planImport, readRetroPost } = await notebook.engines.loadRetro();
  const post = readRetroPost(basename(file), text, notebook.rules, await notebook.engines.loadMarkdown());
  if (post.entries.length === 0)
    throw new Failure(
      "토막글이나 TIL 목록을 찾지 못했어요. '## 5월 동안 쓴 토막글들'처럼 제목이 달린 목록이 있어야 해요.",
    );
  const stated = options.month === undefined ? undefined : parseYearMonth(options.month);
  if (options.month !== undefined && stated === undefined) throw new UsageError("--month에는 2025-05처럼 적어 주세요.");
  const month = stated ?? post.month;
  if (month === undefined) throw new Failure("어느 달의 회고인지 적혀 있지 않아요. --month 2025-05처럼 알려 주세요.");

  const planned = planImport(post, month, {
    notes: notebook.index.notes(),
    tomakPath: notebook.settings.tomak.path,
    tilPath: notebook.settings.til.path,
    render: await notebook.engines.loadTemplates(),
  });
  if (!planned.ok) throw new Failure(describeWriteProblem(planned.problem));
  const { items, existing, repeatedNumbers } = planned.plan;
  for (const item of items) {
    if (!options["dry-run"]) {
      if (!(await createFile(notebook.root, item.path, item.text)))
        throw new Failure(`${item.path}: 같은 이름의 파일이 있어 멈췄어요.`);
      notebook.index.apply({ read: new Map([[item.path, readNotes(item.path, item.text, notebook.rules)]]) });
    }
    terminal.write(`${item.path}\n`);
  }
  const done = options["dry-run"] ? "만들 노트" : "만든 노트";
  terminal.writeError(`${koreanMonth(month)}: ${done} ${items.length}편, 이미 있는 노트 ${existing.length}편\n`);
  if (post.looseLines > 0)
    terminal.writeError(`어느 항목에도 들지 않은 줄이 ${post.looseLines}줄 있어 글에만 남겨 두었어요.\n`);
  if (repeatedNumbers.length > 0) terminal.writeError(`다른 달에도 있는 토막글 번호: ${repeatedNumbers.join(", ")}\n`);
}

async function readPost(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    if (hasCode(error, "ENOENT")) throw new Failure("그런 파일이 없어요.");
    if (hasCode(error, "EISDIR")) throw new Failure("폴더가 아니라 글 파일을 적어 주세요.");
    throw error;
  }
}

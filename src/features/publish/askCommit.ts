import { type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { NotePath } from "../../core/note/note.ts";
import type { Candidate } from "../../core/publish/candidate.ts";
import type { RepositoryToday } from "../../core/publish/surveyToday.ts";

const TITLE = "오늘 쓴 글 커밋";

/** Asks which of the repositories that notes are in. */
export async function askRepository(found: readonly RepositoryToday[]): Promise<RepositoryToday | undefined> {
  const rows = found.map((one) => ({
    label: one.repository?.root ?? "",
    description: one.ok ? `파일 ${one.candidates.length}개` : "지금은 커밋할 수 없음",
    one,
  }));
  const picked = await window.showQuickPick(rows, {
    title: TITLE,
    placeHolder: "노트가 여러 저장소에 있어요. 하나를 골라 주세요.",
  });
  return picked?.one;
}

interface Row extends QuickPickItem {
  readonly path?: NotePath;
}

const ICONS: Readonly<Record<Candidate["what"], string>> = { note: "note", image: "file-media", record: "archive" };

/** Shows what goes in, today's files ticked; `undefined` when the person backed out. */
export async function askFiles(candidates: readonly Candidate[]): Promise<ReadonlySet<NotePath> | undefined> {
  const rowsOf = (isToday: boolean): readonly Row[] =>
    candidates
      .filter((candidate) => candidate.isToday === isToday)
      .map(({ path, notes, what, remark }) => ({
        label: `$(${ICONS[what]}) ${notes[0]?.title ?? path.slice(path.lastIndexOf("/") + 1)}`,
        description: `${remark} · ${path}`,
        picked: isToday,
        path,
      }));
  const [today, others] = [rowsOf(true), rowsOf(false)];
  const separator = (label: string): Row => ({ label, kind: QuickPickItemKind.Separator });
  const rows = [...today, ...(others.length === 0 ? [] : [separator("골라야 들어가는 것"), ...others])];
  const picked = await window.showQuickPick(rows, {
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
    title: TITLE,
    placeHolder: "커밋할 파일을 고르고 Enter. 여기 없는 것은 그대로 두어요.",
  });
  return picked && new Set(picked.flatMap(({ path }) => path ?? []));
}

/** Lets the first line of the message be changed; `undefined` when the person backed out. */
export async function askMessage(proposal: string, count: number): Promise<string | undefined> {
  const [subject = "", ...body] = proposal.split("\n");
  const more = body.join("\n").trim();
  const answer = await window.showInputBox({
    title: TITLE,
    prompt: `파일 ${count}개의 커밋 메시지.${more === "" ? "" : " 무늬의 나머지 줄은 아래에 붙어요."}`,
    value: subject,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === "" ? "메시지를 적어 주세요." : undefined),
  });
  return answer === undefined || more === "" ? answer?.trim() : `${answer.trim()}\n\n${more}`;
}

import type { NotePath } from "../note/note.ts";
import type { Candidate } from "./candidate.ts";
import type { RepositoryToday } from "./surveyToday.ts";

/** A row of a list; `kind` is set for a line between rows (`QuickPickItemKind.Separator` of the editor). */
export interface Row {
  readonly label: string;
  readonly description?: string;
  readonly picked?: boolean;
  readonly kind?: -1;
}

interface ListOptions {
  readonly title: string;
  readonly placeHolder: string;
}

/** Asks the person; whatever they back out of answers `undefined`. */
export interface CommitScreen {
  pick<T extends Row>(rows: readonly T[], options: ListOptions): PromiseLike<T | undefined>;
  pickMany<T extends Row>(rows: readonly T[], options: ListOptions): PromiseLike<readonly T[] | undefined>;
  ask(options: {
    readonly title: string;
    readonly prompt: string;
    readonly value: string;
    validateInput(text: string): string | undefined;
  }): PromiseLike<string | undefined>;
}

const title = "오늘 쓴 글 커밋";

/** Asks which of the repositories that notes are in. */
export async function askRepository(
  screen: CommitScreen,
  found: readonly RepositoryToday[],
): Promise<RepositoryToday | undefined> {
  const rows = found.map((one) => ({
    label: one.repository?.root ?? "",
    description: one.ok ? `파일 ${one.candidates.length}개` : "지금은 커밋할 수 없음",
    one,
  }));
  const placeHolder = "노트가 여러 저장소에 있어요. 하나를 골라 주세요.";
  return (await screen.pick(rows, { title, placeHolder }))?.one;
}

const ICONS: Readonly<Record<Candidate["what"], string>> = { note: "note", image: "file-media", record: "archive" };

/** Shows what goes in, today's files ticked. */
export async function askFiles(
  screen: CommitScreen,
  candidates: readonly Candidate[],
): Promise<ReadonlySet<NotePath> | undefined> {
  const rowsOf = (isToday: boolean) =>
    candidates
      .filter((candidate) => candidate.isToday === isToday)
      .map(({ path, notes, what, remark }) => ({
        label: `$(${ICONS[what]}) ${notes[0]?.title ?? path.slice(path.lastIndexOf("/") + 1)}`,
        description: `${remark} · ${path}`,
        picked: isToday,
        path,
      }));
  const [today, others] = [rowsOf(true), rowsOf(false)];
  const separator = { label: "골라야 들어가는 것", kind: -1 } as const;
  const rows: readonly (Row & { path?: NotePath })[] = [
    ...today,
    ...(others.length === 0 ? [] : [separator, ...others]),
  ];
  const placeHolder = "커밋할 파일을 고르고 Enter. 여기 없는 것은 그대로 두어요.";
  const picked = await screen.pickMany(rows, { title, placeHolder });
  return picked && new Set(picked.flatMap(({ path }) => path ?? []));
}

/** Lets the first line of the message be changed. */
export async function askMessage(screen: CommitScreen, proposal: string, count: number): Promise<string | undefined> {
  const [subject = "", ...body] = proposal.split("\n");
  const more = body.join("\n").trim();
  const answer = await screen.ask({
    title,
    prompt: `파일 ${count}개의 커밋 메시지.${more === "" ? "" : " 무늬의 나머지 줄은 아래에 붙어요."}`,
    value: subject,
    validateInput: (text) => (text.trim() === "" ? "메시지를 적어 주세요." : undefined),
  });
  return answer === undefined || more === "" ? answer?.trim() : `${answer.trim()}\n\n${more}`;
}

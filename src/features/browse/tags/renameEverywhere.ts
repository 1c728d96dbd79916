import { window } from "vscode";
import { composedTag, tagMove } from "../../../core/notebook/tagMove.ts";
import {
  planTagRename,
  type SkippedNote,
  type SkipReason,
  type TagRenamePlan,
} from "../../../core/notebook/tagRename.ts";
import { withParticle } from "../../../core/text/particle.ts";
import { changeFiles } from "../../../vscode/edits/changeFiles.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { Notice } from "../../../vscode/notice.ts";
import { openNote } from "../../../vscode/openNote.ts";
import { slowly } from "../../../vscode/slowly.ts";
import { choosePlan } from "./choosePlan.ts";

/** Shows what changes when tags get one name, and changes it in the notes the person leaves ticked, as one step. */
export async function renameEverywhere(
  session: NotebookSession,
  title: string,
  from: readonly string[],
  to: string,
): Promise<void> {
  const plan = await slowly(title, (steps) => planTagRename(session, tagMove(from, to), steps));
  await carryOut(session, title, plan, `태그를 ${withParticle(`#${to}`, "으로/로")} 바꿨어요.`);
}

/** Shows where tags are written in letters taken apart (NFD), and writes them composed. They are the same tags already. */
export async function composeTags(session: NotebookSession): Promise<void> {
  const title = "풀어쓴 태그 모아쓰기";
  const plan = await slowly(title, (steps) => planTagRename(session, composedTag, steps));
  await carryOut(session, title, { ...plan, inNames: [] }, "태그를 모아쓴 글자로 바꿨어요.");
}

async function carryOut(session: NotebookSession, title: string, plan: TagRenamePlan, done: string): Promise<void> {
  if (plan.files.length === 0) throw nothingToDo(session, plan);
  const chosen = await choosePlan(session, title, plan);
  if (chosen === undefined || chosen.length === 0) return;
  const files = chosen.map(({ path, text, edits }) => ({ uri: session.uriOf(path), text, edits }));
  await slowly(title, (steps) => changeFiles(files, [], steps));
  await session.follow({ touched: new Set(chosen.map(({ path }) => path)), removed: new Set() });
  void report(session, `노트 ${chosen.length}편의 ${done}`, plan);
}

function nothingToDo(session: NotebookSession, plan: TagRenamePlan): Notice {
  if (plan.skipped.length === 0 && plan.inNames.length === 0)
    return new Notice("바꿀 곳이 없어요. 다른 태그나 다른 이름을 골라 주세요.");
  return new Notice(`고칠 수 있는 노트가 없어요.${leftText(plan)}`, {
    title: "살펴보기",
    run: () => showLeft(session, plan),
  });
}

async function report(session: NotebookSession, message: string, plan: TagRenamePlan): Promise<void> {
  const left = leftText(plan);
  if (left === "") void window.showInformationMessage(message);
  else if ((await window.showWarningMessage(message + left, "살펴보기")) !== undefined) await showLeft(session, plan);
}

/** What stays as it is, for a message. */
export function leftText({ skipped, inNames }: TagRenamePlan): string {
  const [first] = skipped;
  const notes =
    first === undefined
      ? ""
      : ` 고치지 않은 노트 ${skipped.length}편: ${first.path}${skipped.length > 1 ? " 등" : ""}.`;
  return inNames.length === 0 ? notes : `${notes} 파일 이름에 태그가 든 노트 ${inNames.length}편의 이름은 그대로예요.`;
}

const REASONS: Readonly<Record<SkipReason, string>> = {
  "front-matter": "머리말이나 본문을 다른 곳까지 바꾸지 않고는 고칠 수 없어요.",
  "not-utf8": "UTF-8 파일이 아니에요. 편집기에서 'UTF-8로 저장'하면 고칠 수 있어요.",
  "mixed-line-ends": "줄 끝(CRLF, LF)이 섞여 있어요. 하나로 맞추면 고칠 수 있어요.",
  unreadable: "파일을 읽을 수 없어요.",
  conflict: "Git 충돌 표시가 남아 있어요. 충돌을 풀면 고칠 수 있어요.",
  inline: "본문의 #태그는 새 이름을 쓸 수 없어 그대로예요.",
};

async function showLeft(session: NotebookSession, { skipped, inNames }: TagRenamePlan): Promise<void> {
  const named = inNames.map((path) => ({ label: path, detail: "파일 이름에 든 태그는 바꾸지 않아요." }));
  const picked = await window.showQuickPick(
    [...skipped.map(({ path, reason }: SkippedNote) => ({ label: path, detail: REASONS[reason] })), ...named],
    { title: "그대로 둔 노트", placeHolder: "고르면 노트를 엽니다" },
  );
  if (picked !== undefined) await openNote(session, picked.label);
}

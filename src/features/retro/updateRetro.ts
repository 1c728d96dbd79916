import { commands, window } from "vscode";
import { koreanPeriod } from "../../core/calendar/koreanPeriod.ts";
import type { Period } from "../../core/calendar/period.ts";
import type { ConflictChoice, DraftMerge, MergeChoices } from "../../core/retro/merge/mergeDraft.ts";
import type { RetroUpdate } from "../../core/retro/planRetro.ts";
import { applyEdits } from "../../core/text/edit.ts";
import { editNote } from "../../vscode/edits/editNote.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import { Notice } from "../../vscode/notice.ts";
import { openNote } from "../../vscode/openNote.ts";
import type { Proposals } from "../../vscode/proposals.ts";
import { warnOfImages } from "../../vscode/warnOfImages.ts";
import { askConflicts } from "./askConflicts.ts";
import type { BaseKeeper } from "./baseKeeper.ts";
import { pickNotes } from "./pickNotes.ts";

export interface UpdateDeps {
  readonly proposals: Proposals;
  readonly bases: BaseKeeper;
}

/** Brings a draft that is there up to date, keeping every line written by hand, as one step that undo takes back. */
export async function updateRetro(
  session: NotebookSession,
  period: Period,
  update: RetroUpdate,
  deps: UpdateDeps,
  given: MergeChoices = {},
): Promise<void> {
  const { document } = await openNote(session, update.path);
  const post = document.getText();
  const choices = await askChoices(session, update, post, deps, given);
  if (choices === undefined) return;
  const merge = update.merge(post, choices);
  const after = applyEdits(post, merge.edits);
  if (merge.changesLines && !(await confirmed(session, period, update, after, deps))) return;

  const copies = update.copies(after);
  const compute = (text: string) => {
    if (text !== post) throw new Notice("그사이 글이 바뀌어 그대로 두었어요. 회고 만들기를 다시 실행해 주세요.");
    return merge.edits;
  };
  const save = () => editNote(document.uri, compute, { session, copies });
  const isSaved =
    merge.edits.length === 0 ? await save() : await deps.bases.whileSaving(session, update.savingFile(after), save);
  const base = update.baseFile(merge);
  if (update.isDamaged || base.text !== update.rememberedText) {
    const before = { post, base: update.rememberedText };
    await deps.bases.remember({ session, uri: document.uri.toString(), before, after: { post: after, base } }, isSaved);
  }
  warnOfImages(update.imageProblems);
  void report(merge, { session, period, update, deps, copied: copies.length });
}

/** What only the person can decide: what to take into a post made by hand, and entries changed on both sides. */
async function askChoices(
  session: NotebookSession,
  update: RetroUpdate,
  post: string,
  { proposals }: UpdateDeps,
  given: MergeChoices,
): Promise<MergeChoices | undefined> {
  let choices = given;
  const first = update.merge(post, choices);
  if (update.rememberedText === undefined && given.leaveOut === undefined && first.added.length > 0) {
    const taken = await pickNotes(session, first.added, {
      title: `글에 없는 노트 ${first.added.length}편`,
      placeHolder: "글에 넣을 노트를 고르고 Enter를 누르세요. 글의 다른 곳은 바뀌지 않아요.",
      picked: true,
    });
    if (taken === undefined) return undefined;
    choices = { ...choices, leaveOut: new Set(first.added.filter((note) => !taken.includes(note))) };
  }
  if (first.conflicts.length === 0) return choices;
  const conflicts: ReadonlyMap<string, ConflictChoice> | undefined = await askConflicts(first.conflicts, proposals);
  return conflicts && { ...choices, conflicts };
}

/** Shows the draft as it would be beside the draft as it is. */
async function confirmed(
  session: NotebookSession,
  period: Period,
  update: RetroUpdate,
  after: string,
  { proposals }: UpdateDeps,
): Promise<boolean> {
  const proposal = proposals.show(`${period}-새로 만든 회고.md`, after);
  const title = `${koreanPeriod(period)} 회고: 지금 글 ↔ 새로 만든 글`;
  await commands.executeCommand("vscode.diff", session.uriOf(update.path), proposal, title, { preview: true });
  const answer = await window.showQuickPick(
    [
      { label: "$(check) 이대로 바꾸기", description: "실행 취소로 되돌릴 수 있어요", apply: true },
      { label: "$(close) 그만두기", description: "글은 그대로예요", apply: false },
    ],
    { title, placeHolder: "오른쪽처럼 바꿀까요? 손으로 쓴 줄은 그대로예요.", ignoreFocusOut: true },
  );
  await commands.executeCommand("workbench.action.closeActiveEditor");
  await openNote(session, update.path);
  return answer?.apply === true;
}

interface Making {
  readonly session: NotebookSession;
  readonly period: Period;
  readonly update: RetroUpdate;
  readonly deps: UpdateDeps;
  /** How many images were copied. */
  readonly copied: number;
}

async function report(merge: DraftMerge, { session, period, update, deps, copied }: Making): Promise<void> {
  const done = [
    merge.added.length > 0 && `새 노트 ${merge.added.length}편을 넣었어요.`,
    merge.updated.length > 0 && `바뀐 노트 ${merge.updated.length}편을 고쳤어요.`,
    copied > 0 && `그림 ${copied}개를 복사했어요.`,
    merge.conflicts.length > 0 && `양쪽에서 고친 ${merge.conflicts.length}편은 글의 것을 그대로 두었어요.`,
    merge.orphaned.length > 0 && `노트가 없어졌거나 다른 달로 간 항목 ${merge.orphaned.length}편은 글에 남겨 두었어요.`,
  ].filter((text) => text !== false);
  const left = merge.deleted.length > 0 ? ` 뺀 노트 ${merge.deleted.length}편은 다시 넣지 않았어요.` : "";
  const what =
    merge.edits.length + copied > 0 ? done.join(" ") : ["이미 최신이라 바꾼 것이 없어요.", ...done].join(" ");
  const message = `${koreanPeriod(period)} 회고: ${what}${left}`;
  if (merge.deleted.length === 0) {
    void window.showInformationMessage(message);
    return;
  }
  if ((await window.showInformationMessage(message, "다시 넣기…")) === undefined) return;
  const restored = await pickNotes(session, merge.deleted, {
    title: "뺀 노트 다시 넣기",
    placeHolder: "다시 넣을 노트를 고르고 Enter를 누르세요.",
    picked: false,
  });
  if (restored === undefined || restored.length === 0) return;
  await updateRetro(session, period, update, deps, { restore: new Set(restored) });
}

import { commands, type Uri, window, workspace } from "vscode";
import type { Clock } from "../../../core/calendar/clock.ts";
import type { FollowedLinks } from "../../../core/publish/plan/followLinks.ts";
import type { ChangedFile, PublishPlan } from "../../../core/publish/plan/planPublish.ts";
import { CONFIGURATION_SECTION, commandId } from "../../../ids.ts";
import { changeFiles } from "../../../vscode/edits/changeFiles.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { Notice } from "../../../vscode/notice.ts";
import { askFindings, askMoment } from "./askPublish.ts";
import type { DraftFindings } from "./draftFindings.ts";
import { linksToDraft, reportLeft } from "./linksToDraft.ts";

export interface PublishTools {
  readonly clock: Clock;
  readonly findings: DraftFindings;
}

type Plan = Exclude<PublishPlan, { action: "refuse" }>;
type PlanToPublish = Extract<PublishPlan, { action: "publish" }>;

const NO_LINKS: FollowedLinks = { files: [], left: [], unread: [] };

/** Makes a post of a draft, as one step that undo takes back: its new name, its date and state, its links. */
export async function publishDraft(session: NotebookSession, uri: Uri, tools: PublishTools): Promise<void> {
  const { clock, findings } = tools;
  const first = await findings.check(session, uri);
  const document = await workspace.openTextDocument(uri);
  const now = clock.now();
  const planAt = async (publishedAt: number): Promise<Plan> => {
    const { planPublish, describeRefusal } = await session.engines.loadPublishing();
    const path = session.pathOf(uri) ?? "";
    const plan = await planPublish(session, path, document.getText(), { now, publishedAt });
    if (plan.action !== "refuse") return plan;
    throw new Notice(
      describeRefusal(plan),
      plan.reason === "no-place" || plan.reason === "place" ? SETTING : undefined,
    );
  };
  await planAt(now);
  const publishedAt = await askMoment(first.stated, now);
  if (publishedAt === undefined) return;
  const review = await findings.check(session, uri, publishedAt);
  if (review.findings.length > 0 && !(await askFindings(document, review.findings))) return;
  // What is published is what is on disk afterwards.
  if (document.isDirty && !(await document.save()))
    throw new Notice("글을 저장하지 못해 내지 않았어요. 저장한 뒤 다시 해 주세요.");
  const plan = await planAt(publishedAt);
  if (plan.action === "paste") await window.showTextDocument(document, { preview: false });
  const links = plan.action === "publish" ? await publish(session, plan) : undefined;
  if (plan.action === "publish") findings.forget(uri);
  if (plan.action === "paste" || plan.isPasted) offerCopy(plan);
  // The tree learns of it last: that may have to wait for the notebook to be read.
  if (plan.action === "publish")
    await session.follow({
      touched: new Set([plan.to, ...(links ?? []).map(({ path }) => path)]),
      removed: new Set(plan.to === plan.draft.path ? [] : [plan.draft.path]),
    });
}

const SETTING = {
  title: "설정 열기",
  run: () => commands.executeCommand("workbench.action.openSettings", `${CONFIGURATION_SECTION}.publish.path`),
};

/** @returns the other notes that were changed, for they link to it */
async function publish(session: NotebookSession, plan: PlanToPublish): Promise<readonly ChangedFile[]> {
  const { draft, to, others, changesPeriod, leavesImages } = plan;
  const target = session.uriOf(to);
  const isMoved = to !== draft.path;
  const links = isMoved ? await linksToDraft(session, draft.path, to) : NO_LINKS;
  const files = [draft, ...others, ...links.files];
  await changeFiles(
    files.map(({ path, text, edits }) => ({ uri: session.uriOf(path), text, edits })),
    isMoved ? [{ from: session.uriOf(draft.path), to: target }] : [],
    { mendsLinks: true },
  );
  await window.showTextDocument(target, { preview: false });
  if (changesPeriod)
    void window.showWarningMessage("제목에 해가 없어 다른 해의 회고로 읽혀요. 제목에 해를 적어 주세요.");
  if (leavesImages)
    void window.showWarningMessage(
      "머리말에 적은 그림의 주소는 새 자리에 맞게 고치지 못했어요. 글에서 직접 고쳐 주세요.",
    );
  const mended = links.files.length === 0 ? "" : `. 이 글로 오는 링크를 노트 ${links.files.length}편에서 고쳤어요.`;
  if (!plan.isPasted) void window.showInformationMessage(`글을 펴냈어요: ${to}${mended}`);
  void reportLeft(session, links);
  return links.files;
}

/** Where a post is pasted, publishing ends there. */
function offerCopy(plan: Plan): void {
  const done = plan.action === "publish" ? `글을 옮겼어요: ${plan.to}. ` : "";
  const button = "붙여넣을 글로 복사";
  const message = `${done}이제 블로그의 글쓰기 화면에 머리말 아래의 글을 붙여 넣어 주세요.`;
  void window
    .showInformationMessage(message, button)
    .then((answer) => (answer === button ? commands.executeCommand(commandId("copyForPasting")) : undefined));
}

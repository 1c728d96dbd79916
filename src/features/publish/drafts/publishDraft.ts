import { commands, type Uri, window, workspace } from "vscode";
import type { Clock } from "../../../core/calendar/clock.ts";
import type { PublishPlan } from "../../../core/publish/plan/planPublish.ts";
import { CONFIGURATION_SECTION } from "../../../ids.ts";
import { changeFiles } from "../../../vscode/edits.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { Notice } from "../../../vscode/notice.ts";
import { askFindings, askMoment } from "./askPublish.ts";
import type { DraftFindings } from "./draftFindings.ts";

/** Copies a post for a site that it is pasted into. */
const COPY_COMMAND = `${CONFIGURATION_SECTION}.copyForPasting`;

export interface PublishTools {
  readonly clock: Clock;
  readonly findings: DraftFindings;
}

type Plan = Exclude<PublishPlan, { action: "refuse" }>;

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
  else {
    await publish(session, plan);
    findings.forget(uri);
  }
  if (plan.action === "paste" || plan.isPasted) await offerCopy(plan);
  // The tree learns of it last: that may have to wait for the notebook to be read.
  if (plan.action === "publish")
    await session.follow({
      touched: new Set([plan.to]),
      removed: new Set(plan.to === plan.draft.path ? [] : [plan.draft.path]),
    });
}

const SETTING = {
  title: "설정 열기",
  run: () => commands.executeCommand("workbench.action.openSettings", `${CONFIGURATION_SECTION}.publish.path`),
};

async function publish(session: NotebookSession, plan: Extract<Plan, { action: "publish" }>): Promise<void> {
  const { draft, to, others, changesPeriod } = plan;
  const target = session.uriOf(to);
  const files = [draft, ...others].map(({ path, text, edits }) => ({ uri: session.uriOf(path), text, edits }));
  const isMoved = to !== draft.path;
  await changeFiles(files, isMoved ? [{ from: session.uriOf(draft.path), to: target }] : []);
  await window.showTextDocument(target, { preview: false });
  if (changesPeriod)
    void window.showWarningMessage("제목에 해가 없어 다른 해의 회고로 읽혀요. 제목에 해를 적어 주세요.");
  if (!plan.isPasted) void window.showInformationMessage(`글을 펴냈어요: ${to}`);
}

/** Where a post is pasted, publishing ends there. */
async function offerCopy(plan: Plan): Promise<void> {
  const canCopy = (await commands.getCommands(true)).includes(COPY_COMMAND);
  const done = plan.action === "publish" ? `글을 옮겼어요: ${plan.to}. ` : "";
  const button = "붙여 넣을 글로 복사";
  const asked = window.showInformationMessage(
    `${done}이제 블로그의 글쓰기 화면에 머리말 아래의 글을 붙여 넣어 주세요.`,
    ...(canCopy ? [button] : []),
  );
  void asked.then((answer) => (answer === button ? commands.executeCommand(COPY_COMMAND) : undefined));
}

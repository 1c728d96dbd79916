import { env, Uri } from "vscode";
import { dayAt } from "../../core/calendar/zone.ts";
import type { Note } from "../../core/note/note.ts";
import type { PostPlan } from "../../core/post/planPost.ts";
import { createAndOpen, type FileToCopy, type NoteToCreate } from "../../vscode/edits/createFiles.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import { Notice } from "../../vscode/notice.ts";
import { openNote } from "../../vscode/openNote.ts";
import { pickMany } from "../../vscode/pickMany.ts";
import { refusal } from "../../vscode/refusal.ts";
import type { Searches } from "../../vscode/searches.ts";
import { slowly } from "../../vscode/slowly.ts";
import { warnOfImages } from "../../vscode/warnOfImages.ts";
import { type KeepDeps, remember } from "./keepTopic.ts";
import { relatedNotes } from "./relatedNotes.ts";

export interface PostDeps extends KeepDeps {
  readonly searches: Searches;
}

/** How many of the related notes are ticked at first: the best of those that are not private. */
const TICKED = 3;

/** Opens the post begun from a note, or begins one: with the notes that have to do with it, as far as the person wants them. */
export async function startPost(deps: PostDeps, session: NotebookSession, note: Note): Promise<void> {
  const begun = await deps.topics.postOf(session, note);
  if (begun !== undefined) {
    if (begun.note === undefined) await env.openExternal(Uri.parse(begun.post, true));
    else await openNote(session, begun.note.path);
    return;
  }
  const related = await pickRelated(deps, session, note);
  if (related === undefined) return;
  const { planPost } = await session.engines.loadRetro();
  const now = deps.clock.now();
  const day = dayAt(now, session.settings.dayRule);
  const plan = await planPost(session, { title: note.title, notes: [note, ...related], day, now });
  const path = await carryOut(session, plan);
  await remember(deps, session, note, { event: "post", post: path });
}

/** Opens what a plan opens, or creates and opens what it makes; answers with where that is. */
export async function carryOut(session: NotebookSession, plan: PostPlan): Promise<string> {
  if (plan.action === "refuse") throw refusal(session, plan.problem);
  if (plan.action === "open") {
    await openNote(session, plan.path);
    return plan.path;
  }
  await create(session, plan.draft, plan.copies);
  warnOfImages(plan.imageProblems);
  return plan.draft.path;
}

/** @throws Notice when it cannot be created */
export async function create(
  session: NotebookSession,
  note: NoteToCreate,
  copies: readonly FileToCopy[] = [],
): Promise<void> {
  if (await createAndOpen(session, note, copies)) return;
  throw new Notice(`${note.path} 파일을 만들지 못했어요. 노트 폴더에 쓸 수 있는지 확인하고 다시 해 주세요.`);
}

/** Lets related notes be ticked; nothing is asked where there are none. `undefined` when the person backed out. */
async function pickRelated(
  { searches }: PostDeps,
  session: NotebookSession,
  note: Note,
): Promise<readonly Note[] | undefined> {
  const related = await slowly("함께 볼 노트를 찾고 있어요", ({ cancellation }) =>
    relatedNotes({ session, searches }, note, cancellation),
  );
  if (related.length === 0) return [];
  const { describeRelation } = await session.engines.loadTopics();
  const ticked = new Set(related.filter(({ note: { isPrivate } }) => isPrivate !== true).slice(0, TICKED));
  const items = related.map((found) => ({
    label: found.note.title,
    description: [found.note.date?.text, found.note.isPrivate && "비공개"].filter(Boolean).join(" · "),
    detail: describeRelation(found),
    picked: ticked.has(found),
    note: found.note,
  }));
  const picked = await pickMany(items, {
    matchOnDetail: true,
    title: `‘${note.title}’ 글에 함께 실을 노트`,
    placeHolder: "실을 노트를 고르고 Enter를 누르세요. 고르지 않아도 돼요.",
  });
  return picked?.map((item) => item.note);
}

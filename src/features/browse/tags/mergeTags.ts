import { knownTags } from "../../../core/notebook/tagNotes.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { Notice } from "../../../vscode/notice.ts";
import { pickMany } from "../../../vscode/pickMany.ts";
import { askTag } from "./askTag.ts";
import { renameEverywhere } from "./renameEverywhere.ts";

/** Joins several tags into one, an old or a new one. Asks for the tags when none are given. */
export async function mergeTags(session: NotebookSession, given?: readonly string[]): Promise<void> {
  const tags = given ?? (await askTags(session));
  if (tags === undefined || tags.length === 0) return;
  const to = await askTag(
    session,
    {
      title: `${tags.map((tag) => `#${tag}`).join(", ")} 합치기`,
      placeHolder: "남길 태그를 고르거나 새로 적으세요",
    },
    { mayBeNew: true, first: tags },
  );
  if (to === undefined) return;
  const from = tags.filter((tag) => tag !== to);
  if (from.length === 0)
    throw new Notice("합칠 태그가 하나뿐이에요. 둘 이상 고르거나, 남길 태그를 다른 것으로 해 주세요.");
  await renameEverywhere(session, `${from.map((tag) => `#${tag}`).join(", ")} → #${to}`, from, to);
}

async function askTags(session: NotebookSession): Promise<readonly string[] | undefined> {
  const picked = await pickMany(
    knownTags(session.index.notes()).map(({ tag, count }) => ({ label: tag, description: `${count}편` })),
    { title: "태그 합치기", placeHolder: "하나로 합칠 태그를 고르세요" },
  );
  return picked?.map(({ label }) => label);
}

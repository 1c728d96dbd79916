import type { NotebookSession } from "../../vscode/notebookSession.ts";
import { pickMany } from "../../vscode/pickMany.ts";

/** Lets notes be ticked; `undefined` when the person backed out. */
export async function pickNotes(
  session: NotebookSession,
  ids: readonly string[],
  texts: { readonly title: string; readonly placeHolder: string; readonly picked: boolean },
): Promise<readonly string[] | undefined> {
  const rows = ids.map((id) => {
    const note = session.index.byId(id);
    return { id, label: note?.title ?? id, description: note?.date?.text ?? "", picked: texts.picked };
  });
  const picked = await pickMany(rows, { matchOnDescription: true, ...texts });
  return picked?.map(({ id }) => id);
}

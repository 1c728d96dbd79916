import { type QuickPickItem, window } from "vscode";
import type { NotebookSession } from "../../vscode/notebookSession.ts";

/** Lets notes be ticked; `undefined` when the person backed out. */
export async function pickNotes(
  session: NotebookSession,
  ids: readonly string[],
  texts: { readonly title: string; readonly placeHolder: string; readonly picked: boolean },
): Promise<readonly string[] | undefined> {
  const items: (QuickPickItem & { id: string })[] = ids.map((id) => {
    const note = session.index.byId(id);
    return { id, label: note?.title ?? id, description: note?.date?.text ?? "", picked: texts.picked };
  });
  const picked = await window.showQuickPick(items, { canPickMany: true, matchOnDescription: true, ...texts });
  return picked?.map(({ id }) => id);
}

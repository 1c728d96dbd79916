import type { ChatEngine } from "../../core/engines.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";

/** The notebook of this window with all its notes, and what speaks of it; `undefined` where there is none. */
export async function openForChat(
  notebooks: Notebooks,
): Promise<{ readonly session: NotebookSession; readonly engine: ChatEngine } | undefined> {
  const session = notebooks.current;
  if (session === undefined) return undefined;
  const [engine] = await Promise.all([session.engines.loadChatting(), session.show()]);
  if (!session.isShown) await session.load();
  return { session, engine };
}

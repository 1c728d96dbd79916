import type { NotebookSession } from "../notebookSession.ts";
import type { Notebooks } from "../notebooks.ts";

/** The notebook of this window with all its notes; `undefined` where there is none. */
export async function whenRead(notebooks: Notebooks): Promise<NotebookSession | undefined> {
  const session = notebooks.current;
  await session?.show();
  if (session?.isShown === false) await session.load();
  return session;
}

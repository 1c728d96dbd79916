import { Disposable } from "vscode";
import { tagOfNode } from "../../../core/notebook/nodeArgument.ts";
import type { Log } from "../../../vscode/log.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import type { Notebooks } from "../../../vscode/notebooks.ts";
import { openNote } from "../../../vscode/openNote.ts";
import { whenLoaded } from "../../../vscode/progress.ts";
import { registerCommand } from "../../../vscode/registerCommand.ts";
import { goToTag } from "./goToTag.ts";
import { mergeTags } from "./mergeTags.ts";
import { renameTag } from "./renameTag.ts";
import { registerTagCompletion } from "./tagCompletion.ts";
import { registerTagHover } from "./tagHover.ts";
import { registerTagRenameProvider } from "./tagRenameProvider.ts";
import { tidyTags } from "./tidyTags.ts";

/** Tags: completion, what they are used for, other names, and their spellings. `narrowTree` shows a tag's notes alone. */
export function registerTags(notebooks: Notebooks, log: Log, narrowTree: (tag: string) => void): Disposable {
  const withNotes =
    (run: (session: NotebookSession, ...args: readonly unknown[]) => Promise<void>) =>
    async (...args: readonly unknown[]): Promise<void> => {
      const session = await notebooks.require();
      if (session === undefined) return;
      await whenLoaded(session);
      await run(session, ...args);
    };
  const goTo = withNotes(async (session, target, path) => {
    const tag = typeof target === "string" ? target : tagOfNode(target);
    // From a hover: one of the notes it names.
    const [note] = typeof path === "string" ? session.index.notesIn(path) : [];
    if (note !== undefined) await openNote(session, note.path, note.range?.start);
    else await goToTag(session, tag, narrowTree);
  });
  const rename = withNotes((session, target) => renameTag(session, tagOfNode(target)));
  return Disposable.from(
    registerTagCompletion(notebooks),
    registerTagHover(notebooks),
    registerTagRenameProvider(notebooks),
    registerCommand("goToTag", log, goTo),
    registerCommand("goToTagOfRow", log, goTo),
    registerCommand("renameTag", log, rename),
    registerCommand("renameTagOfRow", log, rename),
    registerCommand(
      "mergeTags",
      log,
      withNotes((session) => mergeTags(session)),
    ),
    registerCommand("tidyTags", log, withNotes(tidyTags)),
  );
}

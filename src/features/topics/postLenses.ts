import { CodeLens, type Disposable, languages, Range } from "vscode";
import type { Notebooks } from "../../vscode/notebooks.ts";
import { postLine, type TopicsOfNotes } from "../../vscode/topicsOfNotes.ts";

/** From a note to the post that was begun from it. */
export function registerPostLenses(notebooks: Notebooks, topics: TopicsOfNotes): Disposable {
  return languages.registerCodeLensProvider(
    { language: "markdown" },
    {
      onDidChangeCodeLenses: topics.onDidChange,
      provideCodeLenses: async (document) => {
        const session = notebooks.opened;
        const path = session?.pathOf(document.uri);
        // Nothing here is worth reading the notebook for.
        if (session?.isLoaded !== true || path === undefined) return [];
        const known = session.index.pathLike(path);
        const notes = known === undefined ? [] : session.index.notesIn(known);
        const found = notes.map(async (note) => {
          const post = await topics.postOf(session, note);
          if (post?.note === undefined) return [];
          const line = note.range?.line ?? 0;
          const command = { command: "vscode.open", title: postLine(post), arguments: [session.uriOf(post.note.path)] };
          return [new CodeLens(new Range(line, 0, line, 0), command)];
        });
        return (await Promise.all(found)).flat();
      },
    },
  );
}

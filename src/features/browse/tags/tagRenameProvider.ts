import { type Disposable, languages, Position, Range, type Uri, WorkspaceEdit, window, workspace } from "vscode";
import { isValidTag } from "../../../core/note/frontMatter/tagProblem.ts";
import { normalizeTag } from "../../../core/note/frontMatter/tags.ts";
import { tagAt } from "../../../core/notebook/tagAt.ts";
import { tagMove } from "../../../core/notebook/tagMove.ts";
import { planTagRename, type TaggedFile } from "../../../core/notebook/tagRename.ts";
import { cancellationOf } from "../../../vscode/notebookSession.ts";
import type { Notebooks } from "../../../vscode/notebooks.ts";
import { leftText } from "./renameEverywhere.ts";

/** F2 on a tag: the same change as the command's, shown by the editor's own preview when it is asked for. */
export function registerTagRenameProvider(notebooks: Notebooks): Disposable {
  return languages.registerRenameProvider(
    { language: "markdown" },
    {
      prepareRename(document, position) {
        const session = notebooks.current;
        const path = session?.pathOf(document.uri);
        const found =
          session === undefined || path === undefined || session.isExcluded(path) || !workspace.isTrusted
            ? undefined
            : tagAt(document.getText(), document.offsetAt(position), session.settings.inlineTags);
        if (found === undefined) throw new Error("여기에는 이름을 바꿀 태그가 없어요.");
        return {
          range: new Range(document.positionAt(found.start), document.positionAt(found.end)),
          placeholder: found.tag,
        };
      },
      async provideRenameEdits(document, position, newName, token) {
        const session = notebooks.current;
        if (session === undefined) return undefined;
        const found = tagAt(document.getText(), document.offsetAt(position), session.settings.inlineTags);
        const to = normalizeTag(newName);
        if (found === undefined || to === found.tag) return undefined;
        if (!isValidTag(to)) throw new Error("태그 이름에는 쉼표를 쓸 수 없어요.");
        await session.load();
        const plan = await planTagRename(session, tagMove([found.tag], to), { cancellation: cancellationOf(token) });
        const left = leftText(plan);
        if (left !== "") void window.showWarningMessage(`태그 이름을 바꿉니다.${left}`);
        const edit = new WorkspaceEdit();
        for (const file of plan.files) addTo(edit, session.uriOf(file.path), file);
        return edit;
      },
    },
  );
}

function addTo(edit: WorkspaceEdit, uri: Uri, { text, edits }: TaggedFile): void {
  // The editor keeps a byte order mark to itself.
  const plain = text.replace(/^\uFEFF/, "");
  const mark = text.length - plain.length;
  const starts = [0, ...[...plain.matchAll(/\r\n|\n/g)].map(({ 0: end, index }) => index + end.length)];
  const positionAt = (offset: number): Position => {
    const line = starts.findLastIndex((start) => start <= offset);
    return new Position(line, offset - (starts[line] ?? 0));
  };
  for (const { start, end, newText } of edits) {
    edit.replace(uri, new Range(positionAt(start - mark), positionAt(end - mark)), newText);
  }
}

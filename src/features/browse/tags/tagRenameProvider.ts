import { type Disposable, languages, Range, type Uri, WorkspaceEdit, window, workspace } from "vscode";
import { isValidTag } from "../../../core/note/frontMatter/tagProblem.ts";
import { normalizeTag } from "../../../core/note/frontMatter/tags.ts";
import { tagAt } from "../../../core/notebook/tagAt.ts";
import { tagMove } from "../../../core/notebook/tagMove.ts";
import { planTagRename, type TaggedFile } from "../../../core/notebook/tagRename.ts";
import { cancellationOf } from "../../../vscode/cancellation.ts";
import type { Notebooks } from "../../../vscode/notebooks.ts";
import { rangesIn } from "../../../vscode/positions.ts";
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
        if (found === undefined)
          throw new Error("여기에는 이름을 바꿀 태그가 없어요. 태그 위에 커서를 두고 다시 해 주세요.");
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
        if (!isValidTag(to)) throw new Error("태그 이름이 비었거나 쉼표가 들어 있어요. 다른 이름을 적어 주세요.");
        await session.load();
        const plan = await planTagRename(session, tagMove([found.tag], to), { cancellation: cancellationOf(token) });
        const left = leftText(plan);
        if (left !== "") void window.showWarningMessage(`태그 이름을 바꿉니다.${left} 남은 곳은 직접 고쳐 주세요.`);
        const edit = new WorkspaceEdit();
        for (const file of plan.files) addTo(edit, session.uriOf(file.path), file);
        return edit;
      },
    },
  );
}

function addTo(edit: WorkspaceEdit, uri: Uri, { text, edits }: TaggedFile): void {
  for (const [index, range] of rangesIn(text, edits).entries()) edit.replace(uri, range, edits[index]?.newText ?? "");
}

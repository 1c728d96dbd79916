import {
  CodeAction,
  CodeActionKind,
  type Disposable,
  languages,
  Position,
  Range,
  type TextDocument,
  WorkspaceEdit,
  workspace,
} from "vscode";
import type { Fix } from "../../../core/publish/finding.ts";
import { applyEdits } from "../../../core/text/edit.ts";
import type { DraftFindings } from "./draftFindings.ts";

/** What may be done about what was found in a draft: each an edit of the smallest range, or a place to write. */
export function registerDraftFixes(findings: DraftFindings): Disposable {
  return languages.registerCodeActionsProvider(
    { language: "markdown" },
    {
      provideCodeActions(document, range, { diagnostics }) {
        const review = workspace.isTrusted ? findings.reviewOf(document) : undefined;
        return (review?.findings ?? []).flatMap(({ start, end, message, fixes }) => {
          const at = new Range(document.positionAt(start), document.positionAt(end));
          if (at.intersection(range) === undefined) return [];
          const own = diagnostics.filter((shown) => shown.message === message && shown.range.isEqual(at));
          return fixes.map((fix) => actionOf(document, fix, own));
        });
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}

function actionOf(
  document: TextDocument,
  { title, edits, cursor }: Fix,
  diagnostics: CodeAction["diagnostics"],
): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  if (diagnostics !== undefined) action.diagnostics = diagnostics;
  if (edits.length > 0) {
    action.edit = new WorkspaceEdit();
    for (const { start, end, newText } of edits) {
      const range = new Range(document.positionAt(start), document.positionAt(end));
      action.edit.replace(document.uri, range, newText);
    }
  }
  if (cursor !== undefined) {
    const lines = applyEdits(document.getText(), edits)
      .slice(0, cursor)
      .split(/\r\n|\n|\r/);
    const position = new Position(lines.length - 1, lines.at(-1)?.length ?? 0);
    const options = { selection: new Range(position, position) };
    action.command = { command: "vscode.open", title, arguments: [document.uri, options] };
  }
  return action;
}

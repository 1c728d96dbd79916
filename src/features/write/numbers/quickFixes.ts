import { CodeAction, CodeActionKind, type Disposable, languages, workspace } from "vscode";
import type { NumberFinding } from "../../../core/notebook/numberCheck.ts";
import { entriesInOrder } from "../../../core/notebook/numberedEntries.ts";
import { numberAfterOthers } from "../../../core/notebook/renumberPlan.ts";
import { type CommandName, commandId } from "../../../ids.ts";
import type { Notebooks } from "../../../vscode/notebooks.ts";
import { DIAGNOSTIC_SOURCE } from "./numberDiagnostics.ts";

/** A quote is put right in the retro, by hand. Other findings of ours have fixes of their own. */
const FIXABLE: ReadonlySet<unknown> = new Set<NumberFinding["kind"]>(["gap", "repeat", "order"]);

/** What may be done about a finding, at the line where it is shown. */
export function registerQuickFixes(notebooks: Notebooks): Disposable {
  return languages.registerCodeActionsProvider(
    { language: "markdown" },
    {
      provideCodeActions(document, _range, { diagnostics }) {
        const session = notebooks.current;
        const path = session?.pathOf(document.uri);
        if (session === undefined || path === undefined || !workspace.isTrusted) return [];
        const fix = (title: string, command: CommandName): CodeAction => {
          const action = new CodeAction(title, CodeActionKind.QuickFix);
          action.command = { command: commandId(command), title, arguments: [path] };
          action.diagnostics = own;
          return action;
        };
        const own = diagnostics.filter(({ source, code }) => source === DIAGNOSTIC_SOURCE && FIXABLE.has(code));
        // The days of a diary are numbered by hand.
        if (own.length === 0 || session.index.notesIn(path).some(({ range }) => range !== undefined)) return [];
        const fixes = [fix("이 글부터 번호 다시 매기기", "renumberFrom")];
        const entries = entriesInOrder(session.index.notes());
        const entry = entries.find((note) => note.path === path);
        const next = entry && numberAfterOthers(entry, session.index.notes());
        // The last entry's gap goes when it alone moves up; any other would leave one more.
        const isHelpful = own.some(({ code }) => code !== "gap") || entry === entries.at(-1);
        if (isHelpful && next !== entry?.number) fixes.push(fix("이 글만 다음 번호로", "renumberOnly"));
        return fixes;
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}

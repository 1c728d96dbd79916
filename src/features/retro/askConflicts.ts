import { commands, window } from "vscode";
import type { ConflictChoice, EntryConflict } from "../../core/retro/merge/mergeDraft.ts";
import type { Proposals } from "../../vscode/proposals.ts";

const CHOICES: readonly {
  readonly label: string;
  readonly description: string;
  readonly choice: ConflictChoice | "later";
}[] = [
  { label: "$(edit) 글의 것 그대로", description: "왼쪽: 회고 글에서 고친 것", choice: "post" },
  { label: "$(note) 노트의 것으로", description: "오른쪽: 노트에서 고친 것", choice: "note" },
  { label: "$(files) 둘 다 두기", description: "글의 것 아래에 노트의 것을 덧붙여요", choice: "both" },
  { label: "$(watch) 나중에 정하기", description: "글은 그대로 두고 다음에 다시 물어요", choice: "later" },
];

/** The question covers the top of the editor; an entry may be no longer than what it covers. */
const BELOW_THE_QUESTION = "\n".repeat(9);

/**
 * Shows each entry that was changed in the post and in its note side by side and asks which to keep; `undefined` when the
 * person backed out, and then nothing at all is changed.
 */
export async function askConflicts(
  conflicts: readonly EntryConflict[],
  proposals: Proposals,
): Promise<ReadonlyMap<string, ConflictChoice> | undefined> {
  const choices = new Map<string, ConflictChoice>();
  for (const [index, { note, post, generated }] of conflicts.entries()) {
    const title = `양쪽에서 고친 항목 ${index + 1}/${conflicts.length}: 글 ↔ 노트`;
    await commands.executeCommand(
      "vscode.diff",
      proposals.show("글에서 고친 것.md", BELOW_THE_QUESTION + post),
      proposals.show("노트에서 고친 것.md", BELOW_THE_QUESTION + generated),
      title,
      { preview: true },
    );
    const answer = await window.showQuickPick(CHOICES, { title, placeHolder: note, ignoreFocusOut: true });
    await commands.executeCommand("workbench.action.closeActiveEditor");
    if (answer === undefined) return undefined;
    if (answer.choice !== "later") choices.set(note, answer.choice);
  }
  return choices;
}

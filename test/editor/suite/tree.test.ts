import { expect } from "chai";
import * as vscode from "vscode";
import { answering, closeAllEditors, inFreshNotebook, openedText, runCommand, waitFor, writeFile } from "../support.ts";

const active = (): string | undefined => vscode.window.activeTextEditor?.document.uri.path.split("/").at(-1);

describe("노트 트리의 줄", () => {
  const { at } = inFreshNotebook();

  beforeEach(async () => {
    await writeFile(at("TIL/2024-06-03-큐.md"), "---\ntitle: 큐\n---\n\n- 먼저 온 것이 먼저 나감\n");
    await runCommand("tomaknote.refreshNotes");
  });

  it("that was selected is what a key is about, and a row that is gone never is", async () => {
    await vscode.window.showTextDocument(at("TIL/2024-06-03-큐.md"));
    await runCommand("tomaknote.revealNote");
    await closeAllEditors();
    // What the editor passes for a row that was drawn anew while its menu was open.
    await runCommand("tomaknote.openNoteToSide", undefined, undefined);
    expect(active()).to.equal(undefined);
    await runCommand("tomaknote.openNoteToSide");
    await waitFor("the selected note", () => active() === "2024-06-03-큐.md");
  });

  it("of a month that is gone asks for the month", async () => {
    await answering(runCommand("tomaknote.makeRetroOfMonth", undefined, undefined));
    expect(await openedText(at("회고/2024-06-회고.md"))).to.contain("- 먼저 온 것이 먼저 나감");
  });
});

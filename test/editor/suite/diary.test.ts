import { expect } from "chai";
import * as vscode from "vscode";
import { inFreshNotebook, openedText, readFile, runCommand, waitFor, writeFile } from "../support.ts";

const DIARY =
  "# 2025년\n\n## 2025-05-01 오늘의 토막글 95\n\n- 가\n\n## 2025-05-02 오늘의 토막글 96\n\n- 나\n\n## 2025-05-03 큐\n\n- 다\n";

describe("한 파일에 여러 날을 쓴 일기", () => {
  const { at } = inFreshNotebook();
  const path = "일기/2025.md";

  beforeEach(async () => {
    await writeFile(at(path), DIARY);
    await runCommand("tomaknote.refreshNotes");
  });

  const cursorLine = (): number | undefined => vscode.window.activeTextEditor?.selection.active.line;

  it("goes from one day's 토막글 to the next within the file", async () => {
    const document = await vscode.workspace.openTextDocument(at(path));
    const inFirst = new vscode.Position(4, 2);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(inFirst, inFirst) });
    await runCommand("tomaknote.nextTomak");
    await waitFor("the next day", () => cursorLine() === 6);
    await runCommand("tomaknote.previousTomak");
    await waitFor("the day before", () => cursorLine() === 2);
    expect(await openedText(at(path))).to.equal(DIARY);
    expect(await readFile(at(path))).to.equal(DIARY);
  });

  it("quotes days in a retro with the way back to their lines", async () => {
    const making = runCommand("tomaknote.makePeriodRetro", "2025-05");
    const draft = await waitFor("the draft", () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.path.endsWith("-회고.md") ? document : undefined;
    });
    await making;
    const line = draft.getText().split("\n").indexOf("- 다");
    expect(line).to.be.greaterThan(0);
    const [definition] = await runCommand<vscode.Location[]>(
      "vscode.executeDefinitionProvider",
      draft.uri,
      new vscode.Position(line, 1),
    );
    expect(definition?.uri.toString()).to.equal(at(path).toString());
    expect(definition?.range.start.line).to.equal(12);
    const lenses = await runCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", draft.uri);
    const origins = lenses.flatMap(({ command }) => (command?.title === "원본" ? [command] : []));
    expect(origins).to.have.length(3);
    const last = origins.at(-1) ?? expect.fail("no way back");
    await runCommand(last.command, ...(last.arguments ?? []));
    await openedText(at(path));
    await waitFor("the day's line", () => cursorLine() === 10);
  });
});

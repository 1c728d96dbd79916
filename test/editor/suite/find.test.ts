import { expect } from "chai";
import * as vscode from "vscode";
import { answering, inFreshNotebook, runCommand, waitFor, writeFile } from "../support.ts";

describe("노트 찾기", () => {
  const { at } = inFreshNotebook();

  beforeEach(async () => {
    await writeFile(
      at("2025-05-01-하나.md"),
      "---\r\ntitle: 하나\r\n---\r\n\r\n- 봄비\r\n- 아침에 정규표현식을 배움\r\n",
    );
    await writeFile(at("2025-05-02-둘.md"), "# 둘\n\n## 캐시와 표현식\n");
    await writeFile(at("먼저.md"), "먼저 보던 글\n");
    await runCommand("tomaknote.refreshNotes");
  });

  const active = (): string | undefined => vscode.window.activeTextEditor?.document.uri.path.split("/").at(-1);

  /** Asks for the query and does something with the open pick until it is gone. */
  const find = async (query: string, command: string): Promise<void> => {
    await answering(runCommand("tomaknote.findNote", query), [command]);
  };

  it("opens the note at the match, a heading before a body", async () => {
    await find("표현식", "workbench.action.acceptSelectedQuickOpenItem");
    expect(active()).to.equal("2025-05-02-둘.md");
    expect(vscode.window.activeTextEditor?.selection).to.deep.equal(new vscode.Selection(2, 7, 2, 10));
    await find("ㅈㄱㅍㅎㅅ", "workbench.action.acceptSelectedQuickOpenItem");
    expect(active()).to.equal("2025-05-01-하나.md");
    const { document, selection } = vscode.window.activeTextEditor ?? expect.fail("nothing is open");
    expect(document.getText(selection)).to.equal("정규표현식");
  });

  it("shows notes on the way and goes back to where one was", async () => {
    const before = await vscode.window.showTextDocument(at("먼저.md"), { preview: false });
    before.selection = new vscode.Selection(0, 3, 0, 5);
    const finding = runCommand("tomaknote.findNote", "표현식");
    await waitFor("a note shown", async () => {
      await runCommand("workbench.action.quickOpenNavigateNextInFilePicker");
      await runCommand("workbench.action.quickOpenSelectNext");
      return active() !== "먼저.md";
    });
    await runCommand("workbench.action.closeQuickOpen");
    await finding;
    expect(active()).to.equal("먼저.md");
    expect(vscode.window.activeTextEditor?.selection).to.deep.equal(new vscode.Selection(0, 3, 0, 5));
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    expect(tabs).to.not.include("2025-05-01-하나.md");
    expect(tabs).to.not.include("2025-05-02-둘.md");
  });
});

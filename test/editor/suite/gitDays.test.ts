// @host node
import { expect } from "chai";
import * as vscode from "vscode";
import { GitFolder, hasGit } from "../../support/gitFolder.ts";
import { inFreshNotebook, runCommand, waitFor, withSettings, writeFile } from "../support.ts";

describe("Git에 처음 커밋한 날", function () {
  this.timeout(60_000);
  const { at } = inFreshNotebook();

  before(function () {
    if (!hasGit) this.skip();
  });

  beforeEach(async () => {
    const folder = new GitFolder(at("").fsPath.replace(/\/$/, ""));
    folder.git("init", "--quiet", "--initial-branch=main");
    folder.introduce();
    await writeFile(at("TIL/캐시.md"), "# 캐시\n\n- 만료를 배웠다\n");
    folder.git("add", "--all");
    folder.git("commit", "--quiet", "--message=처음", "--date=2023-03-01T10:00:00+09:00");
    await writeFile(at("TIL/2023-03-02-락.md"), "# 락\n\n- 기다림을 배웠다\n");
  });

  async function draftOfMarch(): Promise<string> {
    const making = runCommand("tomaknote.makePeriodRetro", "2023-03");
    const draft = await waitFor("the draft", () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.path.endsWith("-회고.md") ? document : undefined;
    });
    await making;
    return draft.getText();
  }

  it("puts a note that says no day into its month where that is asked for", async () => {
    const restore = await withSettings({ "tomaknote.dateFromGit": true });
    try {
      const draft = await draftOfMarch();
      expect(draft).to.include("만료를 배웠다");
      expect(draft).to.include("기다림을 배웠다");
    } finally {
      await restore();
    }
  });

  it("is not looked for otherwise", async () => {
    const draft = await draftOfMarch();
    expect(draft).not.to.include("만료를 배웠다");
    expect(draft).to.include("기다림을 배웠다");
  });
});

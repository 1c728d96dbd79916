// @host node
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { expect } from "chai";
import * as vscode from "vscode";
import { canMount } from "../../harness/disks.ts";
import { inFreshNotebook, openedText, runCommand, writeFile } from "../support.ts";

const TEXT = "---\ntitle: 글\ntags: [자바]\n---\n\n- 손으로 쓴 줄\n";

describe("쓰다가 생긴 문제", () => {
  const { at, files } = inFreshNotebook();
  const path = "TIL/2025/05/2025-05-01-글.md";
  const row = { type: "note", id: path, note: { path, title: "글", kind: "til", tags: ["자바"], excerpt: "" } };
  const taken = (): Thenable<void> => runCommand("tomaknote.removeTag", row);

  it("a file that is gone since it was read is not made again", async () => {
    await writeFile(at(path), TEXT);
    await runCommand("tomaknote.refreshNotes");
    rmSync(at(path).fsPath);
    await taken();
    expect(readdirSync(vscode.Uri.joinPath(at(path), "..").fsPath)).to.deep.equal([]);
  });

  it("a file that was replaced since it was read keeps what is new", async () => {
    await writeFile(at(path), TEXT);
    await runCommand("tomaknote.refreshNotes");
    writeFileSync(at(path).fsPath, TEXT.replace("[자바]", "[코틀린, 자바]").replace("쓴 줄", "쓴 새 줄"));
    await taken();
    expect(readFileSync(at(path).fsPath, "utf8")).to.equal(
      TEXT.replace("[자바]", "[코틀린]").replace("쓴 줄", "쓴 새 줄"),
    );
  });

  it("a file where a folder has to be is left as it is, and nothing is made", async () => {
    await writeFile(at("토막글"), "폴더가 아니에요");
    await runCommand("tomaknote.newTomak");
    expect(await files()).to.deep.equal(["토막글"]);
    expect(readFileSync(at("토막글").fsPath, "utf8")).to.equal("폴더가 아니에요");
  });

  it("links around in a circle are walked once: the next number is the one after the notes'", async () => {
    await writeFile(
      at("토막글/2025-05-01-토막글-7.md"),
      "---\ntitle: 오늘의 토막글 7\ndate: 2025-05-01\n---\n\n- 글\n",
    );
    symlinkSync(".", at("여기").fsPath);
    symlinkSync("..", at("토막글/위").fsPath);
    symlinkSync("둘.md", at("하나.md").fsPath);
    symlinkSync("하나.md", at("둘.md").fsPath);
    await runCommand("tomaknote.refreshNotes");
    await runCommand("tomaknote.newTomak");
    expect(await openedText()).to.contain("title: 오늘의 토막글 8\n");
  });

  describe("디스크", () => {
    before(function () {
      if (!canMount()) this.skip();
    });
    let disk = "";
    beforeEach(() => {
      disk = at("TIL").fsPath;
      mkdirSync(disk, { recursive: true });
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]);
      mkdirSync(at("TIL/2025/05").fsPath, { recursive: true });
      writeFileSync(at(path).fsPath, TEXT);
    });
    afterEach(async () => {
      await runCommand("workbench.action.closeAllEditors");
      execFileSync("umount", ["--lazy", disk]);
    });

    it("that is read-only: the file stays as it was", async () => {
      await runCommand("tomaknote.refreshNotes");
      execFileSync("mount", ["-o", "remount,ro", disk]);
      await taken();
      expect(readFileSync(at(path).fsPath, "utf8")).to.equal(TEXT);
    });

    it("that is read-only: a draft stays a draft", async () => {
      const draft = at("TIL/_drafts/글.md");
      mkdirSync(at("TIL/_drafts").fsPath);
      writeFileSync(draft.fsPath, TEXT);
      await writeFile(at("_config.yml"), "");
      await vscode.window.showTextDocument(draft);
      execFileSync("mount", ["-o", "remount,ro", disk]);
      await runCommand("tomaknote.publishDraft");
      expect(readFileSync(draft.fsPath, "utf8")).to.equal(TEXT);
      expect(readdirSync(disk)).to.have.members(["2025", "_drafts"]);
    });

    it("that is full: every line is on the disk or in the editor, and can be saved when there is room", async () => {
      await runCommand("tomaknote.refreshNotes");
      fill();
      await taken();
      const opened = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === at(path).toString());
      const texts = [readFileSync(at(path).fsPath, "utf8"), opened?.getText()];
      expect(texts.some((text) => text?.includes("- 손으로 쓴 줄\n"))).to.equal(true);
      rmSync(`${disk}/full`);
      if (opened?.isDirty) expect(await opened.save()).to.equal(true);
      expect(readFileSync(at(path).fsPath, "utf8")).to.include("- 손으로 쓴 줄\n");
    });

    function fill(): void {
      try {
        writeFileSync(`${disk}/full`, "x".repeat(2 ** 20));
      } catch (error) {
        expect(error).to.include({ code: "ENOSPC" });
      }
    }
  });
});

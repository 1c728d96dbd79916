import { expect } from "chai";
import * as vscode from "vscode";
import {
  answering,
  closeAllEditors,
  exists,
  inFreshNotebook,
  openedText,
  readFile,
  runCommand,
  waitFor,
  withSettings,
  writeFile,
} from "../support.ts";

const tomak = (number: number, day: string, bullet: string): string =>
  `---\ntitle: 오늘의 토막글 ${number}\ndate: ${day} 22:00:00 +0900\ncategories: [토막글]\ntags: []\n---\n\n- ${bullet}\n`;

describe("월간 회고 만들기", () => {
  const { at, files } = inFreshNotebook();

  beforeEach(async () => {
    await writeFile(at("토막글/2024-05-30-토막글-1.md"), tomak(1, "2024-05-30", "봄의 끝"));
    await writeFile(at("토막글/2024-06-02-토막글-2.md"), tomak(2, "2024-06-02", "유월 첫 토막"));
    await writeFile(
      at("토막글/2024-06-03-토막글-3.md"),
      tomak(3, "2024-06-03", "유월 둘째 토막").replaceAll("\n", "\r\n"),
    );
    await writeFile(
      at("TIL/2024-06-03-큐.md"),
      "---\ntitle: 큐\nlink: https://example.com/q_(queue)\n---\n\n- 먼저 온 것이 먼저 나감\n",
    );
    await runCommand("tomaknote.refreshNotes");
  });

  const june = { month: "2024-06" };

  const draft = `---
title: 2024년 6월 회고
date: 2024-07-01 00:00:00 +0900
categories: [회고]
tags: [회고]
---



## 6월에 해낸 것들



## 6월에 아쉬웠던 것들



## 6월을 돌아보며 배운 것들



토막글 2편 · TIL 1편 · 쓴 날 2일 · 가장 길게 이어 쓴 날 2일 · 지난달보다 2편 많음

## 6월 동안 쓴 토막글들

**오늘의 토막글 2**

- 유월 첫 토막

**오늘의 토막글 3**

- 유월 둘째 토막

## 6월 동안 쓴 TIL

**[큐](https://example.com/q_(queue))**

- 먼저 온 것이 먼저 나감
`;

  it("compiles the month's notes, and no others, into a draft", async () => {
    await runCommand("tomaknote.makeRetroOfMonth", june);
    expect(await openedText(at("회고/2024-06-회고.md"))).to.equal(draft);
    expect(await readFile(at("회고/2024-06-회고.md"))).to.equal(draft);
    expect(vscode.window.activeTextEditor?.selection.active.line).to.equal(7);
  });

  it("is one step that undo takes back", async () => {
    await runCommand("tomaknote.makeRetroOfMonth", june);
    const uri = at("회고/2024-06-회고.md");
    await openedText(uri);
    await runCommand("undo");
    await waitFor("the draft gone after undo", async () => !(await exists(uri)));
  });

  it("adopts a draft made by hand as it is, when nothing is missing from it", async () => {
    const written = `${draft}\n내가 덧붙인 글\n`;
    await writeFile(at("글/유월을 보내며.md"), written);
    await runCommand("tomaknote.refreshNotes");
    await runCommand("tomaknote.makeRetroOfMonth", june);
    expect(await openedText(at("글/유월을 보내며.md"))).to.equal(written);
    expect(await readFile(at("글/유월을 보내며.md"))).to.equal(written);
    expect(await files()).to.not.contain("회고/2024-06-회고.md");
  });

  it("works on an editor with unsaved text, and on CRLF and a byte order mark", async () => {
    await runCommand("tomaknote.makeRetroOfMonth", june);
    const uri = at("회고/2024-06-회고.md");
    await openedText(uri);
    await closeAllEditors();
    const windows = `\uFEFF${draft.replaceAll("\n", "\r\n")}`;
    // Without numbers to renew, only new lines come: no diff is asked about.
    await writeFile(uri, windows.replace(/토막글 2편 · [^\r]*\r\n/, ""));
    await vscode.window.showTextDocument(uri);
    await waitFor("the file as written", async () => {
      const text = await openedText(uri);
      return text.includes("\r\n## 6월 동안 쓴 TIL") && !text.includes("토막글 2편");
    });
    // Read once more, whole: the editor may have looked while the file was being written.
    await runCommand("workbench.action.files.revert");
    await vscode.window.activeTextEditor?.edit((edit) =>
      edit.insert(new vscode.Position(7, 0), "저장하지 않은 여는 글"),
    );
    await writeFile(at("TIL/2024-06-20-덱.md"), "---\ntitle: 덱\n---\n\n- 양쪽으로 드나듦\n");
    await runCommand("tomaknote.refreshNotes");
    await runCommand("tomaknote.makeRetroOfMonth", june);
    await waitFor("the new entry", async () => (await openedText(uri)).includes("**덱**"));
    expect(vscode.window.activeTextEditor?.document.isDirty).to.equal(true);
    expect(await openedText(uri))
      .to.contain("저장하지 않은 여는 글")
      .and.to.contain("\r\n**덱**\r\n\r\n- 양쪽으로 드나듦\r\n");
    expect(await vscode.window.activeTextEditor?.document.save()).to.equal(true);
    const saved = await readFile(uri);
    expect(saved.startsWith("\uFEFF---\r\n")).to.equal(true);
    expect(saved).to.not.match(/[^\r]\n/);
  });

  it("leads from an entry to its note and from the note to the draft", async () => {
    await runCommand("tomaknote.makeRetroOfMonth", june);
    const uri = at("회고/2024-06-회고.md");
    await openedText(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const lineOf = (text: string): number => document.getText().split("\n").indexOf(text);
    const bullet = new vscode.Position(lineOf("- 유월 둘째 토막"), 4);
    const [definition] = await runCommand<vscode.Location[]>("vscode.executeDefinitionProvider", uri, bullet);
    expect(definition?.uri.path).to.equal(at("토막글/2024-06-03-토막글-3.md").path);
    expect(definition?.range.start.line).to.equal(7);
    const hovers = await runCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, bullet);
    const hover = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === "string" ? content : content.value));
    expect(hover.join()).to.contain("2024\\-06\\-03");
    const lenses = await runCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri);
    expect(
      lenses.filter(({ command }) => command?.title === "원본").map(({ range }) => range.start.line),
    ).to.deep.equal(
      ["**오늘의 토막글 2**", "**오늘의 토막글 3**", "**[큐](https://example.com/q_(queue))**"].map(lineOf),
    );
    const lensesOf = async (path: string): Promise<(string | undefined)[]> => {
      await vscode.window.showTextDocument(at(path));
      const found = await runCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", at(path));
      return found.map(({ command }) => command?.title);
    };
    expect(await lensesOf("토막글/2024-06-03-토막글-3.md")).to.deep.equal(["2024년 6월 회고에 실림"]);
    expect(await lensesOf("토막글/2024-05-30-토막글-1.md")).to.deep.equal([]);
  });

  it("puts the draft where a Jekyll site keeps drafts", async () => {
    await writeFile(at("_config.yml"), "title: 블로그\n");
    await runCommand("tomaknote.makeRetroOfMonth", june);
    expect(await openedText(at("_drafts/2024-06-회고.md"))).to.equal(draft);
  });

  it("says in a Hugo site that it is a draft", async () => {
    await writeFile(at("hugo.toml"), "title = '블로그'\n");
    await writeFile(at("content/post/.keep"), "");
    await runCommand("tomaknote.makeRetroOfMonth", june);
    expect(await openedText(at("content/post/2024-06-회고.md"))).to.contain("tags: [회고]\ndraft: true\n---\n");
  });

  describe("with copies of images", () => {
    const image = new Uint8Array([0x89, 0x50, 0, 0xff, 0x0a]);
    const copy = "회고/images/2024-06/a.png";
    let restore: (() => Promise<void>) | undefined;
    beforeEach(async () => {
      restore = await withSettings({ "tomaknote.retro.images": "copy" });
      await writeFile(at("TIL/a.png"), image);
    });
    afterEach(() => restore?.());

    const addImage = async (): Promise<void> => {
      await writeFile(at("TIL/2024-06-20-덱.md"), "---\ntitle: 덱\n---\n\n![그림](a.png)\n");
      await runCommand("tomaknote.refreshNotes");
    };

    it("makes the draft and its images in one step, and undo takes both back", async () => {
      await addImage();
      await runCommand("tomaknote.makeRetroOfMonth", june);
      const uri = at("회고/2024-06-회고.md");
      expect(await openedText(uri)).to.contain("![그림](images/2024-06/a.png)");
      expect([...(await vscode.workspace.fs.readFile(at(copy)))]).to.deep.equal([...image]);
      await runCommand("undo");
      await waitFor(
        "the draft and its image gone after undo",
        async () => !(await exists(uri)) && !(await exists(at(copy))),
      );
      expect([...(await vscode.workspace.fs.readFile(at("TIL/a.png")))]).to.deep.equal([...image]);
    });

    it("adds a new note's image with its entry, and undo takes both back", async () => {
      const uri = at("회고/2024-06-회고.md");
      await runCommand("tomaknote.makeRetroOfMonth", june);
      const before = await openedText(uri);
      await addImage();
      // The line of numbers changes as well, so the diff is shown first.
      await answering(runCommand("tomaknote.makeRetroOfMonth", june));
      await waitFor("the new entry", async () => (await readFile(uri)).includes("![그림](images/2024-06/a.png)"));
      expect([...(await vscode.workspace.fs.readFile(at(copy)))]).to.deep.equal([...image]);
      await runCommand("undo");
      await waitFor("the entry and its image gone after undo", async () => {
        return (await openedText(uri)) === before && !(await exists(at(copy)));
      });
    });
  });

  it("takes what is typed and not saved yet", async () => {
    await vscode.window.showTextDocument(at("토막글/2024-06-02-토막글-2.md"));
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(7, 2), "고쳐 쓴 "));
    await runCommand("tomaknote.makeRetroOfMonth", june);
    expect(await openedText(at("회고/2024-06-회고.md"))).to.contain("- 고쳐 쓴 유월 첫 토막\n");
  });
});

describe("회고 글에서 노트 가져오기", () => {
  const { at, files } = inFreshNotebook();

  const post = `---\ntitle: 2024년 3월 회고\n---\n\n## 3월 동안 쓴 토막글들\n\n**오늘의 토막글 8**\n\n- 하나\n\n**오늘의 토막글 9**\n\n- 둘\n\n## 3월 동안 쓴 TIL\n\n**[스택](https://example.com/stack)**\n\n- 나중 것이 먼저\n`;
  const made = [
    "TIL/2024/03/2024-03-스택.md",
    "토막글/2024/03/2024-03-토막글-8.md",
    "토막글/2024/03/2024-03-토막글-9.md",
  ];

  const importPost = async (): Promise<void> => {
    await answering(runCommand("tomaknote.importRetroPost", at("글/삼월.md")));
  };

  it("creates the notes in one step, and nothing a second time", async () => {
    await writeFile(at("글/삼월.md"), post);
    await runCommand("tomaknote.refreshNotes");
    await importPost();
    expect(await files()).to.have.members([...made, "글/삼월.md"]);
    expect(await readFile(at(made[0] ?? ""))).to.equal(
      "---\ntitle: 스택\nmonth: 2024-03\norder: 1\ncategories: [TIL]\ntags: []\nlink: https://example.com/stack\n---\n\n- 나중 것이 먼저\n",
    );
    await importPost();
    expect(await files()).to.have.members([...made, "글/삼월.md"]);
    expect(await readFile(at("글/삼월.md"))).to.equal(post);
  });
});

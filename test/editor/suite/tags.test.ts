import { expect } from "chai";
import * as vscode from "vscode";
import { answering, inFreshNotebook, openedText, readFile, runCommand, waitFor, writeFile } from "../support.ts";

const note = (title: string, day: string, tags: string, body: string): string =>
  `---\ntitle: ${title}\ndate: ${day} 22:00:00 +0900\n${tags}\n---\n\n${body}\n`;

describe("태그", () => {
  const { at } = inFreshNotebook();

  const first = "TIL/2025-05-01-빈.md";
  const second = "TIL/2025-05-02-부트.md";
  const third = "글/2025-05-03-글.md";
  const texts = {
    [first]: note("빈 [a](command:x)", "2025-05-01", "tags: [스프링, 자바]  # 태그", "- 컨테이너 #스프링"),
    [second]: `\uFEFF${note("부트", "2025-05-02", "tags:\n  - 스프링/부트\n  - 자바", "- 자동 설정").replaceAll("\n", "\r\n")}`,
    [third]: "+++\ntags = ['스프링', '카프카']\n+++\n글 `#스프링` 글\n",
  };

  beforeEach(async () => {
    for (const [path, text] of Object.entries(texts)) await writeFile(at(path), text);
    await runCommand("tomaknote.refreshNotes");
  });

  let asked = 0;

  /** What is offered at `^` of a note, without the editor's own words of the text. */
  async function offered(marked: string, trigger?: string): Promise<readonly vscode.CompletionItem[]> {
    const uri = at(`새 노트 ${asked++}.md`);
    await writeFile(uri, marked.replace("^", ""));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const { items } = await runCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      uri,
      document.positionAt(marked.indexOf("^")),
      trigger,
    );
    return items.filter(({ detail }) => detail?.startsWith("태그") === true);
  }

  const nameOf = ({ label }: vscode.CompletionItem): string => (typeof label === "string" ? label : label.label);

  it("are offered in front matter, most used first, by 초성, in quotes where they need them", async () => {
    const all = await offered("---\ntags: [^]\n---\n");
    expect(all.map(nameOf)).to.deep.equal(["스프링", "자바", "스프링/부트", "카프카"]);
    expect(all.map(({ detail }) => detail)).to.include("태그 · 노트 2편");
    const [item] = await offered("---\ntags: [자바, ㅋㅍ^]\n---\n");
    expect([item && nameOf(item), item?.insertText, item?.filterText]).to.deep.equal(["카프카", "카프카", "ㅋㅍ"]);
    const [quoted] = await offered('+++\ntags = ["카^"]\n+++\n');
    expect(quoted?.insertText).to.equal('"카프카"');
  });

  it("are offered after a # in a body, not in code or where a heading begins", async () => {
    expect((await offered("- 글 #^\n", "#")).map(nameOf)).to.have.members(["스프링", "자바", "스프링/부트", "카프카"]);
    expect((await offered("- 글 #스프링/^\n", "/")).map(nameOf)).to.deep.equal(["스프링/부트"]);
    for (const [marked, trigger] of [
      ["#^\n", "#"],
      ["# ^\n", " "],
      ["```\n글 #^\n```\n", "#"],
      ["글 #fff^\n", undefined],
    ] as const) {
      expect(await offered(marked, trigger), marked).to.deep.equal([]);
    }
  });

  it("show their notes where they are pointed at, and run nothing else", async () => {
    for (const [path, text] of [
      [first, "스프링, 자바"],
      [first, "#스프링"],
    ] as const) {
      const document = await vscode.workspace.openTextDocument(at(path));
      const position = document.positionAt(document.getText().indexOf(text) + 1);
      const hovers = await runCommand<vscode.Hover[]>("vscode.executeHoverProvider", at(path), position);
      const contents = hovers
        .flatMap(({ contents }) => contents)
        .filter((part) => part instanceof vscode.MarkdownString);
      const shown = contents.find(({ value }) => value.includes("모든 노트 보기"));
      expect(shown?.value).to.match(/^\*\*\\?#스프링\*\* 노트 3편 \(TIL 2 · 글 1\)/);
      expect(shown?.value).to.contain("[빈 \\[a\\]\\(command\\:x\\)](command:tomaknote.goToTag?");
      expect(shown?.isTrusted).to.deep.equal({ enabledCommands: ["tomaknote.goToTag"] });
    }
  });

  it("open one of their notes", async () => {
    await runCommand("tomaknote.goToTag", "스프링", third);
    expect(await openedText(at(third))).to.equal(texts[third]);
  });

  it("get another name by F2 in every note, with those below, and one undo brings all back", async () => {
    const document = await vscode.workspace.openTextDocument(at(first));
    await vscode.window.showTextDocument(document);
    const position = document.positionAt(document.getText().lastIndexOf("#스프링") + 2);
    const edit = await runCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      at(first),
      position,
      "framework/spring",
    );
    expect(edit.size).to.equal(3);
    expect(await vscode.workspace.applyEdit(edit, { isRefactoring: true })).to.equal(true);
    await vscode.workspace.saveAll();
    const renamed = (text: string | undefined): string | undefined => text?.replaceAll("스프링", "framework/spring");
    expect(await readFile(at(first))).to.equal(renamed(texts[first]));
    expect(await readFile(at(second))).to.equal(renamed(texts[second]));
    expect(await readFile(at(third))).to.equal(texts[third]?.replace("'스프링'", "'framework/spring'"));
    await vscode.window.showTextDocument(document);
    await runCommand("undo");
    // As after every undo in several files, the texts are back in the editors and not saved yet.
    for (const [path, text] of Object.entries(texts)) {
      const changed = await vscode.workspace.openTextDocument(at(path));
      await waitFor(`${path} back`, () => changed.getText() === text.replace(/^\uFEFF/, ""));
      await waitFor(`${path} saved`, () => changed.save());
      expect(await readFile(at(path))).to.equal(text);
    }
  });

  it("is no name to change where there is no tag", async () => {
    const document = await vscode.workspace.openTextDocument(at(third));
    const position = document.positionAt(document.getText().indexOf("`#스프링`") + 3);
    const answer = await runCommand("vscode.prepareRename", at(third), position).then(
      () => "a name",
      (error: unknown) => String(error),
    );
    expect(answer).not.to.equal("a name");
  });

  it("are merged in one step that leaves unsaved texts unsaved; what cannot be written stays", async () => {
    const mixed = note("섞임", "2025-05-04", "tags: [kafka]", "- 글").replace("---\n", "---\r\n");
    await writeFile(at("TIL/섞임.md"), mixed);
    await writeFile(at("TIL/대문자.md"), note("대문자", "2025-05-05", "tags: [Kafka, kafka, 자바]", "- 글 #Kafka"));
    await writeFile(at("TIL/소문자.md"), note("소문자", "2025-05-06", "tags: kafka", "- 글"));
    await runCommand("tomaknote.refreshNotes");
    const draft = await vscode.window.showTextDocument(at("TIL/소문자.md"));
    await draft.edit((edit) => edit.insert(new vscode.Position(6, 0), "- 아직 저장하지 않음\n"));
    // The only suggestion, the most used spelling, and all notes.
    await answering(runCommand("tomaknote.tidyTags"));
    expect(await readFile(at("TIL/대문자.md"))).to.equal(
      note("대문자", "2025-05-05", "tags: [kafka, 자바]", "- 글 #kafka"),
    );
    expect(await readFile(at("TIL/섞임.md"))).to.equal(mixed);
    expect(draft.document.isDirty).to.equal(true);
    const changed = await vscode.window.showTextDocument(at("TIL/대문자.md"));
    await runCommand("undo");
    await waitFor("the tags back", () => changed.document.getText().includes("tags: [Kafka, kafka, 자바]"));
    expect(changed.document.getText()).to.contain("#Kafka");
  });

  it("are merged in many notes at once, each in its own bytes", async () => {
    const many = Array.from({ length: 60 }, (_, n) => `많음/${n}.md`);
    const text = (n: number, tag: string): string =>
      n % 2 === 0
        ? `\uFEFF---\r\ntags:\r\n  - ${tag}\r\n---\r\n`
        : `---\ntags: ["${tag}"]  # 태그\n---\n\n글 #${tag}\n`;
    for (const [n, path] of many.entries()) await writeFile(at(path), text(n, "회고를"));
    await writeFile(at("많음/회고.md"), "---\ntags: [회고]\n---\n");
    await runCommand("tomaknote.refreshNotes");
    await answering(runCommand("tomaknote.tidyTags"));
    for (const [n, path] of many.entries()) expect(await readFile(at(path))).to.equal(text(n, "회고"));
    const editor = await vscode.window.showTextDocument(at("많음/1.md"));
    await runCommand("undo");
    await waitFor("the tags back", () => editor.document.getText() === text(1, "회고를"));
    const other = await vscode.workspace.openTextDocument(at("많음/58.md"));
    await waitFor("those of all", () => other.getText() === text(58, "회고를").slice(1));
  });
});

import { expect } from "chai";
import * as vscode from "vscode";
import {
  ACCEPT,
  answering,
  exists,
  inFreshNotebook,
  openedText,
  readFile,
  runCommand,
  today,
  waitFor,
  withSettings,
  writeFile,
} from "../support.ts";

const DRAFT = "_drafts/만료.md";
const POST = `_posts/${today()}-만료.md`;
const text = (body: string, head = "title: 만료된 키 # 제목\n"): string => `---\n${head}---\n\n${body}\n`;

describe("펴내기", () => {
  const { at, files } = inFreshNotebook();

  beforeEach(async () => {
    await writeFile(at("_config.yml"), "title: 블로그\n");
  });

  const shown = (path = DRAFT): string[] =>
    vscode.languages
      .getDiagnostics(at(path))
      .filter(({ source }) => source === "토막노트")
      .map(({ range, message }) => `${range.start.line}: ${message}`);

  const open = async (content: string, path = DRAFT): Promise<vscode.TextEditor> => {
    await writeFile(at(path), content);
    return vscode.window.showTextDocument(at(path));
  };

  const NEXT = "workbench.action.quickOpenSelectNext";

  const fix = async (title: string, path = DRAFT): Promise<vscode.CodeAction> => {
    const [diagnostic] = vscode.languages.getDiagnostics(at(path));
    const range = diagnostic?.range ?? expect.fail(`nothing is shown for ${path}`);
    const actions = await runCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", at(path), range);
    // Checks of numbers are shown under the same name, and their fixes are for them alone.
    expect(actions.map((action) => action.title).filter((other) => other.includes("번호"))).to.deep.equal([]);
    return (
      actions.find((action) => action.title === title) ?? expect.fail(actions.map((action) => action.title).join())
    );
  };

  it("moves a draft to the posts with today's date, and one undo brings it back", async () => {
    const content = text(
      "글 [노트](../TIL/a.md) ![그림](그림/a.png) [[../TIL/a]]",
      "title: 만료된 키 # 제목\nimage: ./그림/a.png\n",
    );
    await writeFile(at("TIL/a.md"), "# a\n");
    await writeFile(at("_drafts/그림/a.png"), "");
    await open(content);
    await runCommand("tomaknote.publishDraft");
    expect(await exists(at(DRAFT))).to.equal(false);
    const post = await readFile(at(POST));
    expect(post).to.match(
      /^---\ntitle: 만료된 키 # 제목\nimage: \.\.\/_drafts\/그림\/a\.png\ndate: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0900\n---\n\n글 \[노트\]\(\.\.\/TIL\/a\.md\) !\[그림\]\(\.\.\/_drafts\/그림\/a\.png\) \[\[\.\.\/TIL\/a\]\]\n$/,
    );
    expect(post).to.contain(`date: ${today()} `);
    expect(await openedText(at(POST))).to.equal(post);
    await runCommand("undo");
    await waitFor("the draft back", async () => (await exists(at(DRAFT))) && !(await exists(at(POST))));
    await waitFor("its text back", async () => (await openedText(at(DRAFT))) === content);
    await vscode.workspace.saveAll();
    expect(await readFile(at(DRAFT))).to.equal(content);
  });

  it("shows what is wrong in a draft while it is written, and clears it", async () => {
    const editor = await open(text("글 ![](없음.png)"));
    const problems = [
      "4: 그림 파일이 없어요: _drafts/없음.png. 파일을 두거나 주소를 고쳐 주세요.",
      "4: 그림에 대체 글이 없어요. 그림을 못 보는 사람에게 읽힐 말을 적어 주세요.",
    ];
    await waitFor("the problems", () => shown().length === 2);
    expect(shown()).to.deep.equal(problems);
    await editor.edit((edit) => edit.replace(editor.document.lineAt(4).range, "글"));
    await waitFor("none", () => shown().length === 0);
    await runCommand("undo");
    await waitFor("the problems again", () => shown().length === 2);
    await runCommand("workbench.action.revertAndCloseActiveEditor");
    await waitFor("its problems gone with its tab", () => shown().length === 0);
  });

  it("looks live at drafts alone, and at any note when it is asked", async () => {
    const post = "_posts/2026-01-01-a.md";
    await open(text("```\n코드", "title: a\ndate: 2026-01-01\n"), post);
    await open(text("```\n코드"));
    await waitFor("the draft's problem", () => shown().length === 1);
    expect(shown(post)).to.deep.equal([]);
    await vscode.window.showTextDocument(at(post));
    await runCommand("tomaknote.checkDraft");
    expect(shown(post)).to.deep.equal([
      "5: 코드 블록이 닫히지 않아 글의 끝까지 코드가 돼요. 끝나는 곳에 ```를 적어 주세요.",
    ]);
  });

  it("has a fix for what it finds, which undo takes back", async () => {
    const content = text("`{{ a }}`").replaceAll("\n", "\r\n");
    const editor = await open(content);
    await waitFor("the problem", () => shown().length === 1);
    const { edit } = await fix("raw로 감싸기");
    expect(await vscode.workspace.applyEdit(edit ?? expect.fail("an edit"))).to.equal(true);
    expect(editor.document.getText()).to.equal(content.replace("`{{ a }}`", "{% raw %}`{{ a }}`{% endraw %}"));
    await waitFor("none", () => shown().length === 0);
    await runCommand("undo");
    expect(editor.document.getText()).to.equal(content);
  });

  it("puts the cursor where something is to be written", async () => {
    const editor = await open(text("글 ![](a.png)"));
    await writeFile(at("_drafts/a.png"), "");
    await runCommand("tomaknote.checkDraft");
    const { command } = await fix("대체 글 적기");
    await runCommand(command?.command ?? expect.fail("a command"), ...(command?.arguments ?? []));
    await waitFor("the cursor", () => editor.selection.active.isEqual(new vscode.Position(4, 4)));
    expect(editor.document.isDirty).to.equal(false);
  });

  it("stops before an error, and publishes all the same when it is told to", async () => {
    const content = text("![그림](없음.png)");
    await open(content);
    await answering(runCommand("tomaknote.publishDraft"), [ACCEPT]);
    expect(await readFile(at(DRAFT))).to.equal(content);
    await answering(runCommand("tomaknote.publishDraft"), [NEXT, ACCEPT]);
    expect(await readFile(at(POST))).to.contain("![그림](../_drafts/없음.png)");
  });

  it("asks for the date when the draft states another, and may keep it", async () => {
    await open(text("글", "title: a\ndate: '2026-02-03T09:00:00'\n"));
    await answering(runCommand("tomaknote.publishDraft"), [NEXT, ACCEPT]);
    expect(await readFile(at("_posts/2026-02-03-만료.md"))).to.equal(
      text("글", "title: a\ndate: '2026-02-03T09:00:00+09:00'\n"),
    );
  });

  it("of a draft with a day to come makes one of today, unless that day is chosen", async () => {
    await open(text("글", "title: a\ndate: 2199-01-01\n"));
    await waitFor("the problem", () => shown().length === 1);
    expect(shown()[0]).to.match(/^2: 앞날의 글이라/);
    await answering(runCommand("tomaknote.publishDraft"), [ACCEPT]);
    expect(await readFile(at(POST))).to.contain(`date: ${today()} `);
  });

  it("saves what was typed before it is published", async () => {
    const editor = await open(text("글"));
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), "갓 쓴 "));
    await runCommand("tomaknote.publishDraft");
    expect(await readFile(at(POST))).to.contain("\n갓 쓴 글\n");
  });

  it("never overwrites a post", async () => {
    await writeFile(at(POST), "그대로\n");
    await open(text("글"));
    await runCommand("tomaknote.publishDraft");
    expect(await readFile(at(POST))).to.equal("그대로\n");
    expect(await exists(at(POST.replace(".md", "-2.md")))).to.equal(true);
  });

  it("changes nothing of what is no draft, or is broken", async () => {
    const before = { [POST]: text("글"), "TIL/2026-01-01-a.md": text("글"), [DRAFT]: "---\ntitle: [a\n---\n글\n" };
    for (const [path, content] of Object.entries(before)) {
      await open(content, path);
      await answering(runCommand("tomaknote.publishDraft"), [NEXT, ACCEPT]);
      expect(await readFile(at(path))).to.equal(content);
    }
    expect(await files()).to.have.members(["_config.yml", ...Object.keys(before)]);
  });

  const LINKING = {
    "TIL/a.md": "# a\n\n[글](../_drafts/만료.md#끝) [[만료|말]] `[[만료]]`\n",
    "_drafts/다음.md": "---\r\ntitle: 다음\r\n---\r\n\r\n[지난 글](<만료.md>)\r\n",
  };
  const linked = (): Record<string, string> => ({
    "TIL/a.md": LINKING["TIL/a.md"].replace("_drafts/만료.md", POST).replace("만료|", `${today()}-만료|`),
    "_drafts/다음.md": LINKING["_drafts/다음.md"].replace("만료.md", `../${POST}`),
  });

  it("has the links of other notes follow it, and one undo brings all back", async () => {
    for (const [path, content] of Object.entries(LINKING)) await writeFile(at(path), content);
    const content = text("글 [나](만료.md)");
    const typed = await open(LINKING["TIL/a.md"], "TIL/a.md");
    await typed.edit((edit) => edit.insert(new vscode.Position(3, 0), "- 쓰던 줄\n"));
    await open(content);
    await runCommand("tomaknote.publishDraft");
    expect(await readFile(at(POST))).to.contain(`[나](${today()}-만료.md)`);
    expect(await readFile(at("_drafts/다음.md"))).to.equal(linked()["_drafts/다음.md"]);
    // What was not saved is still the person's to save.
    expect(typed.document.getText()).to.equal(`${linked()["TIL/a.md"]}- 쓰던 줄\n`);
    expect(await readFile(at("TIL/a.md"))).to.equal(LINKING["TIL/a.md"]);
    await runCommand("undo");
    await waitFor("the draft back", async () => (await exists(at(DRAFT))) && !(await exists(at(POST))));
    await waitFor("links back", () => typed.document.getText() === `${LINKING["TIL/a.md"]}- 쓰던 줄\n`);
    const next = await vscode.workspace.openTextDocument(at("_drafts/다음.md"));
    await waitFor("links back in what was closed", () => next.getText() === LINKING["_drafts/다음.md"]);
  });

  it("mends links once where the editor would do so after a rename, and one undo brings all back", async () => {
    const restore = await withSettings({ "markdown.updateLinksOnFileMove.enabled": "always" });
    try {
      await vscode.extensions.getExtension("vscode.markdown-language-features")?.activate();
      await writeFile(at("_posts/2026/2026-01-01-a.md"), "---\ntitle: a\n---\n");
      await writeFile(at("TIL/a.md"), LINKING["TIL/a.md"]);
      const content = `\uFEFF${text("글 [노트](../TIL/a.md) [나](만료.md)")}`;
      await open(content);
      await runCommand("tomaknote.publishDraft");
      const post = `_posts/2026/${today()}-만료.md`;
      expect(await readFile(at(post))).to.match(
        /^\uFEFF---\n[\s\S]*\n글 \[노트\]\(\.\.\/\.\.\/TIL\/a\.md\) \[나\]\(2[^/]*\)\n$/,
      );
      expect(await readFile(at("TIL/a.md"))).to.contain(`(../${post}#끝) [[${today()}-만료|말]] \`[[만료]]\``);
      expect(await exists(at(DRAFT))).to.equal(false);
      await runCommand("undo");
      await waitFor("the draft back", async () => (await exists(at(DRAFT))) && !(await exists(at(post))));
      expect(await readFile(at(DRAFT))).to.equal(content);
      const til = await vscode.workspace.openTextDocument(at("TIL/a.md"));
      await waitFor("the link back", () => til.getText() === LINKING["TIL/a.md"]);
    } finally {
      await restore();
    }
  });

  it("leaves what cannot be written back, and is published all the same", async () => {
    const mixed = LINKING["TIL/a.md"].replace("\n", "\r\n");
    await writeFile(at("TIL/a.md"), mixed);
    await open(text("글"));
    await runCommand("tomaknote.publishDraft");
    expect(await exists(at(POST))).to.equal(true);
    expect(await readFile(at("TIL/a.md"))).to.equal(mixed);
  });

  it("is published from the tree's row", async () => {
    await writeFile(at(DRAFT), text("글"));
    await runCommand("tomaknote.publishDraftOfRow", { type: "note", id: "a", note: { path: DRAFT } });
    expect(await exists(at(POST))).to.equal(true);
  });

  it("in a file that mixes line ends stays as it is", async () => {
    const content = text("글").replace("---\n", "---\r\n");
    await open(content);
    await runCommand("tomaknote.publishDraft");
    expect(await readFile(at(DRAFT))).to.equal(content);
    expect(await exists(at(POST))).to.equal(false);
  });

  it("brings what a retro was made of and the 글감's post along, and back with undo", async () => {
    const restore = await withSettings({
      "tomaknote.publish.path": "글/{{ year }}/{{ date }}-{{ slug }}.md",
      "tomaknote.retro.site": "plain",
    });
    try {
      const draft = "회고/2025-05-회고.md";
      const base =
        "---\n# 토막노트가 마지막으로 만든 회고입니다. 다시 만들 때 손으로 고친 곳을 알아보는 데 씁니다.\nentries:\n  - 3-3 TIL/a.md\n---\n# 2025년 5월 회고\n\n![그림](../TIL/a.png)\n";
      const topic = `${JSON.stringify({ at: "2025-06-01T00:00:00+09:00", note: "TIL/a.md", title: "a", gist: "x", event: "post", post: draft })}\n`;
      await writeFile(at("TIL/a.png"), "");
      await writeFile(at("TIL/a.md"), "# a\n");
      await writeFile(at(".tomaknote/retro/2025-05.md"), base);
      await writeFile(at(".tomaknote/recall.jsonl"), topic);
      await open("# 2025년 5월 회고\n\n![그림](../TIL/a.png)\n", draft);
      await runCommand("tomaknote.publishDraft");
      const post = `글/${today().slice(0, 4)}/${today()}-2025년-5월-회고.md`;
      expect(await readFile(at(post))).to.equal("# 2025년 5월 회고\n\n![그림](../../TIL/a.png)\n");
      expect(await readFile(at(".tomaknote/retro/2025-05.md"))).to.equal(base.replace("(../TIL", "(../../TIL"));
      const [before, after = ""] = (await readFile(at(".tomaknote/recall.jsonl"))).split(/(?<=\n)/);
      expect(before).to.equal(topic);
      expect(JSON.parse(after)).to.include({ note: "TIL/a.md", event: "post", post });
      await runCommand("undo");
      await waitFor("the draft back", async () => (await exists(at(draft))) && !(await exists(at(post))));
      const textOf = (path: string): string | undefined =>
        vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === at(path).toString())?.getText();
      await waitFor("texts back", () => textOf(".tomaknote/retro/2025-05.md") === base);
      // The editor opens a tab for each a moment later; only then does saving all save these, too.
      for (const document of vscode.workspace.textDocuments) if (document.isDirty) await document.save();
      expect(await readFile(at(".tomaknote/retro/2025-05.md"))).to.equal(base);
      expect(await readFile(at(".tomaknote/recall.jsonl"))).to.equal(topic);
    } finally {
      await restore();
    }
  });
});

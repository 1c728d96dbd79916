import { expect } from "chai";
import * as vscode from "vscode";
import {
  answering,
  exists,
  inFreshNotebook,
  openedText,
  readFile,
  runCommand,
  waitFor,
  writeFile,
} from "../support.ts";

const til = (title: string, tags: string, body: string): string =>
  `---\ntitle: ${title}\ndate: 2024-06-03 22:00:00 +0900\ntags: [${tags}]\nlink: https://example.com/q_(a)\n---\n\n${body}\n`;

const KEYS = "TIL/2024-06-03-키.md";
const CACHE = "TIL/2024-06-04-캐시.md";
const HISTORY = ".tomaknote/recall.jsonl";

describe("글감", () => {
  const { at, files } = inFreshNotebook();

  beforeEach(async () => {
    await writeFile(at(KEYS), til("만료된 키", "Redis", "- 표본을 뽑아 지움 ([캐시](2024-06-04-캐시.md))"));
    await writeFile(at(CACHE), til("캐시 스탬피드", "redis, 캐시", "- 만료 시각이 겹침"));
    await writeFile(at("TIL/2024-06-05-루프.md"), til("이벤트 루프", "JS", "- 큐가 둘"));
    await runCommand("tomaknote.refreshNotes");
  });

  async function open(path: string): Promise<void> {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at(path)));
  }

  const history = async (): Promise<readonly Record<string, unknown>[]> => {
    if (!(await exists(at(HISTORY)))) return [];
    return (await readFile(at(HISTORY)))
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  };

  const lensesOf = async (path: string): Promise<readonly string[]> => {
    await open(path);
    const lenses = await runCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", at(path));
    return lenses.flatMap(({ command }) => command?.title ?? []);
  };

  it("are kept and put away by hand, in the history alone", async () => {
    const before = await readFile(at(KEYS));
    await open(KEYS);
    await runCommand("tomaknote.addTopic");
    const [event] = await history();
    expect(event).to.include({ note: KEYS, title: "만료된 키", event: "topic", state: "added" });
    // Kept already: nothing more is written.
    await runCommand("tomaknote.addTopic");
    expect(await history()).to.have.length(1);
    await runCommand("tomaknote.removeTopic");
    expect((await history()).map(({ state }) => state)).to.deep.equal(["added", "removed"]);
    expect(await readFile(at(KEYS))).to.equal(before);
  });

  it("begin a history that git merges line by line, by a rule that stays the person's", async () => {
    const rule = at(".tomaknote/.gitattributes");
    await open(KEYS);
    await runCommand("tomaknote.addTopic");
    await waitFor("the rule", () => exists(rule));
    expect(await readFile(rule)).to.equal("recall.jsonl merge=union\n");
    await writeFile(rule, "* -text\n");
    await runCommand("tomaknote.removeTopic");
    expect(await history()).to.have.length(2);
    expect(await readFile(rule)).to.equal("* -text\n");
  });

  it("become a post, made of the note and of those that have to do with it, in one step that undo takes back", async () => {
    await open(KEYS);
    await answering(runCommand("tomaknote.newPost"));
    const uri = at("글/만료된-키.md");
    const text = await openedText(uri);
    expect(text).to.match(
      /^---\ntitle: 만료된 키\ndate: .* \+0900\ncategories: \[\]\ntags: \[Redis, 캐시\]\ndraft: true\n---\n/,
    );
    expect(text).to.contain(
      "**[만료된 키](https://example.com/q_(a))**\n\n- 표본을 뽑아 지움 ([캐시](../TIL/2024-06-04-캐시.md))\n",
    );
    expect(text).to.contain("**[캐시 스탬피드](https://example.com/q_(a))**\n\n- 만료 시각이 겹침\n");
    expect(text).to.not.contain("이벤트 루프");
    expect(vscode.window.activeTextEditor?.selection.active.line).to.equal(8);
    await waitFor("the history", async () => (await history()).length === 1);
    expect((await history())[0]).to.include({ note: KEYS, event: "post", post: "글/만료된-키.md" });
    await runCommand("undo");
    await waitFor("the draft gone after undo", async () => !(await exists(uri)));
  });

  it("take no private note along that was not ticked", async () => {
    await writeFile(
      at(CACHE),
      til("캐시 스탬피드", "redis, 캐시", "- 만료 시각이 겹침").replace("---\n", "---\nprivate: true\n"),
    );
    await runCommand("tomaknote.refreshNotes");
    await open(KEYS);
    await answering(runCommand("tomaknote.newPost"));
    expect(await openedText(at("글/만료된-키.md"))).to.not.contain("만료 시각이 겹침");
  });

  it("lead to the draft that was begun, and the note leads there as well until it is published", async () => {
    await open(KEYS);
    await answering(runCommand("tomaknote.newPost"));
    const uri = at("글/만료된-키.md");
    await openedText(uri);
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(8, 0), "여는 글"));
    expect(await vscode.window.activeTextEditor?.document.save()).to.equal(true);
    const written = await readFile(uri);
    await waitFor("the lens", async () => (await lensesOf(KEYS)).includes("만료된 키: 쓰고 있는 글"));
    await runCommand("tomaknote.newPost");
    expect(await openedText(uri)).to.equal(written);
    expect(await history()).to.have.length(1);
    await writeFile(uri, written.replace("draft: true", "draft: false"));
    await waitFor("the lens of what is published", async () => (await lensesOf(KEYS)).includes("만료된 키에 실림"));
  });

  it("become a post where a Jekyll site keeps drafts, without asking where nothing has to do with them", async () => {
    await writeFile(at("_config.yml"), "theme: jekyll-theme-chirpy\n");
    await open("TIL/2024-06-05-루프.md");
    await runCommand("tomaknote.newPost");
    expect(await openedText(at("_drafts/이벤트-루프.md"))).to.contain("tags: [JS]\n---\n\n");
  });

  it("never take the place of a file that is there", async () => {
    await writeFile(at("글/이벤트-루프.md"), "내가 쓴 글\n");
    await open("TIL/2024-06-05-루프.md");
    await runCommand("tomaknote.newPost");
    expect(await openedText(at("글/이벤트-루프.md"))).to.equal("내가 쓴 글\n");
  });

  it("follow the notebook's own template", async () => {
    await writeFile(at(".tomaknote/templates/post.md"), "# {{ title }}\n\n{{ cursor }}\n");
    await open("TIL/2024-06-05-루프.md");
    await runCommand("tomaknote.newPost");
    expect(await openedText(at("글/이벤트-루프.md"))).to.equal("# 이벤트 루프\n\n\n");
    expect(await files()).to.include("글/이벤트-루프.md");
  });
});

// @host node
import { execFileSync } from "node:child_process";
import { expect } from "chai";
import * as vscode from "vscode";
import { GitFolder, hasGit } from "../../support/gitFolder.ts";
import {
  ACCEPT,
  answering,
  inFreshNotebook,
  openedText,
  runCommand,
  today,
  waitFor,
  withSettings,
  writeFile,
} from "../support.ts";

const tomak = (number: number, day: string): string =>
  `---\ntitle: 오늘의 토막글 ${number}\ndate: ${day} 22:00:00 +0900\n---\n\n- 하나\n- 둘\n- 셋\n`;

describe("오늘 쓴 글 커밋", function () {
  this.timeout(60_000);
  const { at } = inFreshNotebook();
  let folder: GitFolder;
  let own: string;

  before(function () {
    if (!hasGit) this.skip();
  });

  beforeEach(() => {
    folder = new GitFolder(at("").fsPath.replace(/\/$/, ""));
    folder.git("init", "--quiet", "--initial-branch=main");
    folder.introduce();
    folder.write("토막글/2025-04-20-토막글-94.md", tomak(94, "2025-04-20"), "2025-04-20T12:00:00Z");
    folder.write("src/index.ts", "export {};\n");
    folder.commitAll();
    own = `토막글/${today()}-토막글-95.md`;
    folder.write(own, tomak(95, today()));
  });

  /** Runs the command and says yes to what it shows. */
  async function commit(answer = ACCEPT): Promise<void> {
    await answering(runCommand("tomaknote.commitToday"), [answer]);
  }

  const subject = (): string => folder.git("log", "-1", "--format=%s").trim();

  /** A repository that the notebook's goes to. */
  function remote(): GitFolder {
    const bare = new GitFolder(`${folder.root}-remote.git`);
    execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", bare.root]);
    folder.git("remote", "add", "origin", bare.root);
    folder.git("push", "--quiet", "--set-upstream", "origin", "main");
    return bare;
  }

  it("commits today's note alone; what is staged stays so", async () => {
    folder.write("src/index.ts", "export const staged = 1;\n");
    folder.git("add", "src");
    folder.write("src/index.ts", "export const more = 2;\n");
    const before = folder.index([own]);
    await commit();
    expect(folder.lastCommit()).to.deep.equal([`A ${own}`]);
    expect(subject()).to.equal("토막글 95");
    expect(folder.index([own])).to.deep.equal(before);
  });

  it("saves what is not saved yet before it is committed", async () => {
    const note = "토막글/2025-04-20-토막글-94.md";
    folder.remove(own);
    const editor = await vscode.window.showTextDocument(at(note));
    await editor.edit((edit) => edit.insert(new vscode.Position(5, 0), "- 오늘 덧붙임\n"));
    await commit();
    expect(editor.document.isDirty).to.equal(false);
    expect(folder.lastCommit()).to.deep.equal([`M ${note}`]);
    expect(folder.git("show", `HEAD:${note}`)).to.include("- 오늘 덧붙임\n");
  });

  it("changes nothing when the person backs out", async () => {
    const before = folder.git("status", "--porcelain");
    await commit("workbench.action.closeQuickOpen");
    expect(subject()).to.equal("처음");
    expect(folder.git("status", "--porcelain")).to.equal(before);
  });

  it("stops where a hook says no, with nothing staged", async () => {
    folder.hook("pre-commit", "exit 1");
    await commit();
    expect(subject()).to.equal("처음");
    expect(folder.git("status", "--porcelain")).to.equal(`?? ${own}\n`);
  });

  it("commits nothing while the editor's Git is off", async () => {
    const restore = await withSettings({ "git.enabled": false });
    try {
      await commit();
      expect(subject()).to.equal("처음");
    } finally {
      await restore();
    }
  });

  it("does not push unless the settings say so, and pushes when they do", async () => {
    const bare = remote();
    const pushed = (): string => bare.git("log", "-1", "--format=%s", "main").trim();
    await commit();
    expect([subject(), pushed()]).to.deep.equal(["토막글 95", "처음"]);
    const restore = await withSettings({ "tomaknote.git.push": "always", "tomaknote.git.message": "글: {{ titles }}" });
    try {
      folder.write(own, `${tomak(95, today())}- 넷\n`);
      await commit();
      expect(subject()).to.equal("글: 토막글 95");
      await waitFor("the commit in the remote repository", () => pushed() === "글: 토막글 95", 15_000);
    } finally {
      await restore();
    }
  });

  it("keeps the commit when the remote repository has others already", async () => {
    const bare = remote();
    const other = new GitFolder(bare.root).clone();
    other.write("다른 글.md", "- 글\n");
    other.commitAll("다른 컴퓨터");
    other.git("push", "--quiet");
    const restore = await withSettings({ "tomaknote.git.push": "always" });
    try {
      await commit();
      expect(subject()).to.equal("토막글 95");
      expect(bare.git("log", "-1", "--format=%s", "main").trim()).to.equal("다른 컴퓨터");
    } finally {
      await restore();
    }
  });
});

describe("두 컴퓨터에서 쓴 토막글", () => {
  const { at, files } = inFreshNotebook();

  before(function () {
    if (!hasGit) this.skip();
  });

  it("of one number are found when they are merged, and get numbers of their own", async () => {
    const home = new GitFolder(at("").fsPath.replace(/\/$/, ""));
    home.git("init", "--quiet", "--initial-branch=main");
    home.introduce();
    home.write("토막글/2025-05-01-토막글-109.md", tomak(109, "2025-05-01"));
    home.commitAll();
    const work = home.clone();
    home.write("토막글/2025-05-02-토막글-110.md", tomak(110, "2025-05-02"));
    home.commitAll("집에서");
    work.write("토막글/2025-05-03-토막글-110.md", tomak(110, "2025-05-03"));
    work.commitAll("회사에서");
    home.git("pull", "--quiet", "--no-rebase", "--no-edit", work.root, "main");
    await runCommand("tomaknote.refreshNotes");
    await runCommand("tomaknote.checkNumbers");
    const second = at("토막글/2025-05-03-토막글-110.md");
    const found = await waitFor("the repeated number", () =>
      vscode.languages.getDiagnostics(second).find(({ source }) => source === "토막노트"),
    );
    expect(found.message).to.equal("토막글 110번이 2편 있어요.");
    await answering(runCommand("tomaknote.renumberFrom", "토막글/2025-05-03-토막글-110.md"));
    expect((await files()).filter((path) => path.startsWith("토막글/"))).to.deep.equal([
      "토막글/2025-05-01-토막글-109.md",
      "토막글/2025-05-02-토막글-110.md",
      "토막글/2025-05-03-토막글-111.md",
    ]);
    expect(home.read("토막글/2025-05-03-토막글-111.md")).to.equal(tomak(111, "2025-05-03"));
    home.commitAll("번호");
    work.git("pull", "--quiet", home.root, "main");
    expect(work.read("토막글/2025-05-03-토막글-111.md")).to.equal(tomak(111, "2025-05-03"));
  });

  it("of one day that conflict are marked, and nothing is written to the note until it is resolved", async () => {
    const home = new GitFolder(at("").fsPath.replace(/\/$/, ""));
    home.git("init", "--quiet", "--initial-branch=main");
    home.introduce();
    home.write("README.md", "# 노트\n");
    home.commitAll();
    const work = home.clone();
    const path = "토막글/2025-05-02-토막글-110.md";
    home.write(path, tomak(110, "2025-05-02").replace("하나", "집에서"));
    home.commitAll("집에서");
    work.write(path, tomak(110, "2025-05-02").replace("하나", "회사에서"));
    work.commitAll("회사에서");
    expect(home.try("pull", "--quiet", "--no-rebase", "--no-edit", work.root, "main")).to.equal(1);
    const conflict = home.read(path);
    expect(conflict).to.include("<<<<<<<");
    await writeFile(at("토막글/2025-05-04-토막글-112.md"), tomak(112, "2025-05-04"));
    await runCommand("tomaknote.refreshNotes");
    const note = { path, title: "글", kind: "tomak", tags: ["자바"], excerpt: "" };
    // The row is from before the conflict: the note's mark is not in it.
    await runCommand("tomaknote.removeTag", { type: "note", id: path, note });
    await runCommand("tomaknote.renumberOnly", path);
    expect(home.read(path)).to.equal(conflict);
    await vscode.window.showTextDocument(at(path));
    expect(await openedText(at(path))).to.equal(conflict);
  });
});

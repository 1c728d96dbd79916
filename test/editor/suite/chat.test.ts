import { expect } from "chai";
import * as vscode from "vscode";
import { inFreshNotebook, readFile, runCommand, withSettings, writeFile } from "../support.ts";

interface Told {
  readonly error?: string;
  readonly notes?: readonly { readonly id: string; readonly title: string }[];
  readonly text?: string;
  readonly total?: number;
  readonly next?: number;
}

async function invoke(name: string, input: object): Promise<Told> {
  const result = await vscode.lm.invokeTool(`tomaknote_${name}`, { input, toolInvocationToken: undefined });
  const [part] = result.content;
  if (!(part instanceof vscode.LanguageModelTextPart)) throw new Error("no text");
  return JSON.parse(part.value) as Told;
}

describe("tools for language models", () => {
  const { at, files } = inFreshNotebook();

  beforeEach(async () => {
    await writeFile(at("TIL/2025/05/2025-05-03-카프카.md"), "---\ntitle: 카프카\n---\n\n- 리밸런싱 동안 멈춘다\n");
    await writeFile(at("TIL/2025/05/2025-05-04-비밀.md"), "---\ntitle: 비밀\nprivate: true\n---\n\n- 리밸런싱 암호\n");
    await writeFile(at("일기/2025-06.md"), "# 6월\n\n## 2025-06-01\n\n- 하루\n\n## 2025-06-02\n\n- 이틀\n");
    await runCommand("tomaknote.refreshNotes");
  });

  it("are offered with what they do", () => {
    const ours = vscode.lm.tools.filter(({ name }) => name.startsWith("tomaknote_"));
    expect(ours.map(({ name }) => name).sort()).to.deep.equal([
      "tomaknote_findNotes",
      "tomaknote_listMonth",
      "tomaknote_readNote",
    ]);
    for (const { description, inputSchema } of ours) {
      expect(description).to.match(/Read-only\.$/);
      expect(inputSchema).to.have.property("required");
    }
  });

  it("find notes, but no private ones", async () => {
    const { notes } = await invoke("findNotes", { query: "리밸런싱" });
    expect(notes?.map(({ id }) => id)).to.deep.equal(["TIL/2025/05/2025-05-03-카프카.md"]);
    expect((await invoke("findNotes", { query: "비밀" })).notes).to.deep.equal([]);
    expect((await invoke("findNotes", { limit: 3 })).error).to.contain("query");
  });

  it("list a month", async () => {
    const may = await invoke("listMonth", { month: "2025-05" });
    expect(may.total).to.equal(1);
    expect(may.notes?.[0]?.title).to.equal("카프카");
    const june = await invoke("listMonth", { month: "2025-06" });
    expect(june.notes?.map(({ id }) => id)).to.include("일기/2025-06.md#2025-06-02");
    expect((await invoke("listMonth", { month: "May" })).error).to.contain("YYYY-MM");
  });

  it("read a note by its id, as it is in the editor, and nothing else of the disk", async () => {
    const id = "TIL/2025/05/2025-05-03-카프카.md";
    expect((await invoke("readNote", { id })).text).to.contain("리밸런싱 동안 멈춘다");
    expect((await invoke("readNote", { id: "일기/2025-06.md#2025-06-02" })).text).to.match(/이틀\s*$/);
    expect((await invoke("readNote", { id: "일기/2025-06.md#2025-06-02" })).text).not.to.contain("하루");
    const editor = await vscode.window.showTextDocument(at(id));
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), "- 방금 적은 것\n"));
    expect((await invoke("readNote", { id })).text).to.contain("방금 적은 것");
    await writeFile(at("../바깥.md"), "밖의 글\n");
    await writeFile(at(".env"), "SECRET=1\n");
    const outside = [
      "../바깥.md",
      ".env",
      at("../바깥.md").toString(),
      "/etc/passwd",
      "TIL/2025/05/2025-05-04-비밀.md",
      "",
      "%2e%2e/바깥.md",
    ];
    for (const wrong of outside) {
      const told = await invoke("readNote", { id: wrong });
      expect(told.error, wrong).to.contain("no such note");
      expect(told.text).to.equal(undefined);
    }
    expect((await invoke("readNote", {})).error).to.contain("no such note");
  });

  it("take no note that has become private and is not saved", async () => {
    const id = "TIL/2025/05/2025-05-03-카프카.md";
    const editor = await vscode.window.showTextDocument(at(id));
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), "비공개: true\n"));
    expect((await invoke("readNote", { id })).error).to.contain("no such note");
  });

  it("write nothing", async () => {
    const before = await files();
    const text = await readFile(at("TIL/2025/05/2025-05-03-카프카.md"));
    await invoke("findNotes", { query: "리밸런싱" });
    await invoke("readNote", { id: "TIL/2025/05/2025-05-03-카프카.md" });
    await invoke("listMonth", { month: "2025-05" });
    expect(await files()).to.deep.equal(before);
    expect(await readFile(at("TIL/2025/05/2025-05-03-카프카.md"))).to.equal(text);
  });

  it("say so when there is no notebook to read", async () => {
    const restore = await withSettings({ "tomaknote.notebook": "없는-폴더" });
    try {
      expect(await invoke("listMonth", { month: "2025-05" })).to.satisfy(
        ({ error, total }: Told) => error === "The notes could not be read." || total === 0,
      );
    } finally {
      await restore();
    }
  });
});

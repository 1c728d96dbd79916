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

const tomak = (number: number, day: string): string =>
  `---\ntitle: 오늘의 토막글 ${number}\ndate: ${day} 22:00:00 +0900\n---\n\n- 오늘의 토막글 ${number}을 씀\n`;

describe("번호 점검", () => {
  const { at, files } = inFreshNotebook();

  const april = "토막글/2025-04-30-토막글-95.md";
  const may = "토막글/2025-05-01-토막글-95.md";
  const last = "토막글/2025-05-03-토막글-98.md";
  const draft = "회고/2025-05-회고.md";
  const texts = {
    [april]: tomak(95, "2025-04-30"),
    [may]: `\uFEFF${tomak(95, "2025-05-01").replaceAll("\n", "\r\n")}`,
    [last]: tomak(98, "2025-05-03"),
    [draft]:
      "# 2025년 5월 회고\n\n**오늘의 토막글 95**\n\n- 글\n\n**오늘의 토막글 98**\n\n- 글\n\n**오늘의 토막글 97**\n",
  };

  beforeEach(async () => {
    for (const [path, text] of Object.entries(texts)) await writeFile(at(path), text);
    await runCommand("tomaknote.refreshNotes");
  });

  const shown = (path: string): string[] =>
    vscode.languages
      .getDiagnostics(at(path))
      .filter(({ source }) => source === "토막노트")
      .map(({ message, range }) => `${range.start.line}: ${message}`);

  /** A change on disk may overtake the check; what it finds is shown a moment later then. */
  const check = async (): Promise<void> => {
    await runCommand("tomaknote.checkNumbers");
    await waitFor("the findings", () => shown(april).length > 0);
  };

  /** Does what a quick fix of the first diagnostic of a note would do, and says yes to the list of changes. */
  const fix = async (path: string, title: string): Promise<void> => {
    const [diagnostic] = vscode.languages.getDiagnostics(at(path));
    if (diagnostic === undefined) throw new Error(`nothing is shown for ${path}`);
    await vscode.workspace.openTextDocument(at(path));
    const actions = await runCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      at(path),
      diagnostic.range,
    );
    const command = actions.find((action) => action.title === title)?.command ?? expect.fail(`no quick fix "${title}"`);
    await answering(runCommand(command.command, ...(command.arguments ?? [])));
  };

  it("shows what it finds on the lines where it is, and follows the notebook from then on", async () => {
    expect(vscode.languages.getDiagnostics(at(april))).to.deep.equal([]);
    await check();
    expect(shown(april)).to.deep.equal(["1: 토막글 95번이 2편 있어요."]);
    expect(shown(may)).to.deep.equal(["1: 토막글 95번이 2편 있어요."]);
    expect(shown(last)).to.deep.equal(["1: 98번 앞의 토막글 96번부터 97번까지 2편이 없어요."]);
    expect(shown(draft)).to.deep.equal(["10: 회고에 실린 토막글 97번은 노트에 없어요."]);
    await writeFile(at("토막글/2025-05-02-토막글-97.md"), tomak(97, "2025-05-02"));
    await waitFor("the draft in order", () => shown(draft).length === 0);
    expect(shown(last)).to.deep.equal([]);
  });

  it("renumbers from a note on: titles, names, the draft, and no other byte", async () => {
    await check();
    await fix(may, "이 글부터 번호 다시 매기기");
    const renamed = ["토막글/2025-05-01-토막글-96.md", "토막글/2025-05-03-토막글-97.md"] as const;
    expect(await files()).to.have.members([april, ...renamed, draft]);
    expect(await readFile(at(april))).to.equal(texts[april]);
    expect(await readFile(at(renamed[0]))).to.equal(
      texts[may]?.replace("title: 오늘의 토막글 95", "title: 오늘의 토막글 96"),
    );
    expect(await readFile(at(renamed[1]))).to.equal(
      texts[last]?.replace("title: 오늘의 토막글 98", "title: 오늘의 토막글 97"),
    );
    expect(await readFile(at(draft))).to.equal(
      texts[draft]?.replace("토막글 95**", "토막글 96**").replace("토막글 98**", "토막글 97**"),
    );
    await waitFor("nothing left to show", () => [april, ...renamed, draft].every((path) => shown(path).length === 0));
  });

  it("brings names and texts back with one undo", async () => {
    await check();
    await fix(april, "이 글만 다음 번호로");
    const renamed = "토막글/2025-04-30-토막글-99.md";
    expect(await readFile(at(renamed))).to.equal(
      texts[april]?.replace("title: 오늘의 토막글 95", "title: 오늘의 토막글 99"),
    );
    await vscode.window.showTextDocument(at(renamed));
    await runCommand("undo");
    await waitFor("the name back", async () => (await exists(at(april))) && !(await exists(at(renamed))));
    await waitFor("the text back", async () => (await openedText(at(april))) === texts[april]);
    await vscode.workspace.saveAll();
    expect(await readFile(at(april))).to.equal(texts[april]);
    expect(await readFile(at(draft))).to.equal(texts[draft]);
  });

  it("offers no other number to a note that has the next one", async () => {
    await check();
    await vscode.workspace.openTextDocument(at(last));
    const [diagnostic] = vscode.languages.getDiagnostics(at(last));
    const actions = await runCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      at(last),
      diagnostic?.range,
    );
    // The draft quotes 97, so the next number is 98.
    const titles = actions.map(({ title }) => title);
    expect(titles).to.include("이 글부터 번호 다시 매기기").and.to.not.include("이 글만 다음 번호로");
  });

  it("leaves unsaved text in its editor, and changes the title in it", async () => {
    const editor = await vscode.window.showTextDocument(at(last));
    await editor.edit((edit) => edit.insert(new vscode.Position(5, 0), "- 아직 저장하지 않음\n"));
    await check();
    await fix(last, "이 글부터 번호 다시 매기기");
    const renamed = at("토막글/2025-05-03-토막글-96.md");
    await vscode.window.showTextDocument(renamed);
    expect(await openedText(renamed))
      .to.contain("토막글 96\n")
      .and.to.contain("- 아직 저장하지 않음\n");
    expect(await readFile(renamed)).to.not.contain("저장하지 않음");
  });

  it("changes nothing when one of the notes could not be written back as it is", async () => {
    const mixed = tomak(98, "2025-05-03").replace("---\n", "---\r\n");
    await writeFile(at(last), mixed);
    await runCommand("tomaknote.refreshNotes");
    await check();
    await fix(may, "이 글부터 번호 다시 매기기");
    expect(await files()).to.have.members([april, may, last, draft]);
    expect(await readFile(at(last))).to.equal(mixed);
    expect(await readFile(at(may))).to.equal(texts[may]);
  });
});

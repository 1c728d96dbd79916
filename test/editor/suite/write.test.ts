import { expect } from "chai";
import * as vscode from "vscode";
import {
  closeAllEditors,
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

describe("오늘의 토막글 쓰기", () => {
  const { at, files } = inFreshNotebook();

  const folderOfToday = (): string => `토막글/${today().slice(0, 4)}/${today().slice(5, 7)}`;
  const tomakOfToday = (number: number): string => `${folderOfToday()}/${today()}-토막글-${number}.md`;

  it("creates the day's note and puts the cursor into its first bullet", async () => {
    await runCommand("tomaknote.newTomak");
    const text = await openedText(at(tomakOfToday(1)));
    expect(text).to.match(
      /^---\ntitle: 오늘의 토막글 1\ndate: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0900\ncategories: \[토막글\]\ntags: \[\]\n---\n\n- \n- \n- \n$/,
    );
    expect(text).to.contain(`date: ${today()} `);
    const { active } = vscode.window.activeTextEditor?.selection ?? expect.fail("no editor");
    expect([active.line, active.character]).to.deep.equal([7, 2]);
  });

  it("opens the same note again and leaves its bytes alone, unsaved text included", async () => {
    await runCommand("tomaknote.newTomak");
    const uri = at(tomakOfToday(1));
    await openedText(uri);
    const before = await readFile(uri);
    await vscode.window.activeTextEditor?.edit((edit) =>
      edit.insert(new vscode.Position(7, 2), "아직 저장하지 않은 토막"),
    );
    await runCommand("tomaknote.newTomak");
    expect(await openedText(uri)).to.contain("- 아직 저장하지 않은 토막\n");
    expect(vscode.window.activeTextEditor?.document.isDirty).to.equal(true);
    expect(await readFile(uri)).to.equal(before);
    expect(await files()).to.deep.equal([tomakOfToday(1)]);
  });

  it("opens the note as another program left it", async () => {
    await runCommand("tomaknote.newTomak");
    const uri = at(tomakOfToday(1));
    await openedText(uri);
    await closeAllEditors();
    const changed = "---\r\ntitle: 오늘의 토막글 1\r\n---\r\n\r\n- 다른 프로그램이 고침\r\n";
    await writeFile(uri, changed);
    await runCommand("tomaknote.newTomak");
    // The editor keeps a closed document for a while and brings it in step with the disk a moment after it is shown.
    await waitFor("the other program's text", async () => (await openedText(uri)).includes("다른 프로그램이 고침"));
    expect(await readFile(uri)).to.equal(changed);
    expect(await files()).to.deep.equal([tomakOfToday(1)]);
  });

  it("opens a twin whose name is spelled in NFD", async () => {
    const twin = `${folderOfToday()}/${`${today()}-토막글-7.md`.normalize("NFD")}`;
    const text = "---\ntitle: 오늘의 토막글 7\n---\n\n- 맥에서 적음\n";
    await writeFile(at(twin), text);
    await runCommand("tomaknote.newTomak");
    expect(await openedText()).to.equal(text);
    expect((await files()).map((path) => path.normalize("NFC"))).to.deep.equal([tomakOfToday(7)]);
  });

  it("opens a twin whose name differs in letter case", async () => {
    const undo = await withSettings({ "tomaknote.tomak.path": "Daily/{{ date }}-Tomak-{{ number }}.md" });
    try {
      const twin = `Daily/${today()}-TOMAK-3.MD`;
      await writeFile(at(twin), "---\ntitle: 오늘의 토막글 3\n---\n\n- 대문자\n");
      await runCommand("tomaknote.newTomak");
      expect(await openedText()).to.contain("- 대문자");
      expect(await files()).to.deep.equal([twin]);
    } finally {
      await undo();
    }
  });

  it("takes the number after the highest in notes and in retro posts", async () => {
    await writeFile(at("옛글/2020-01-02.md"), "---\ntitle: 오늘의 토막글 12\n---\n\n- 옛 글\n");
    await writeFile(
      at("_posts/2020-02-01-1월-회고.md"),
      "---\ntitle: 2020년 1월 회고\n---\n\n## 1월 동안 쓴 토막글들\n\n**오늘의 토막글 41**\n\n- 글에만 남은 토막\n",
    );
    await runCommand("tomaknote.refreshNotes");
    await runCommand("tomaknote.newTomak");
    expect(await openedText(at(tomakOfToday(42)))).to.contain("title: 오늘의 토막글 42");
  });

  it("is one step that undo takes back and redo brings again", async () => {
    await runCommand("tomaknote.newTomak");
    const uri = at(tomakOfToday(1));
    await openedText(uri);
    await runCommand("undo");
    await waitFor("the file gone after undo", async () => !(await exists(uri)));
    await runCommand("tomaknote.newTomak");
    expect(await openedText(uri)).to.contain("오늘의 토막글 1");
  });

  it("makes one note when it is asked twice at once", async () => {
    await Promise.all([runCommand("tomaknote.newTomak"), runCommand("tomaknote.newTomak")]);
    await openedText(at(tomakOfToday(1)));
    expect(await files()).to.deep.equal([tomakOfToday(1)]);
  });

  it("uses the notebook's own template", async () => {
    await writeFile(
      at(".tomaknote/templates/tomak.md"),
      "# {{ title }}\n\n오늘은 {{ month_number }}월 {{ day_number }}일.\n\n* {{ cursor }}끝\n",
    );
    await runCommand("tomaknote.newTomak");
    const [, month, day] = today().split("-").map(Number);
    expect(await openedText(at(tomakOfToday(1)))).to.equal(
      `# 오늘의 토막글 1\n\n오늘은 ${month}월 ${day}일.\n\n* 끝\n`,
    );
    const { active } = vscode.window.activeTextEditor?.selection ?? expect.fail("no editor");
    expect([active.line, active.character]).to.deep.equal([4, 2]);
  });

  it("creates nothing from a broken template", async () => {
    await writeFile(at(".tomaknote/templates/tomak.md"), "---\ntitle: {{ title }}\n---\n{% if %}\n");
    await runCommand("tomaknote.newTomak");
    expect(await files()).to.deep.equal([".tomaknote/templates/tomak.md"]);
  });

  it("writes the writer's day, not the machine's", async () => {
    const undo = await withSettings({ "tomaknote.timeZone": "Pacific/Kiritimati", "tomaknote.dayStartsAt": "00:00" });
    try {
      await runCommand("tomaknote.newTomak");
      const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Pacific/Kiritimati" }).format(Date.now());
      expect(await openedText())
        .to.contain(`date: ${day} `)
        .and.to.contain(" +1400\n");
      expect(await files())
        .to.have.lengthOf(1)
        .and.satisfy(([path = ""]) => path.includes(day));
    } finally {
      await undo();
    }
  });

  it("goes to the previous and the next entry there is", async () => {
    const entries = ["2020-03-01", "2020-03-05", "2020-04-02"];
    for (const [index, day] of entries.entries()) {
      await writeFile(
        at(`토막글/${day}-토막글-${index + 1}.md`),
        `---\ntitle: 오늘의 토막글 ${index + 1}\n---\n\n- ${day}\n`,
      );
    }
    await runCommand("tomaknote.refreshNotes");
    await runCommand("tomaknote.previousTomak");
    expect(await openedText()).to.contain("- 2020-04-02");
    await runCommand("tomaknote.previousTomak");
    expect(await openedText()).to.contain("- 2020-03-05");
    await runCommand("tomaknote.previousTomak");
    expect(await openedText()).to.contain("- 2020-03-01");
    await runCommand("tomaknote.nextTomak");
    expect(await openedText()).to.contain("- 2020-03-05");
  });
});

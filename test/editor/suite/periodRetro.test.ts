import { expect } from "chai";
import * as vscode from "vscode";
import { answering, inFreshNotebook, openedText, readFile, runCommand, waitFor, writeFile } from "../support.ts";

describe("기간 회고 만들기", () => {
  const { at } = inFreshNotebook();

  beforeEach(async () => {
    await writeFile(at("TIL/2024-06-03-큐.md"), "---\ntitle: 큐\n---\n\n- 먼저 온 것이 먼저 나감\n");
    await writeFile(
      at("회고/2024-05-회고.md"),
      "---\ntitle: 2024년 5월 회고\n---\n\n## 5월을 돌아보며 배운 것들\n\n- 쉬는 법\n",
    );
    await runCommand("tomaknote.refreshNotes");
  });

  it("asks for the kind and the period, and compiles the week picked first", async () => {
    await answering(runCommand("tomaknote.makePeriodRetro"));
    const text = await openedText(at("회고/2024-W23-정리.md"));
    expect(text).to.contain("title: 2024년 23주 정리\n");
    expect(text).to.contain("## 23주 동안 쓴 TIL\n\n**큐**\n\n- 먼저 온 것이 먼저 나감\n");
  });

  it("compiles the year that a keybinding names, from its months, and brings it up to date", async () => {
    await runCommand("tomaknote.makePeriodRetro", "2024");
    const year = at("회고/2024-회고.md");
    const text = await openedText(year);
    expect(text).to.contain("### 5월\n\n[2024년 5월 회고](2024-05-회고.md)\n\n- 쉬는 법\n");
    expect(text).to.contain("### 6월\n\nTIL 1편 · 쓴 날 1일\n\n- 큐\n");
    await runCommand("tomaknote.makePeriodRetro", "2024");
    expect(await readFile(year)).to.equal(text);
  });

  it("leads from a note to the drafts of its week, month, quarter, half-year and year, as long as they hold it", async () => {
    const note = at("TIL/2024-06-03-큐.md");
    const lenses = async (): Promise<string[]> => {
      await vscode.window.showTextDocument(note);
      const found = await runCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", note);
      return found.map(({ command }) => command?.title ?? "");
    };
    for (const period of ["2024", "2024-H1", "2024-Q2", "2024-06", "2024-W23"]) {
      await runCommand("tomaknote.makePeriodRetro", period);
    }
    const longer = [
      "2024년 2분기 회고에서 6월을 돌아봄",
      "2024년 상반기 회고에서 6월을 돌아봄",
      "2024년 회고에서 6월을 돌아봄",
    ];
    expect(await lenses()).to.deep.equal(["2024년 23주 정리에 실림", "2024년 6월 회고에 실림", ...longer]);
    const week = at("회고/2024-W23-정리.md");
    const entry = "**큐**\n\n- 먼저 온 것이 먼저 나감\n";
    await writeFile(week, (await readFile(week)).replace(entry, ""));
    await waitFor("the week's lens gone", async () => (await lenses())[0] === "2024년 6월 회고에 실림");
    expect(await lenses()).to.deep.equal(["2024년 6월 회고에 실림", ...longer]);
  });
});

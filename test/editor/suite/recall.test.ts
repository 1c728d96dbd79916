import { expect } from "chai";
import * as vscode from "vscode";
import { appendToFile } from "../../../src/vscode/appendToFile.ts";
import { exists, inFreshNotebook, readFile, runCommand, waitFor, withSettings, writeFile } from "../support.ts";

const HISTORY = ".tomaknote/recall.jsonl";

describe("되묻기", () => {
  const { at, files } = inFreshNotebook();

  const panels = (): readonly string[] =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.flatMap(({ input, label }) => (input instanceof vscode.TabInputWebview ? [label] : [])),
    );

  it("opens one panel and writes nothing before something is answered", async () => {
    await writeFile(at("TIL/2025-03-01-락.md"), "---\ntitle: 락\n---\n\n- 하나만 들어간다\n");
    await runCommand("tomaknote.refreshNotes");
    await runCommand("tomaknote.askMe");
    await runCommand("tomaknote.askMe");
    await waitFor("the panel", () => panels().length > 0);
    expect(panels()).to.deep.equal(["되묻기"]);
    expect(await files()).to.deep.equal(["TIL/2025-03-01-락.md"]);
    expect(await readFile(at("TIL/2025-03-01-락.md"))).to.equal("---\ntitle: 락\n---\n\n- 하나만 들어간다\n");
  });

  it("takes settings that make no sense for their defaults, and opens all the same", async () => {
    const restore = await withSettings({ "tomaknote.recall.minAge": "언젠가", "tomaknote.recall.sessionSize": -1 });
    try {
      await runCommand("tomaknote.askMe");
      await waitFor("the panel", () => panels().length === 1);
    } finally {
      await restore();
    }
  });

  it("adds to a file that the editor alone reaches, byte for byte", async () => {
    const uri = at(HISTORY);
    expect(await exists(uri)).to.equal(false);
    await appendToFile(uri, (before) => `${JSON.stringify(before)}\n`);
    await appendToFile(uri, (before) => `${before.length}\r\n`);
    expect(await readFile(uri)).to.equal('""\n3\r\n');
    const damaged = new Uint8Array([0xef, 0xbb, 0xbf, 0xff, 0x00, 0xea]);
    await writeFile(uri, damaged);
    await appendToFile(uri, (before) => (before.startsWith("\uFEFF") ? "\n끝\n" : "?"));
    const bytes = await vscode.workspace.fs.readFile(uri);
    expect([...bytes]).to.deep.equal([...damaged, ...new TextEncoder().encode("\n끝\n")]);
  });
});

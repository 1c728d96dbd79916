import { expect } from "chai";
import * as vscode from "vscode";
import { inFreshNotebook, openedText, runCommand, waitFor, writeFile } from "../support.ts";

describe("템플릿 고치기", () => {
  const { at } = inFreshNotebook();

  /** Opens a template with the text and asks what can be written at `^`. */
  async function offered(name: string, marked: string, trigger?: string): Promise<readonly vscode.CompletionItem[]> {
    const uri = at(`.tomaknote/templates/${name}`);
    await writeFile(uri, marked.replace("^", ""));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const { items } = await runCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      uri,
      document.positionAt(marked.indexOf("^")),
      trigger,
    );
    // The editor's own words of the text have no documentation.
    return items.filter(({ documentation }) => documentation !== undefined);
  }

  const nameOf = ({ label }: vscode.CompletionItem): string => (typeof label === "string" ? label : label.label);
  const find = (items: readonly vscode.CompletionItem[], name: string): vscode.CompletionItem => {
    const item = items.find((other) => nameOf(other) === name);
    if (item === undefined) throw new Error(`${name} is not among ${items.map(nameOf).join(", ")}`);
    return item;
  };
  const documentationOf = ({ documentation }: vscode.CompletionItem): string =>
    documentation instanceof vscode.MarkdownString ? documentation.value : String(documentation);

  it("offers the variables of a retro after {{, with what they mean", async () => {
    const items = await offered("retro.md", "# {{^}}\n", "{");
    expect(items.map(nameOf)).to.include.members(["title", "header", "numbers", "sections", "cursor"]);
    expect(items.map(nameOf)).not.to.include("link");
    const header = find(items, "header");
    expect(documentationOf(header)).to.match(/^머리말 전체\. .*\n\n예: `---`/s);
    expect(header.insertText).to.equal(" header ");
    const { range } = header;
    if (!(range instanceof vscode.Range)) throw new Error("not one range");
    expect([range.isEmpty, range.start.character]).to.deep.equal([true, 4]);
  });

  it("offers filters after |, and fields after a dot", async () => {
    const filters = await offered("til.md", "title: {{ title | ^ }}\n", "|");
    expect(documentationOf(find(filters, "yaml"))).to.contain("머리말");
    const fields = await offered("retro.md", "{% for s in sections %}{{ s.ti^ }}{% endfor %}\n");
    expect(fields.map(nameOf)).to.deep.equal(["title", "heading", "entries"]);
    expect(find(fields, "title").insertText).to.equal("title");
  });

  it("offers nothing of ours beside a template's marks, or in other files", async () => {
    const ours = (items: readonly vscode.CompletionItem[]) => items.map(nameOf).filter((name) => name === "header");
    expect(ours(await offered("retro.md", "{{ title }} ^\n"))).to.deep.equal([]);
    expect(ours(await offered("other.md", "{{ ^ }}\n"))).to.deep.equal([]);
    expect(ours(await offered("../note.md", "{{ ^ }}\n"))).to.deep.equal([]);
    expect(ours(await offered("retro.md", "{{ ^ }}\n"))).to.deep.equal(["header"]);
  });

  it("makes the next retro from the style the settings name, without what asks to stay out", async () => {
    await writeFile(at("TIL/2024-06-03-큐.md"), "# 큐\n\n- 먼저 온 것\n");
    await writeFile(at("TIL/2024-06-04-비밀.md"), "---\nretro: false\n---\n\n- 비밀\n");
    const setting = vscode.workspace.getConfiguration("tomaknote");
    await setting.update("retro.style", "kpt", vscode.ConfigurationTarget.Workspace);
    try {
      await runCommand("tomaknote.refreshNotes");
      await runCommand("tomaknote.makeRetroOfMonth", { month: "2024-06" });
      const text = await waitFor("the draft", async () => {
        const opened = await openedText();
        return opened.includes("2024년 6월 회고") && opened;
      });
      expect(text.match(/^## .*$/gm)).to.deep.equal([
        ...["## Keep: 이어 갈 것", "## Problem: 문제였던 것", "## Try: 해 볼 것", "## 6월 동안 쓴 TIL"],
      ]);
      expect(text).not.to.contain("비밀");
    } finally {
      await setting.update("retro.style", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

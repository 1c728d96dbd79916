import { expect } from "chai";
import * as vscode from "vscode";
import { inFreshNotebook, openedText, runCommand, waitFor, withSettings, writeFile } from "../support.ts";

const DRAFT = "---\ntitle: 5월 회고\n---\n\n**용어(Term)**를\n\n```ts\nlet a;\n```\n\n<script>alert(1)</script>\n";

describe("붙여넣을 글로 복사", () => {
  const { at, files } = inFreshNotebook();

  const copied = async (site: string): Promise<string> => {
    const restore = await withSettings({ "tomaknote.retro.site": site });
    try {
      await vscode.env.clipboard.writeText("앞서 있던 것");
      await runCommand("tomaknote.copyForPasting", at("회고/글.md"));
      return await waitFor("the clipboard", async () => {
        const text = await vscode.env.clipboard.readText();
        return text !== "앞서 있던 것" && text;
      });
    } finally {
      await restore();
    }
  };

  beforeEach(async () => {
    await writeFile(at("회고/글.md"), DRAFT);
  });

  it("puts Markdown for velog on the clipboard", async () => {
    expect(await copied("velog")).to.equal("**용어(Term)**를\n\n```ts\nlet a;\n```\n\n<script>alert(1)</script>\n");
  });

  it("puts HTML for Tistory on the clipboard, and changes no file", async () => {
    expect(await copied("tistory")).to.equal(
      '<p data-ke-size="size16"><strong>용어(Term)</strong>를</p>\n' +
        '<pre class="typescript" data-ke-language="typescript" data-ke-type="codeblock"><code><span style="color: #a347cc">let</span> a;\n</code></pre>\n',
    );
    expect(await files()).to.deep.equal(["회고/글.md"]);
  });

  it("takes the text as it is in the editor, saved or not", async () => {
    await vscode.window.showTextDocument(at("회고/글.md"));
    await openedText(at("회고/글.md"));
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(4, 0), "새 줄 "));
    expect(await copied("velog")).to.match(/^새 줄 \*\*/);
    await runCommand("workbench.action.files.revert");
  });
});

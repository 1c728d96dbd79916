import { expect } from "chai";
import MarkdownIt from "markdown-it";
import * as vscode from "vscode";
import { activeExtension, inFreshNotebook, inWebWorker, runCommand, waitFor, writeFile } from "../support.ts";

const POST = "---\ntitle: 글\n---\n\n> 도움말\n{: .prompt-tip }\n\n**용어(Term)**를\n\n![그림](/assets/a.png)\n";

interface Plugin {
  extendMarkdownIt(md: InstanceType<typeof MarkdownIt>): InstanceType<typeof MarkdownIt>;
}

describe("the preview of a post", () => {
  const { at } = inFreshNotebook();

  beforeEach(async () => {
    await writeFile(at("_config.yml"), "theme: jekyll-theme-chirpy\n");
    await writeFile(at("_posts/2025-05-01-글.md"), POST);
    await writeFile(at("README.md"), POST.slice(POST.indexOf(">")));
  });

  it("is as the site will show it once the site is told, in this host's own markdown-it", async () => {
    const { exports } = await activeExtension();
    // What the manifest promises to the editor.
    const md = (exports as Plugin).extendMarkdownIt(new MarkdownIt({ html: true }));
    const render = (uri: vscode.Uri, text: string): string =>
      md.renderer.render(md.parse(text, {}), md.options, { currentDocument: uri });
    const html = await waitFor("the site's look", () => {
      const rendered = render(at("_posts/2025-05-01-글.md"), POST);
      return rendered.includes("tomaknote-prompt-tip") && rendered;
    });
    expect(html).to.contain("<strong>용어(Term)</strong>를");
    expect(html).to.contain('src=".././assets/a.png"');
    expect(html).not.to.contain("{:");
    const elsewhere = vscode.Uri.joinPath(at(""), "..", "..", "다른 곳.md");
    for (const uri of [at("README.md"), elsewhere]) {
      expect(render(uri, "> 글\n{: .prompt-tip }\n")).to.equal(
        "<blockquote>\n<p>글\n{: .prompt-tip }</p>\n</blockquote>\n",
      );
    }
  });

  it("is what the editor's preview renders", async function () {
    // There the editor's preview runs in another host, which has no plugins of this one's extensions.
    if (inWebWorker) this.skip();
    const document = await vscode.workspace.openTextDocument(at("_posts/2025-05-01-글.md"));
    const html = await waitFor("the editor's HTML", async () => {
      const rendered = await runCommand<string>("markdown.api.render", document);
      return rendered.includes("tomaknote-prompt-tip") && rendered;
    });
    expect(html).to.match(/<blockquote[^>]* class="[^"]*tomaknote-prompt-tip/);
    expect(html).to.contain('data-line="4"');
    const plain = await vscode.workspace.openTextDocument(at("README.md"));
    expect(await runCommand<string>("markdown.api.render", plain)).to.contain("{: .prompt-tip }");
  });
});

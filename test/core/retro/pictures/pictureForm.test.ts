import { describe, expect, it } from "vitest";
import { pictureForm } from "../../../../src/core/retro/pictures/pictureForm.ts";
import { type Picture, SITES, type Site } from "../../../../src/core/settings/settings.ts";
import { MemoryFiles } from "../../../support/memoryFiles.ts";

const form = (asked: Picture, site: Site, files: Readonly<Record<string, string>> = {}, post?: string) =>
  pictureForm(new MemoryFiles(files), asked, site, post);

describe("the form of a picture", () => {
  it.each(["none", "text"] as const)("%s is the same on every site", async (asked) => {
    for (const site of SITES) expect(await form(asked, site), site).toBe(asked);
  });

  it.each<[Picture, readonly Site[]]>([
    ["mermaid", ["plain", "chirpy"]],
    ["svg", ["jekyll", "chirpy", "minimal-mistakes"]],
  ])("%s is shown by %j whatever they are set up for, and is text on the others", async (asked, shown) => {
    for (const site of SITES) expect(await form(asked, site), site).toBe(shown.includes(site) ? asked : "text");
  });

  it.each([
    "layouts/_default/_markup/render-codeblock-mermaid.html",
    "layouts/_markup/render-codeblock-mermaid.html",
    "themes/a-theme/layouts/_default/_markup/render-codeblock-mermaid.html",
    "themes/b-theme/layouts/_markup/render-codeblock-mermaid.html",
  ])("is Mermaid on Hugo with %s", async (hook) => {
    expect(await form("mermaid", "hugo", { "themes/a-theme/theme.toml": "", [hook]: "" })).toBe("mermaid");
    expect(await form("svg", "hugo", { [hook]: "" })).toBe("text");
  });

  it("is text on Hugo with render hooks for other languages", async () => {
    const hook = "layouts/_default/_markup/render-codeblock-goat.html";
    expect(await form("mermaid", "hugo", { [hook]: "" })).toBe("text");
  });

  it.each([
    ["hugo.toml", "[markup.goldmark.renderer]\n  unsafe = true\n"],
    ["config.toml", "markup.goldmark.renderer.unsafe=true\r\n"],
    ["hugo.yaml", "markup:\n  goldmark:\n    renderer:\n      unsafe: true # raw HTML\n"],
    ["hugo.json", '{ "markup": { "goldmark": { "renderer": { "unsafe": true } } } }'],
    ["config/_default/markup.toml", "[goldmark.renderer]\nunsafe = true\n"],
  ])("is SVG on Hugo that passes raw HTML on (%s)", async (name, text) => {
    expect(await form("svg", "hugo", { [name]: text })).toBe("svg");
    expect(await form("mermaid", "hugo", { [name]: text })).toBe("text");
  });

  it.each([
    ["hugo.toml", "[markup.goldmark.renderer]\nunsafe = false\n"],
    ["hugo.toml", "[markup.goldmark.renderer]\n# unsafe = true\n"],
    ["hugo.yaml", "unsafe: truely\n"],
    ["theme.toml", "unsafe = true\n"],
  ])("is text on Hugo that does not (%s: %j)", async (name, text) => {
    expect(await form("svg", "hugo", { [name]: text })).toBe("text");
  });

  it("is Mermaid in a Chirpy post that is there only when it loads Mermaid", async () => {
    expect(await form("mermaid", "chirpy", {}, "---\ntitle: a\nmermaid: true\n---\n")).toBe("mermaid");
    expect(await form("mermaid", "chirpy", {}, "---\ntitle: a\nmermaid: false\n---\n")).toBe("text");
    expect(await form("mermaid", "chirpy", {}, "---\ntitle: a\n---\nmermaid: true\n")).toBe("text");
    expect(await form("mermaid", "plain", {}, "---\ntitle: a\n---\n")).toBe("mermaid");
  });

  it("is found in time, from a configuration made to be slow", async () => {
    const hostile = `${"unsafe ".repeat(50_000)}\n${"unsafe=".repeat(50_000)}\nunsafe${" ".repeat(300_000)}`;
    expect(await form("svg", "hugo", { "hugo.toml": hostile })).toBe("text");
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { pageHtml } from "../../src/vscode/pageHtml.ts";

const html = pageHtml({
  title: `달력 <b>"&`,
  cspSource: "https://*.vscode-cdn.net",
  nonce: "0123456789abcdef",
  script: "https://file.vscode-cdn.net/dist/webview/calendar.js?a=1&b=2",
  style: "https://file.vscode-cdn.net/media/calendar.css",
});
const root = fileURLToPath(new URL("../..", import.meta.url));

describe("the HTML of a webview", () => {
  it("allows one script by its nonce and style sheets of the extension, and nothing else", () => {
    const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      "style-src https://*.vscode-cdn.net",
      "script-src 'nonce-0123456789abcdef'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<link"));
  });

  it("has nothing inline", () => {
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
    const scripts = [...html.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];
    expect(
      scripts.map(([, attributes, content]) => [attributes?.includes(' nonce="0123456789abcdef"'), content]),
    ).toEqual([[true, ""]]);
  });

  it("holds its parts as text", () => {
    expect(html).toContain("<title>달력 &lt;b&gt;&quot;&amp;</title>");
    expect(html).toContain("calendar.js?a=1&amp;b=2");
  });
});

describe("the pages", () => {
  const sources = readdirSync(`${root}/src/webview`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => [name, readFileSync(`${root}/src/webview/${name}`, "utf8")] as const);

  it("never read text as HTML, as code or as a style", () => {
    expect(sources.length).toBeGreaterThan(8);
    const forbidden =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\.style\b|["']style["']|DOMParser|srcdoc/;
    expect(sources.filter(([, text]) => forbidden.test(text)).map(([name]) => name)).toEqual([]);
  });

  it.each(["calendar.css", "grass.css"])("%s takes its colours from the theme and loads nothing", (name) => {
    const css = readFileSync(`${root}/media/${name}`, "utf8");
    expect(css).not.toMatch(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|url\(|@import/i);
    expect(css).toContain("var(--vscode-");
    for (const kind of [".vscode-high-contrast ", ".vscode-high-contrast-light "]) expect(css).toContain(kind);
  });
});

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PreviewSite } from "../../src/core/publish/preview/previewSite.ts";
import { preview, siteAt } from "../core/publish/preview/preview.ts";
import { ensureSystemPackages } from "../harness/systemPackages.ts";

const temporary = mkdtempSync(path.join(tmpdir(), "tomaknote-preview-"));

/** What both sites are asked; each is a post of its own. */
const EMPHASIS: readonly string[] = [
  "**이 용어(This term)**를",
  "‘**“따옴표”**는’",
  "가**(나)**다",
  "*기울임(a)*을 **굵게**합니다",
  "**가** **나(다)**, **라**",
  "별 * 하나 * 와 2*3",
  "`**코드**` \\*\\*글\\*\\*",
  "**굵게 *안쪽(a)*에서 굵게**",
  "- **목록(a)**의 글\n- 둘째",
];
const KRAMDOWN: readonly string[] = [
  ...EMPHASIS,
  "> 도움말\n{: .prompt-tip }\n\n다음",
  "> 하나\n>\n> - 둘\n{: .prompt-info }\n바로 뒤",
  "글\n{: .x }\n\n뒤",
  "글{: .a} 뒤",
  "`a`{: .filepath} 뒤",
  "**굵게**{:.x} 뒤",
  "- 하나\n- 둘\n{: .x }",
  "{: .x }\n글",
  "## 제목\n{: .no_toc }\n\n글",
  "{% raw %}`{{ a }}`{% endraw %} 그리고 {% raw %}{% b %}{% endraw %}",
  "앞 {% comment %}숨김{% endcomment %}뒤",
  "{{ page.title }}, {{ site.baseurl }}/a",
  "[TOC]\n\n[[toc]]",
  "[링크]({{ '/a/' | relative_url }})",
];
const GOLDMARK: readonly string[] = [
  ...EMPHASIS,
  "> 도움말\n{: .prompt-tip }",
  "[TOC]\n\n[[toc]]",
  "글 <b>굵게</b>",
  "{{</* youtube */>}} 글",
  "## 제목 {#id}",
];

const post = (text: string): string => `---\ntitle: 글\ndate: 2025-05-01\n---\n\n${text}\n`;

/** The elements that a reader tells apart, in order, with the text between them; what a theme adds to them left out. */
function essence(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?-->|<table>…<\/table>/g, "")
    .replaceAll(/<\/?(?:div|span|nav)\b[^>]*>/g, "")
    .replaceAll(/<(\/?[a-z0-9]+)(?:\s[^>]*)?>/g, "<$1>")
    .replaceAll(/&(?:quot|#34|ldquo|rdquo);|[“”]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ?(<[^>]+>) ?/g, (_, tag: string) => (/^<\/?(?:strong|em|code|b|a)>$/.test(tag) ? tag : ` ${tag} `))
    .replaceAll(/\s+/g, " ")
    .trim();
}

function build(
  name: string,
  files: Readonly<Record<string, string>>,
  command: readonly [string, ...string[]],
  out: string,
) {
  const site = path.join(temporary, name);
  for (const [file, contents] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), contents);
  }
  const [program, ...args] = command;
  const { status, stderr } = spawnSync(program, args, { cwd: site, env: { ...process.env, LANG: "C.UTF-8" } });
  if (status !== 0) throw new Error(String(stderr));
  const pages = readdirSync(path.join(site, out), { recursive: true, encoding: "utf8" });
  return (index: number): string => {
    const page = pages.find((file) => file.endsWith(".html") && file.includes(`post-${index}`));
    if (page === undefined) throw new Error(`no page ${index} among ${pages.join(", ")}`);
    return readFileSync(path.join(site, out, page), "utf8");
  };
}

ensureSystemPackages(["hugo", "jekyll"]);
const hasJekyll = spawnSync("jekyll", ["--version"]).status === 0;
const hasHugo = spawnSync("hugo", ["version"]).status === 0;

afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

function holdsTo(site: PreviewSite, text: string, built: string): void {
  const shown = preview(post(text), site);
  expect(essence(shown ?? "")).toBe(essence(built));
}

describe.runIf(hasJekyll)("the preview shows what Jekyll itself makes of", () => {
  let page: (index: number) => string;

  beforeAll(() => {
    const posts = KRAMDOWN.map((text, index) => [`_posts/2025-05-01-post-${index}.md`, post(text)] as const);
    const files = { "_config.yml": "title: 블로그\n", ...Object.fromEntries(posts) };
    page = build("jekyll", files, ["jekyll", "build", "--future"], "_site");
  });

  it.each(KRAMDOWN.map((text, index) => [text, index] as const))("%s", (text, index) => {
    holdsTo(siteAt("jekyll"), text, page(index));
  });
});

describe.runIf(hasHugo)("the preview shows what Hugo itself makes of", () => {
  let page: (index: number) => string;

  beforeAll(() => {
    const posts = GOLDMARK.map((text, index) => [`content/posts/post-${index}.md`, post(text)] as const);
    const files = {
      "hugo.toml": "title = '블로그'\n",
      "config.toml": "title = '블로그'\n",
      "layouts/_default/single.html": "{{ .Content }}",
      ...Object.fromEntries(posts),
    };
    page = build("hugo", files, ["hugo"], "public");
  });

  it.each(GOLDMARK.map((text, index) => [text, index] as const))("%s", (text, index) => {
    holdsTo(siteAt("hugo", { showsHtml: false }), text, page(index));
  });
});

import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { parseYearMonth } from "../../src/core/calendar/month.ts";
import { planPublish } from "../../src/core/publish/plan/planPublish.ts";
import { planRetro } from "../../src/core/retro/planRetro.ts";
import { applyEdits } from "../../src/core/text/edit.ts";
import { ensureSystemPackages } from "../harness/systemPackages.ts";
import { memoryNotebook, type SettingValues } from "../support/notebook.ts";

const run = promisify(execFile);
const temporary = mkdtempSync(path.join(tmpdir(), "tomaknote-sites-"));

/** Notes with what breaks posts: Liquid in code, emphasis beside Hangul, headings, footnotes and labels that clash. */
const notes: Readonly<Record<string, string>> = {
  "토막글/2025-05-01-토막글-1.md": "---\ntitle: 오늘의 토막글 1\n---\n\n- **용어(Term)**를 배웠습니다\n- 둘째 토막\n",
  "TIL/2025-05-02-헬름.md":
    "---\ntitle: 헬름\n---\n\n# 공백\n\n- `{{- end }}`의 하이픈\n\n```yaml\n{{- with .Values }}\n{% raw %}\n{{- end }}\n```\n",
  "TIL/2025-05-03-각주.md":
    "---\ntitle: 각주\n---\n\n- 하나[^1] [문서][a]\n\n[^1]: 첫째 각주\n\n[a]: https://example.com/1\n",
  "TIL/2025-05-04-각주.md":
    "---\ntitle: 다른 각주\n---\n\n- 둘[^1] [문서][a]\n\n[^1]: 둘째 각주\n\n[a]: https://example.com/2\n",
  "TIL/2025-05-05-울타리.md": "---\ntitle: 열린 울타리\n---\n\n```js\nconst a = 1;\n",
  "TIL/2025-05-06-뒤.md": "---\ntitle: 그다음 {{ 글 }}\n---\n\n- 마지막 글머리\n",
  "TIL/2025-05-07-그림.md":
    '---\ntitle: 그림\n---\n\n![하나](그림/_첫%20그림%20(1).png)\n\n![둘][라벨]\n\n<p><img src="100%25.png"></p>\n\n[라벨]: 100%25.png\n',
};

/** Each different from the others. */
const images: Readonly<Record<string, Uint8Array>> = {
  "TIL/그림/_첫 그림 (1).png": new Uint8Array([0x89, 0x50, 0, 0xff, 1]),
  "TIL/100%.png": new Uint8Array([0x89, 0x50, 0, 0xff, 2]),
};

async function draftFor(files: Readonly<Record<string, string>>, values: SettingValues) {
  const month = parseYearMonth("2025-05");
  if (month === undefined) throw new RangeError("no month");
  const notebook = await memoryNotebook({ ...notes, ...images, ...files }, { "retro.images": "copy", ...values });
  const plan = await planRetro(notebook, month);
  if (plan.action !== "create") throw new Error(plan.action);
  const copies = plan.copies.map(({ from, to }) => [to, images[from] ?? ""] as const);
  return { draft: plan.draft, copies: Object.fromEntries(copies) };
}

/** Lays out a site of these files and the draft, builds it, and answers with the draft's page and what the build said. */
async function build(
  name: string,
  files: Readonly<Record<string, string>>,
  command: readonly [string, ...string[]],
  out: string,
  values: SettingValues = {},
) {
  const site = path.join(temporary, name);
  const { draft, copies } = await draftFor(files, values);
  for (const [file, contents] of Object.entries({ ...files, ...copies, [draft.path]: draft.text })) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), contents);
  }
  const [program, ...args] = command;
  const { stdout, stderr } = await run(program, args, {
    cwd: site,
    env: { ...process.env, TZ: "Asia/Seoul", LANG: "C.UTF-8" },
  });
  const pages = readdirSync(path.join(site, out), { recursive: true, encoding: "utf8" });
  const page = pages.find((file) => file.includes("2025-05-회고") && file.endsWith(".html"));
  if (page === undefined) throw new Error(`no page of the draft among ${pages.join(", ")}`);
  const html = readFileSync(path.join(site, out, page), "utf8");
  return {
    html,
    said: `${stdout}\n${stderr}`,
    draft,
    copies: Object.keys(copies),
    shown: imagesOf(html, path.join(site, out)),
  };
}

/** What a browser would get for each image of a page, from the built site's folder. */
function imagesOf(html: string, root: string): readonly (readonly number[])[] {
  return [...html.matchAll(/<img[^>]*\ssrc="([^"]*)"/g)].map(([, address = ""]) => {
    const { pathname } = new URL(address.replaceAll("&amp;", "&"), "https://example.com/posts/page/");
    return [...readFileSync(path.join(root, decodeURIComponent(pathname)))];
  });
}

/** The images of the note, in its order. */
const SHOWN = [1, 2, 2].map((last) => [0x89, 0x50, 0, 0xff, last]);

/** The picture is one element of the page with all of its days, and what follows it is Markdown again. */
function expectCalendar(html: string): void {
  expect(html.match(/<svg /g)).toHaveLength(1);
  expect(html).not.toMatch(/<p>\s*<svg/);
  const [svg = ""] = /<svg [\s\S]*<\/svg>/.exec(html) ?? [];
  expect(svg.match(/<rect class="tomak-\d" [^>]*><title>[^<]*<\/title><\/rect>/g)).toHaveLength(31);
  expect(svg).toContain("@media(prefers-color-scheme:dark){.tomak-text{");
  expect(svg).not.toMatch(/<p>|<br|&lt;/);
}

function expectWhole(html: string): void {
  expect(html).toMatch(/<strong>용어\(Term\)<\/strong>/);
  expect(html).not.toContain("**");
  // Without the spans of highlighting.
  const text = html.replaceAll(/<[^>]+>/g, "");
  expect(text).toContain("{{- with .Values }}");
  expect(text).toContain("{% raw %}");
  expect(html).toContain("<strong>그다음 {{ 글 }}</strong>");
  expect(html).toMatch(/<li>마지막 글머리<\/li>/);
  expect(html).toContain('href="https://example.com/1"');
  expect(html).toContain('href="https://example.com/2"');
  expect(html).toContain("첫째 각주");
  expect(html).toContain("둘째 각주");
  expect(html.match(/<h2/g)).toHaveLength(5);
}

ensureSystemPackages(["hugo", "jekyll"]);
const hasJekyll = spawnSync("jekyll", ["--version"]).status === 0;
const hasHugo = spawnSync("hugo", ["version"]).status === 0;

// Not skipped but absent where a generator cannot be had: whoever has none is told so by the count of tests alone.
it("the generators are at hand wherever CI is set", () => {
  if (process.env.CI) expect({ hasJekyll, hasHugo }).toEqual({ hasJekyll: true, hasHugo: true });
});

afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

describe.runIf(hasJekyll)("a draft built by Jekyll itself", () => {
  it.each([
    ["jekyll", "assets/images"],
    ["chirpy", "assets/img/posts"],
    ["minimal-mistakes", "assets/images"],
  ] as const)("says and shows what the notes do (%s)", async (name, folder) => {
    const files = {
      "_config.yml": "title: 블로그\ntimezone: Asia/Seoul\nexclude: [토막글, TIL]\n",
      "_layouts/single.html": "{{ content }}",
    };
    const command = ["jekyll", "build", "--drafts", "--future"] as const;
    const { html, said, draft, copies, shown } = await build(name, files, command, "_site", {
      "retro.site": name,
    });
    expect(draft.path).toBe("_drafts/2025-05-회고.md");
    expect(said).not.toMatch(/Warning|Error/);
    expectWhole(html);
    expect(copies).toEqual([`${folder}/2025-05/첫-그림-(1).png`, `${folder}/2025-05/100%.png`]);
    expect(shown).toEqual(SHOWN);
  });
});

describe.runIf(hasJekyll)("a draft with a picture built by Jekyll itself", () => {
  const jekyll = async (name: string, config: string, picture: string) => {
    const files = { "_config.yml": `title: 블로그\nexclude: [토막글, TIL]\n${config}` };
    const command = ["jekyll", "build", "--drafts", "--future"] as const;
    return build(name, files, [...command], "_site", { "retro.picture": picture });
  };

  it("shows the days as SVG", async () => {
    const { html, said } = await jekyll("jekyll-svg", "", "svg");
    expect(said).not.toMatch(/Warning|Error/);
    expectCalendar(html);
    expectWhole(html);
  });

  it("shows the days as a table", async () => {
    const { html } = await jekyll("jekyll-text", "", "mermaid");
    expect(html.match(/<table>/g)).toHaveLength(1);
    expect(html.match(/<td>\d+ [■□]<\/td>/g)).toHaveLength(31);
    expectWhole(html);
  });

  it("has the chart of a Chirpy post where the theme's script looks for it", async () => {
    // The theme itself is not at hand, so the setting names it.
    const files = { "_config.yml": "title: 블로그\nexclude: [토막글, TIL]\n" };
    const command = ["jekyll", "build", "--drafts", "--future"] as const;
    const values = { "retro.picture": "mermaid", "retro.site": "chirpy" };
    const { html, draft } = await build("chirpy-mermaid", files, [...command], "_site", values);
    expect(draft.text).toContain("\nmermaid: true\n---\n");
    expect(html).toContain('<pre><code class="language-mermaid">pie title 2025년 5월에 쓴 노트\n');
    expectWhole(html);
  });
});

describe.runIf(hasHugo)("a draft with a picture built by Hugo itself", () => {
  const hugo = async (name: string, picture: string, files: Readonly<Record<string, string>>, config = "") => {
    const all = {
      "hugo.toml": config,
      "config.toml": `baseURL = "https://example.com/"\n${config}`,
      "layouts/_default/single.html": "{{ .Content }}",
      "layouts/_default/list.html": "{{ .Title }}",
      ...files,
    };
    return build(name, all, ["hugo", "--buildDrafts", "--buildFuture"], "public", { "retro.picture": picture });
  };

  it("shows the days as SVG where raw HTML is allowed", async () => {
    const { html } = await hugo("hugo-svg", "svg", {}, "[markup.goldmark.renderer]\nunsafe = true\n");
    expectCalendar(html);
    expectWhole(html);
  });

  it("shows the days as a table where raw HTML is left out", async () => {
    const { html, draft } = await hugo("hugo-no-svg", "svg", {});
    expect(draft.text).not.toContain("<svg");
    expect(html.match(/<td>\d+ [■□]<\/td>/g)).toHaveLength(31);
    expectWhole(html);
  });

  it("hands the chart to the site's render hook", async () => {
    const hook = '<pre class="mermaid">{{ .Inner | safeHTML }}</pre>';
    const { html } = await hugo("hugo-mermaid", "mermaid", {
      "layouts/_default/_markup/render-codeblock-mermaid.html": hook,
    });
    expect(html).toMatch(/<pre class="mermaid">pie title 2025년 5월에 쓴 노트\n {4}"토막글" : 1\n {4}"TIL" : 6<\/pre>/);
    expectWhole(html);
  });
});

describe.runIf(hasHugo)("a draft built by Hugo itself", () => {
  it.each([
    ["yaml", "---\ntitle: a\n---\n"],
    ["toml", '+++\ntitle = "a"\n+++\n'],
  ])("says what the notes say (%s front matter)", async (name, archetype) => {
    const files = {
      "hugo.toml": 'baseURL = "https://example.com/"\ntitle = "블로그"\n',
      "config.toml": 'baseURL = "https://example.com/"\ntitle = "블로그"\n',
      "archetypes/default.md": archetype,
      "layouts/_default/single.html": "<h1>{{ .Title }}</h1><time>{{ .Date }}</time>{{ .Content }}",
      "layouts/_default/list.html": "{{ .Title }}",
    };
    const { html, said, draft, shown } = await build(
      `hugo-${name}`,
      files,
      ["hugo", "--buildDrafts", "--buildFuture"],
      "public",
    );
    expect(draft.path).toBe("content/posts/2025-05-회고.md");
    expect(draft.text.startsWith(name === "toml" ? "+++\n" : "---\n")).toBe(true);
    expect(said).not.toMatch(/ERROR|WARN/);
    expect(html).toContain("<h1>2025년 5월 회고</h1>");
    expect(html).toContain("2025-06-01");
    expectWhole(html);
    // Hugo shows no HTML of a post unless its configuration says so.
    expect(shown).toEqual(SHOWN.slice(0, 2));
  });
});

/** Lays out a site with a published draft, builds it as it is served, and answers with the page and its source's path. */
async function buildPublished(
  name: string,
  files: Readonly<Record<string, string>>,
  draft: readonly [path: string, text: string],
  command: readonly [string, ...string[]],
  out: string,
) {
  const site = path.join(temporary, name);
  const notebook = await memoryNotebook({ ...files, [draft[0]]: draft[1] });
  // Past midnight in Seoul, and the day before in UTC, where sites are built.
  const now = Date.parse("2025-05-01T00:30:00+09:00");
  const plan = await planPublish(notebook, ...draft, { now, publishedAt: now });
  if (plan.action !== "publish") throw new Error(JSON.stringify(plan));
  const post = applyEdits(plan.draft.text, plan.draft.edits);
  for (const [file, contents] of Object.entries({ ...files, [plan.to]: post })) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), contents);
  }
  const [program, ...args] = command;
  await run(program, args, { cwd: site, env: { ...process.env, TZ: "UTC", LANG: "C.UTF-8" } });
  const pages = readdirSync(path.join(site, out), { recursive: true, encoding: "utf8" });
  const page = pages.find((file) => file.includes("만료키") && file.endsWith(".html"));
  return { to: plan.to, page, html: page && readFileSync(path.join(site, out, page), "utf8") };
}

const PUBLISHED_BODY = "\n![그림](/그림/a.png)\n\n**용어**와 `코드`\n";

describe.runIf(hasJekyll)("a published draft built by Jekyll itself", () => {
  const files = {
    "_config.yml": "title: 블로그\ntimezone: Asia/Seoul\nfuture: false\n",
    "_layouts/post.html": '<h1>{{ page.title }}</h1><time>{{ page.date | date: "%Y-%m-%d %H:%M" }}</time>{{ content }}',
  };

  // The generator's own clock decides what is the future, so the day is a past one.
  it("appears with its day, without drafts and without the future", async () => {
    const head = "---\nlayout: post\ntitle: 만료된 키\n---\n";
    const draft = ["_drafts/만료키.md", head + PUBLISHED_BODY] as const;
    const { to, page, html } = await buildPublished("published-jekyll", files, draft, ["jekyll", "build"], "_site");
    expect(to).toBe("_posts/2025-05-01-만료키.md");
    expect(page).toBe("2025/05/01/만료키.html");
    expect(html).toContain("<h1>만료된 키</h1><time>2025-05-01 00:30</time>");
    expect(html).toContain("<strong>용어</strong>");
  });
});

describe.runIf(hasHugo)("a published draft built by Hugo itself", () => {
  it.each([
    ["yaml", "---\ntitle: 만료된 키\ndraft: true # 아직\n---\n"],
    ["toml", '+++\ntitle = "만료된 키"\ndate = 2024-01-01\ndraft = true\n+++\n'],
  ])("appears with its day, without drafts and without the future (%s)", async (name, head) => {
    const files = {
      "hugo.toml": 'baseURL = "https://example.com/"\n',
      "config.toml": 'baseURL = "https://example.com/"\n',
      "layouts/_default/single.html":
        '<h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02 15:04 -0700" }}</time>{{ .Content }}',
      "layouts/_default/list.html": "{{ .Title }}",
    };
    const draft = ["content/posts/만료키.md", head + PUBLISHED_BODY] as const;
    const { to, html } = await buildPublished(`published-hugo-${name}`, files, draft, ["hugo"], "public");
    expect(to).toBe("content/posts/만료키.md");
    expect(html).toContain("<h1>만료된 키</h1><time>2025-05-01 00:30 &#43;0900</time>");
  });
});

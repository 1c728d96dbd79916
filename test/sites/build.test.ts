import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { parseYearMonth } from "../../src/core/calendar/month.ts";
import { planRetro } from "../../src/core/retro/planRetro.ts";
import { ensureSystemPackages } from "../harness/systemPackages.ts";
import { memoryNotebook } from "../support/notebook.ts";

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
};

async function draftFor(files: Readonly<Record<string, string>>) {
  const month = parseYearMonth("2025-05");
  if (month === undefined) throw new RangeError("no month");
  const plan = await planRetro(await memoryNotebook({ ...notes, ...files }), month);
  if (plan.action !== "create") throw new Error(plan.action);
  return plan.draft;
}

/** Lays out a site of these files and the draft, builds it, and answers with the draft's page and what the build said. */
async function build(
  name: string,
  files: Readonly<Record<string, string>>,
  command: readonly [string, ...string[]],
  out: string,
) {
  const site = path.join(temporary, name);
  const draft = await draftFor(files);
  for (const [file, text] of Object.entries({ ...files, [draft.path]: draft.text })) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true });
    writeFileSync(path.join(site, file), text);
  }
  const [program, ...args] = command;
  const { stdout, stderr } = await run(program, args, {
    cwd: site,
    env: { ...process.env, TZ: "Asia/Seoul", LANG: "C.UTF-8" },
  });
  const pages = readdirSync(path.join(site, out), { recursive: true, encoding: "utf8" });
  const page = pages.find((file) => file.includes("2025-05-회고") && file.endsWith(".html"));
  if (page === undefined) throw new Error(`no page of the draft among ${pages.join(", ")}`);
  return { html: readFileSync(path.join(site, out, page), "utf8"), said: `${stdout}\n${stderr}`, draft };
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
    ["jekyll", "title: 블로그\ntimezone: Asia/Seoul\nexclude: [토막글, TIL]\n"],
    ["chirpy", "title: 블로그\n# theme: jekyll-theme-chirpy\ntimezone: Asia/Seoul\nexclude: [토막글, TIL]\n"],
  ])("says what the notes say (%s)", async (name, config) => {
    const files = { "_config.yml": config };
    const { html, said, draft } = await build(name, files, ["jekyll", "build", "--drafts", "--future"], "_site");
    expect(draft.path).toBe("_drafts/2025-05-회고.md");
    expect(said).not.toMatch(/Warning|Error/);
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
    const { html, said, draft } = await build(
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
  });
});

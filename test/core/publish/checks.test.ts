import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/core/publish/finding.ts";
import { reviewDraft } from "../../../src/core/publish/reviewDraft.ts";
import { applyEdits } from "../../../src/core/text/edit.ts";
import { memoryNotebook, type SettingValues } from "../../support/notebook.ts";

const NOW = Date.parse("2026-11-21T12:00:00+09:00");

type Contents = Readonly<Record<string, string>>;

interface Case {
  readonly site?: string;
  readonly path?: string;
  readonly files?: Contents;
  readonly publishedAt?: number;
  readonly settings?: SettingValues;
}

async function review(
  text: string,
  { site = "plain", path = "글/초안.md", files = {}, publishedAt, settings }: Case = {},
) {
  const notebook = await memoryNotebook({ ...files, [path]: text }, { "retro.site": site, ...settings });
  const times = { now: NOW, ...(publishedAt !== undefined && { publishedAt }) };
  return reviewDraft(notebook, path, text, times);
}

/** What is found of one code, as `severity@text: message`. */
async function found(code: Finding["code"], text: string, options?: Case): Promise<readonly string[]> {
  const { findings } = await review(text, options);
  return findings
    .filter((finding) => finding.code === code)
    .map(({ severity, start, end, message }) => `${severity}@${text.slice(start, end)}: ${message}`);
}

/** The text after one fix of the first finding of a code. */
async function fixed(code: Finding["code"], text: string, options?: Case, fix = 0): Promise<string> {
  const { findings } = await review(text, options);
  const chosen = findings.find((finding) => finding.code === code)?.fixes[fix];
  if (chosen === undefined) throw new Error(`no fix ${fix} of ${code}`);
  const after = applyEdits(text, chosen.edits);
  return chosen.cursor === undefined ? after : `${after.slice(0, chosen.cursor)}|${after.slice(chosen.cursor)}`;
}

const CHIRPY: Case = { site: "chirpy", path: "_drafts/redis.md" };
const HUGO: Case = { site: "hugo", path: "content/posts/redis.md" };
const FULL = "---\ntitle: Redis\ncategories: [개발]\ntags: [redis]\n---\n\n글\n";

describe("front matter the site needs", () => {
  it("is all there", async () => {
    expect((await review(FULL, CHIRPY)).findings).toEqual([]);
  });

  it.each([
    ["chirpy", ["error title", "warning categories", "warning tags"]],
    ["minimal-mistakes", ["error title"]],
    ["jekyll", ["warning title"]],
    ["hugo", ["error title"]],
    ["velog", []],
    ["tistory", []],
    ["plain", []],
  ])("differs by site: %s", async (site, missing) => {
    const path = site === "hugo" ? "content/posts/a.md" : "_drafts/a.md";
    const { findings } = await review("---\ndraft: true\n---\n\n글\n", { site, path });
    expect(findings.map(({ severity, message }) => `${severity} ${message.split(": ")[1]}`)).toEqual(missing);
  });

  it("of a draft may lack what publishing writes, of a post it may not", async () => {
    const text = "---\ntitle: a\ncategories: [a]\ntags: [b]\n---\n\n글\n";
    expect(await found("front-matter", text, CHIRPY)).toEqual([]);
    expect(await found("front-matter", text, { site: "chirpy", path: "_posts/2026-11-01-a.md" })).toEqual([
      "warning@---: 머리말에 빠졌거나 비어 있어요: date",
    ]);
    expect(await fixed("front-matter", text, HUGO)).toBe(
      "---\ntitle: a\ncategories: [a]\ntags: [b]\ndate: 2026-11-21 12:00:00 +0900\n---\n\n글\n",
    );
  });

  it("gets its title from the heading, or from the file's name", async () => {
    expect(await fixed("front-matter", "---\r\ntags: [a]\r\n---\r\n\r\n# Redis: 만료\r\n\r\n글\r\n", HUGO)).toBe(
      '---\r\ntags: [a]\r\ntitle: "Redis: 만료"\r\n---\r\n\r\n# Redis: 만료\r\n\r\n글\r\n',
    );
    expect(await fixed("front-matter", "글\n", { site: "jekyll", path: "_drafts/2026-11-01-내-글.md" })).toBe(
      "---\ntitle: 내 글\n---\n\n글\n",
    );
  });

  it("gets a place for a list with the cursor in it", async () => {
    expect(await fixed("front-matter", "---\ntitle: a\ncategories: [a]\n---\n\n글\n", CHIRPY)).toBe(
      "---\ntitle: a\ncategories: [a]\ntags: [|]\n---\n\n글\n",
    );
    expect(await fixed("front-matter", "---\ntitle: a\ncategories: [a]\ntags: # 없음\n---\n\n글\n", CHIRPY)).toBe(
      "---\ntitle: a\ncategories: [a]\ntags: [|] # 없음\n---\n\n글\n",
    );
    expect(await fixed("front-matter", "---\ntitle: a\ncategories: [a]\ntags: []\n---\n\n글\n", CHIRPY)).toBe(
      "---\ntitle: a\ncategories: [a]\ntags: [|]\n---\n\n글\n",
    );
  });

  it("that is broken is named with its line", async () => {
    expect(await found("front-matter", "---\ntitle: a\ntags: [a\n---\n\n글\n", CHIRPY)).toEqual([
      expect.stringMatching(/^error@.*: 머리말 \d번째 줄을 읽을 수 없어요\. 그 줄을 고쳐 주세요\.$/),
    ]);
    expect(await found("front-matter", "---\ntitle: a\n\n글\n", CHIRPY)).toEqual([
      "error@---: 머리말을 닫는 줄(---)이 없어요. 머리말 끝에 적어 주세요.",
    ]);
  });
});

describe("the date", () => {
  const dated = (date: string) => `---\ntitle: a # 제목\ndate:   ${date}  # 언제\n---\n\n글\n`;
  const post: Case = { site: "jekyll", path: "_posts/2026-11-21-a.md" };

  it("of the future is an error where a generator skips it, and one fix away from now", async () => {
    const text = dated("2026-11-22 09:00:00 +0900");
    const options = { site: "jekyll", path: "_drafts/a.md" };
    expect(await found("future-date", text, options)).toEqual([
      "error@2026-11-22 09:00:00 +0900: 앞날의 글이라 블로그가 그때까지 건너뛰어요. 날을 지금이나 지난 때로 바꿔 주세요.",
    ]);
    expect(await fixed("future-date", text, options)).toBe(dated("2026-11-21 12:00:00 +0900"));
    expect(await found("future-date", text)).toEqual([]);
  });

  it("keeps its notation and quotes", async () => {
    const iso = '---\ntitle: a\ndate: "2027-01-01T09:00:00+09:00"\n---\n글\n';
    expect(await fixed("future-date", iso, HUGO)).toBe('---\ntitle: a\ndate: "2026-11-21T12:00:00+09:00"\n---\n글\n');
    const toml = '+++\ntitle = "a"\ndate = 2027-01-01\n+++\n글\n';
    expect(await fixed("future-date", toml, HUGO)).toBe(
      '+++\ntitle = "a"\ndate = 2026-11-21T12:00:00+09:00\n+++\n글\n',
    );
  });

  it("is that of publishing when one is chosen", async () => {
    const text = dated("2026-12-01");
    expect(await found("future-date", text, { ...CHIRPY, publishedAt: NOW })).toEqual([]);
    expect(await found("future-date", dated("2026-01-01"), { ...CHIRPY, publishedAt: NOW + 1000 })).toHaveLength(1);
  });

  it("of today without an offset is the future in UTC", async () => {
    const text = dated("2026-11-21 11:00:00");
    expect(await fixed("future-date", text, post)).toBe(dated("2026-11-21 11:00:00 +0900"));
    // Publishing writes it.
    expect(await found("future-date", text, { ...post, path: "_drafts/a.md" })).toEqual([]);
    expect(await found("future-date", dated("2026-11-20 11:00:00"), post)).toEqual([]);
    expect(await found("future-date", dated("2026-11-21 11:00:00 +0900"), post)).toEqual([]);
  });
});

describe("images", () => {
  const files = { "글/그림/있는 그림.png": "", "글/그림/Photo.PNG": "", "assets/img/a.png": "" };

  it("that are not there are errors", async () => {
    const text =
      "![하나](그림/있는%20그림.png)\n\n![둘](그림/없음.png) `![셋](코드.png)`\n\n![넷](https://example.com/a.png)\n";
    expect(await found("missing-image", text, { files })).toEqual([
      "error@![둘](그림/없음.png): 그림 파일이 없어요: 글/그림/없음.png. 파일을 두거나 주소를 고쳐 주세요.",
    ]);
  });

  it("of another letter case get the name they have", async () => {
    expect(await fixed("missing-image", "\uFEFF글\r\n\r\n![가](그림/photo.png?v=1)\r\n", { files })).toBe(
      "\uFEFF글\r\n\r\n![가](그림/Photo.PNG?v=1)\r\n",
    );
  });

  it("from a site's root are looked for where it serves them", async () => {
    const text = `${FULL}![가](/assets/img/a.png) ![나](/assets/img/b.png) ![다](/blog/assets/img/a.png)\n`;
    expect(await found("missing-image", text, { ...CHIRPY, files })).toEqual([
      "error@![나](/assets/img/b.png): 그림 파일이 없어요: assets/img/b.png. 파일을 두거나 주소를 고쳐 주세요.",
    ]);
    const hugo = "---\ntitle: a\n---\n![가](/images/a.png) ![나](/images/b.png)\n";
    expect(await found("missing-image", hugo, { ...HUGO, files: { "static/images/a.png": "" } })).toHaveLength(1);
    const prefixed = text.replace("tags:", "media_subpath: /assets/img\ntags:");
    expect(await found("missing-image", prefixed, { ...CHIRPY, files })).toEqual([]);
  });

  it("by label, in HTML and in a subfolder's site", async () => {
    const text = `${FULL}![가][그림]\n\n<img src="x.png">\n\n[그림]: y.png\n`;
    const options = {
      path: "blog/_drafts/a.md",
      site: "auto",
      files: { "blog/_config.yml": "theme: jekyll-theme-chirpy\n" },
    };
    expect(await found("missing-image", text, options)).toEqual([
      "error@![가][그림]: 그림 파일이 없어요: blog/_drafts/y.png. 파일을 두거나 주소를 고쳐 주세요.",
      "error@x.png: 그림 파일이 없어요: blog/_drafts/x.png. 파일을 두거나 주소를 고쳐 주세요.",
    ]);
  });

  it("without alternative text get a place for it, or their file's name", async () => {
    const text = "글 ![](그림/있는%20그림.png) ![ ](a.png) ![말](b.png)\n";
    expect(await found("alt-text", text)).toHaveLength(2);
    expect(await fixed("alt-text", text)).toBe("글 ![|](그림/있는%20그림.png) ![ ](a.png) ![말](b.png)\n");
    expect(await fixed("alt-text", text, {}, 1)).toBe(
      "글 ![있는 그림](그림/있는%20그림.png) ![ ](a.png) ![말](b.png)\n",
    );
  });
});

describe("links", () => {
  it("to files that are not there are told of, to pages they may lead anywhere", async () => {
    const text = "[가](../TIL/a.md) [나](../TIL/없음.md#절) [다](페이지) [라](a.html) [마](#절) [바](/posts/a/)\n";
    expect(await found("dead-link", text, { files: { "TIL/a.md": "" } })).toEqual([
      "warning@[나](../TIL/없음.md#절): 링크한 파일이 없어요: TIL/없음.md. 주소를 고치거나 링크를 빼 주세요.",
    ]);
  });

  it("to private notes are errors, to notes kept out of retros worth a look", async () => {
    const files = { "TIL/a.md": "---\nprivate: true\n---\n비밀", "TIL/b.md": "---\nretro: false\n---\n" };
    expect(await found("private-note", "[가](../TIL/a.md) [나](../TIL/b.md)\n", { files })).toEqual([
      "error@[가](../TIL/a.md): 링크한 노트(TIL/a.md)에는 비공개라고 적혀 있어요. 글에서 빼 주세요.",
      "warning@[나](../TIL/b.md): 링크한 노트(TIL/b.md)에는 retro: false라고 적혀 있어요. 내도 되는지 살펴봐 주세요.",
    ]);
  });

  it("are not needed to tell a private note's lines in a retro", async () => {
    const base = "---\nentries:\n  - 3-5 TIL/a.md\n---\n# 2025년 5월 회고\n\n**비밀**\n\n- 적은 것\n";
    const files = { "TIL/a.md": "---\nprivate: true\n---\n- 적은 것", ".tomaknote/retro/2025-05.md": base };
    const text = "---\ntitle: 2025년 5월 회고\n---\n\n머리글\n\n**비밀**\n\n- 적은 것\n";
    expect(await found("private-note", text, { path: "회고/2025-05-회고.md", files })).toEqual([
      "error@**비밀**: 여기 실린 노트 '비밀'에는 비공개라고 적혀 있어요. 글에서 빼 주세요.",
    ]);
  });
});

describe("code", () => {
  it("that is never closed is closed at the end", async () => {
    const text = "---\r\ntitle: a\r\n---\r\n글\r\n\r\n~~~js\r\nconst a = 1;\r\n";
    expect(await found("open-fence", text)).toEqual([
      "error@~~~js: 코드 블록이 닫히지 않아 글의 끝까지 코드가 돼요. 끝나는 곳에 ~~~를 적어 주세요.",
    ]);
    expect(await fixed("open-fence", text)).toBe(`${text}~~~\r\n`);
    expect(await fixed("open-fence", "```\n코드")).toBe("```\n코드\n```");
    expect(await found("open-fence", "```\n코드\n```\n")).toEqual([]);
  });

  it("with braces is wrapped on Jekyll, where it is not wrapped yet", async () => {
    const text = `${FULL}\`{{ a }}\`와 {{ site.url }}\n\n\`\`\`yaml\n{%- if b %}\n\`\`\`\n\n{% raw %}\n\`{{ c }}\`\n{% endraw %}\n`;
    expect((await found("liquid", text, CHIRPY)).map((line) => line.split(":")[0])).toEqual([
      "error@`{{ a }}`",
      "error@```yaml",
    ]);
    expect(await fixed("liquid", text, CHIRPY)).toBe(text.replace("`{{ a }}`", "{% raw %}`{{ a }}`{% endraw %}"));
    expect(await found("liquid", text, HUGO)).toEqual([]);
  });
});

describe("emphasis beside Hangul", () => {
  it("is mended where CommonMark is read", async () => {
    const text = "글\n\n- **용어(Term)**를 배웠고 **그냥** 썼다\n";
    expect(await found("emphasis", text)).toEqual([
      "warning@- **용어(Term)**를 배웠고 **그냥** 썼다: 괄호나 따옴표가 한글과 맞닿아 강조(**)가 별표 그대로 보여요.",
    ]);
    expect(await fixed("emphasis", text)).toBe("글\n\n- **용어(Term)**<!-- -->를 배웠고 **그냥** 썼다\n");
    expect(await found("emphasis", text, CHIRPY)).toEqual([]);
  });
});

describe("what a template leaves", () => {
  it("is an empty section, unless others are below it", async () => {
    const text = "# 회고\n\n## 해낸 것\n\n## 아쉬운 것\n\n-\n\n## 쓴 것\n\n### 하나\n\n글\n\n## 끝\n";
    expect((await found("empty-section", text)).map((line) => line.split(":")[0])).toEqual([
      "warning@## 해낸 것",
      "warning@## 아쉬운 것",
      "warning@## 끝",
    ]);
    expect(await fixed("empty-section", text)).toBe(text.replace("## 해낸 것\n\n", "## 해낸 것\n|\n"));
    expect(await fixed("empty-section", text, {}, 1)).toBe(text.replace("## 해낸 것\n\n", ""));
  });

  it("is a draft without a word", async () => {
    expect(await found("empty-section", "---\ntitle: a\n---\n\n")).toEqual([
      "warning@---: 글이 비어 있어요. 내기 전에 본문을 써 주세요.",
    ]);
  });

  it("are words to be filled, but not in code", async () => {
    const text =
      '---\ntitle: 제목\ndate: "{{date}}"\n---\n\n<% tp.date %> {{ cursor }} [내용] [제목](a) YYYY-MM-DD `{{ title }}`\n';
    expect((await found("template-word", text)).map((line) => line.split(":")[0])).toEqual([
      "warning@제목",
      "warning@{{date}}",
      "warning@<% tp.date %>",
      "warning@{{ cursor }}",
      "warning@[내용]",
      "warning@YYYY-MM-DD",
    ]);
    expect(await fixed("template-word", "가 [내용] 나\n")).toBe("가  나\n");
  });
});

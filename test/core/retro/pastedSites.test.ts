import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../src/core/note/frontMatter/read.ts";
import { goldenFile, MAY_NOTES, mayDraft } from "./monthDraft.ts";

/** The elements that velog's `sanitize-html` lets through (velopert/velog-client, `MarkdownRender.tsx`), formulas left out. */
const VELOG_ELEMENTS = new Set(
  (
    "h1 h2 h3 h4 h5 h6 blockquote p a ul ol nl li b i strong em strike code hr br div table thead caption tbody tr th td " +
    "pre iframe span img del input"
  ).split(" "),
);

/** What `sanitize-html` does: elements that are not let through go, their text stays, but of scripts and styles. */
function sanitised(html: string): string {
  return html
    .replaceAll(/<!--[\s\S]*?-->|<(script|style|textarea|option)\b[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<\/?([a-z][a-z0-9]*)[^>]*>/g, (tag, name: string) => (VELOG_ELEMENTS.has(name) ? tag : ""));
}

/**
 * Where posts are pasted, there is no program to build them with. velog renders by remark 11 with tables and strikethrough,
 * `remark-breaks`, and raw HTML that it sanitises. Of Tistory's Markdown mode nothing is published: its posts are held to
 * what CommonMark with tables makes of them, with line breaks kept and without. CommonMark is the strictest about `**`.
 */
const RENDERERS = {
  velog: (text: string) => sanitised(new MarkdownIt({ html: true, breaks: true, linkify: true }).render(text)),
  tistory: (text: string) => new MarkdownIt({ html: true }).render(text),
  "tistory with breaks": (text: string) => new MarkdownIt({ html: true, breaks: true }).render(text),
};

const SITES = Object.entries(RENDERERS).map(([name, render]) => [name, name.split(" ")[0] ?? "", render] as const);

/** What a person pastes: the title has a field of its own, the rest of the front matter none. */
const pasted = (draft: string): string => draft.slice(readFrontMatter(draft).bodyStart);

/** The text of each element of a name, without what is marked up within it. */
const textsOf = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`, "g"))].map(([, inner = ""]) =>
    inner.replaceAll(/<[^>]+>/g, "").trim(),
  );

/** Notes with what a renderer may get wrong. */
const HARD_NOTES: Readonly<Record<string, string>> = {
  "토막글/2025-05-01-토막글-1.md":
    '---\ntitle: 오늘의 토막글 1\n---\n\n- **용어(Term)**를 배웠습니다\n- ‘**"따옴표"**는’ 어떻게\n  - 안쪽 토막\n- 셋째 **굵게**입니다\n',
  "TIL/2025-05-02-괄호.md":
    '---\ntitle: "만료(TTL)된 키"\nlink: https://example.com/q_(queue)?a=1&b=2\n---\n\n# 공백\n\n## 안쪽 제목\n\n1. 첫째\n2. 둘째\n',
  "TIL/2025-05-03-울타리.md": "---\ntitle: 열린 울타리\n---\n\n```js\nconst a = '**';\n",
  "TIL/2025-05-04-주석.md": "---\ntitle: 열린 주석\n---\n\n- 앞\n\n<!-- 나중에\n",
  "TIL/2025-05-05-표.md":
    "---\ntitle: 표\n---\n\n| 가 | 나 |\n| --- | --- |\n| 1 | [문서](https://example.com/doc) |\n",
  "세션/2025-05-06-마지막.md": "---\ntitle: 그다음 글\n---\n\n- 마지막 글머리\n",
};

describe.each(SITES)("a draft pasted into %s", (_, site, render) => {
  it("shows the golden draft as it was meant", () => {
    const draft = readFileSync(goldenFile(`site-${site}`), "utf8");
    const html = render(pasted(draft));
    expect(textsOf(html, "h2")).toEqual([
      ...["5월에 해낸 것들", "5월에 아쉬웠던 것들", "5월을 돌아보며 배운 것들"],
      ...["5월 동안 쓴 토막글들", "5월 동안 쓴 TIL", "5월 동안 남긴 노트들"],
    ]);
    expect(textsOf(html, "strong")).toEqual(["오늘의 토막글 9", "오늘의 토막글 10", "락", "큐", "다녀온 곳"]);
    expect(textsOf(html, "li")).toEqual(["아홉", "열", "하나만", "차례로", "메모"]);
    expect(html).toContain('<strong><a href="https://example.com/lock">락</a></strong>');
    expect(textsOf(html, "p")[0]).toMatch(/^토막글 2편 · TIL 2편 · 세션 1편 · /);
    expect(html).not.toMatch(/\*\*|<hr|categories:|tags:|2025-06-01|title:/);
  });

  it("keeps every entry whole beside entries that would break it", async () => {
    const { text } = await mayDraft(HARD_NOTES, { "retro.site": site });
    const html = render(pasted(text));
    const outsideCode = html.replaceAll(/<pre[\s\S]*?<\/pre>|<!--[\s\S]*?-->/g, "");
    expect(outsideCode).not.toMatch(/\*\*|```|<!--|categories:/);
    expect(textsOf(html, "h2")).toHaveLength(6);
    const bold = textsOf(outsideCode, "strong");
    for (const title of ["오늘의 토막글 1", "만료(TTL)된 키", "열린 울타리", "열린 주석", "표", "그다음 글"]) {
      expect(bold).toContain(title);
    }
    expect(bold).toEqual(expect.arrayContaining(["용어(Term)", "굵게"]));
    expect(html).toContain('href="https://example.com/q_(queue)?a=1&amp;b=2"');
    expect(textsOf(html, "h3").concat(textsOf(html, "h4"))).toContain("안쪽 제목");
    expect(textsOf(html, "ol")[0]).toMatch(/^첫째\s+둘째$/);
    expect(html).toMatch(/<li>[^<]*(?:<[^>]+>[^<]*)*<ul>\s*<li>안쪽 토막<\/li>/);
    expect(html).toMatch(/<code class="language-js">const a = '\*\*';\n<\/code>/);
    expect(textsOf(html, "td")).toEqual(["1", "문서"]);
    expect(html).toContain('<a href="https://example.com/doc">문서</a>');
    expect(textsOf(html, "li").at(-1)).toBe("마지막 글머리");
  });

  it.each(["svg", "mermaid", "text"])("shows the picture %s as a table", async (picture) => {
    const { text } = await mayDraft(MAY_NOTES, { "retro.site": site, "retro.picture": picture });
    const html = render(pasted(text));
    expect(textsOf(html, "th")).toEqual(["월", "화", "수", "목", "금", "토", "일"]);
    expect(textsOf(html, "td").filter((cell) => cell.includes("■"))).toEqual(["1 ■", "2 ■", "3 ■", "10 ■"]);
    expect(html).not.toMatch(/<svg|쓴 날 4일:|pie title/);
  });
});

it("velog leaves the texts of an SVG standing, which is why it gets none", () => {
  const html = RENDERERS.velog(
    '<svg xmlns="a">\n<title>쓴 날</title>\n<rect x="1"><title>1일</title></rect>\n</svg>\n',
  );
  expect(html).not.toMatch(/<svg|<rect/);
  expect(html).toContain("쓴 날");
});

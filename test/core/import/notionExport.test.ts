import { describe, expect, it } from "vitest";
import { writtenStamp } from "../../../src/core/import/writtenStamp.ts";
import { memoryNotebook } from "../../support/notebook.ts";
import { bringInto, filesOf, planInto, read } from "../../support/picked.ts";

const A = "0123456789abcdef0123456789abcdef";
const B = "fedcba9876543210fedcba9876543210";

describe("days with a zone, as exports and feeds write them", () => {
  it.each([
    ["March 4, 2023 11:30 PM (UTC)", "2023-03-05 08:30:00 +0900"],
    ["2023년 3월 4일 오후 11:30 (GMT+9)", "2023-03-04 23:30:00 +0900"],
    ["2023년 3월 4일 오후 2:11 (KST)", "2023-03-04 14:11:00 +0900"],
    ["2023-05-23, 16:25", "2023-05-23 16:25:00 +0900"],
    ["Tue, 08 Jul 2025 12:30:52 GMT", "2025-07-08 21:30:52 +0900"],
    ["Tue, 08 Jul 2025 12:30:52 +0900", "2025-07-08 12:30:52 +0900"],
    ["Tue, 38 Jul 2025", undefined],
  ])("%j", (written, stamp) => {
    expect(writtenStamp(written, "Asia/Seoul")).toBe(stamp);
  });
});

describe("links between pages of Notion", () => {
  const parent = `# 위\n\n날짜: 2023년 3월 4일\n\n[멘션](https://www.notion.so/아래-${B}?pvs=21) [또](https://notion.so/${B}) [밖](https://www.notion.so/x-${A.replace("0", "9")}) \`[코드](https://www.notion.so/${B})\`\n`;
  const child = "# 아래\n\n날짜: 2023년 3월 4일\n\n글\n";

  it("lead to the notes, also where an export leads to the web; code is left alone", async () => {
    const { items } = await planInto(
      await memoryNotebook({}),
      filesOf({ [`위 ${A}.md`]: parent, [`위 ${A}/아래 ${B}.md`]: child }),
    );
    expect(items[0]?.text).toContain(
      `[멘션](2023-03-04-아래.md) [또](2023-03-04-아래.md) [밖](https://www.notion.so/x-${A.replace("0", "9")}) \`[코드](https://www.notion.so/${B})\`\n`,
    );
  });

  it("lead to a page that was brought in before", async () => {
    const notebook = await memoryNotebook({});
    await bringInto(notebook, filesOf({ [`아래 ${B}.md`]: child }));
    const { items } = await planInto(notebook, filesOf({ [`위 ${A}.md`]: parent, [`위 ${A}/아래 ${B}.md`]: child }));
    expect(items.map(({ title }) => title)).toEqual(["위"]);
    expect(items[0]?.text).toContain("[멘션](2023-03-04-아래.md)");
  });

  it("a picture with a name as addresses have it is copied by its name", async () => {
    const { items } = await planInto(
      await memoryNotebook({}),
      filesOf({
        [`글 ${A}.md`]: `# 글\n\n날짜: 2023년 3월 4일\n\n![](%EA%B8%80%20${A}/%25EA%25B7%25B8%25EB%25A6%25BC.png)\n`,
        [`글 ${A}/%EA%B7%B8%EB%A6%BC.png`]: new Uint8Array([1]),
      }),
    );
    expect(items[0]?.attached.map(({ to }) => to)).toEqual(["글/2023/img/2023-03-04-글/그림.png"]);
    expect(items[0]?.text).toContain("![](img/2023-03-04-글/그림.png)");
  });
});

describe("an export of Notion as HTML", () => {
  const page = (body: string, rows = ""): string =>
    `<html><head><title>글</title></head><body><article id="01234567-89ab-cdef-0123-456789abcdef" class="page sans"><header><h1 class="page-title">글</h1><p class="page-description">설명</p><table class="properties"><tbody>${rows}</tbody></table></header><div class="page-body">${body}</div></article></body></html>`;
  const row = (name: string, value: string): string =>
    `<tr class="property-row"><th><span class="icon"><svg></svg></span>${name}</th><td>${value}</td></tr>`;

  it("has its properties, as the export as Markdown has", async () => {
    const rows = [
      row("생성 일시", "<time>@2023년 3월 4일 오후 2:11</time>"),
      row("태그", '<span class="selected-value">레디스</span><span class="selected-value">두 단어</span>'),
      row("복습", '<span class="checkbox checkbox-on"></span>'),
      row("URL", '<a href="https://a.kr/x" class="url-value">a.kr</a>'),
      row("빈 것", ""),
    ].join("");
    const { notes } = await read(filesOf({ "글.html": page("<p>글 <time>@2024년 1월 1일</time></p>", rows) }));
    expect(notes[0]).toMatchObject({
      origin: "notion",
      source: `notion:${A}`,
      text: `---\ntitle: 글\ndate: 2023-03-04 14:11:00 +0900\ntags: [레디스, 두 단어]\n복습: "Yes"\nlink: https://a.kr/x\nsource: notion:${A}\n---\n\n설명\n\n글 @2024년 1월 1일\n`,
    });
  });

  it.each([
    [
      "a list to tick",
      '<ul class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span>한 일</span></li></ul><ul class="to-do-list"><li><div class="checkbox checkbox-off"></div> <span>할 일</span></li></ul>',
      "- [x] 한 일\n- [ ] 할 일",
    ],
    [
      "a numbered list, each item in its own",
      '<ol start="1"><li>첫째</li></ol><ol start="2"><li>둘째</li></ol>',
      "1. 첫째\n2. 둘째",
    ],
    ["a box", '<figure class="callout"><div><span class="icon">💡</span></div><div>알림</div></figure>', "> 💡 알림"],
    [
      "a formula",
      '<p>값 <span class="katex"><span class="katex-mathml"><math><annotation encoding="application/x-tex">x_i</annotation></math></span><span class="katex-html">xi</span></span></p><figure class="equation"><span class="katex-display"><span class="katex"><math><annotation encoding="application/x-tex">\\sum_{i=1}^n a_i</annotation></math></span></span></figure>',
      "값 $x_i$\n\n$$\\sum_{i=1}^n a_i$$",
    ],
    [
      "a formula that would lead somewhere",
      '<p><span class="katex"><math><annotation encoding="application/x-tex">[a](javascript:b)</annotation></math></span></p>',
      "[a\\](javascript:b)",
    ],
    [
      "a bookmark",
      '<figure><a href="https://a.kr" class="bookmark source"><div class="bookmark-title">제목 [1]</div><div>설명</div></a></figure>',
      "[제목 \\[1\\]](https://a.kr)",
    ],
    [
      "a picture that leads to itself",
      '<figure class="image"><a href="https://a.kr/a.png"><img src="https://a.kr/a.png"></a></figure>',
      "![](https://a.kr/a.png)",
    ],
    ["code in no language", '<pre class="code"><code class="language-Plain Text">글</code></pre>', "```\n글\n```"],
  ])("keeps %s", async (_, body, markdown) => {
    const { notes } = await read(filesOf({ "글.html": page(body) }));
    expect(notes[0]?.text.split("---\n\n설명\n\n")[1]).toBe(`${markdown}\n`);
  });

  it("leaves the list of its pages behind", async () => {
    const { notes, skipped } = await read(
      filesOf({
        "index.html": `<ul><li><a href="글%20${A}.html">글</a></li></ul>`,
        [`글 ${A}.html`]: page("<p>글</p>"),
      }),
    );
    expect(notes.map(({ from }) => from)).toEqual([`글 ${A}.html`]);
    expect(skipped["no-note"]).toEqual(["index.html"]);
  });
});

describe("a post of Tistory", () => {
  it.each([
    [
      "what was folded, without the word that unfolds it",
      '<div data-ke-type="moreLess"><a class="btn-toggle-moreless">더보기</a><div class="moreless-content"><p>접은 글</p></div></div>',
      "접은 글",
    ],
    [
      "a file",
      '<figure class="fileblock"><a href="./file/a b.zip"><div class="image"></div><div class="desc"><div class="filename"><span class="name">a b.zip</span></div><div class="size">0.1MB</div></div></a></figure>',
      "[a b.zip](./file/a%20b.zip)",
    ],
    ["code of a highlighter", '<pre class="brush:java">a();</pre>', "```java\na();\n```"],
    [
      "code that a script shows",
      '<p>앞</p><script src="https://gist.github.com/a/0a1b.js"></script>',
      "앞\n\n[https://gist.github.com/a/0a1b](https://gist.github.com/a/0a1b)",
    ],
    [
      "a link around blocks",
      '<a href="https://a.kr"><h3>머리</h3><p>글</p></a>',
      "### 머리\n\n글\n\n[https://a.kr](https://a.kr)",
    ],
    [
      "a picture that is loaded late",
      '<img src="data:image/gif;base64,x" data-lazy-src="https://a.kr/a.png">',
      "![](https://a.kr/a.png)",
    ],
  ])("keeps %s", async (_, body, markdown) => {
    const { notes } = await read(
      filesOf({ "7/7-글.html": `<p class="category">?? 개발/Spring</p><div class="contents_style">${body}</div>` }),
    );
    expect(notes[0]?.text.split("\n---\n\n")[1]).toBe(`${markdown}\n`);
    expect(notes[0]?.text).toContain("categories: [개발, Spring]");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlToMarkdown } from "../../../../src/core/import/html/blogPage.ts";
import { parseMarkdown } from "../../../../src/markdown.ts";

/** The text that a reader of the Markdown sees, as words. */
function seen(markdown: string): string {
  const words = (tokens: ReturnType<typeof parseMarkdown>): string =>
    tokens
      .map((token) => {
        if (token.children) return words(token.children);
        if (token.type === "softbreak" || token.type === "hardbreak") return " ";
        return ["text", "code_inline", "fence", "code_block"].includes(token.type) ? token.content : "";
      })
      .join("");
  return words(parseMarkdown(markdown)).replace(/\s+/g, " ").trim();
}

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const plain = (text: string): string => text.replace(/[\s\u00a0\u0000]+/g, " ").trim();

describe("HTML as Markdown", () => {
  it.each([
    ["<h2>제목</h2><p>첫 <b>문단</b>과 <i>둘</i></p>", "## 제목\n\n첫 **문단**과 *둘*\n"],
    // A mark behind punctuation and before a letter would stay asterisks.
    ["<p><b>용어(term)</b>를 쓴다</p>", "<strong>용어(term)</strong>를 쓴다\n"],
    ["<p>한 줄<br>다음 줄</p>", "한 줄  \n다음 줄\n"],
    ["<p>하나<br><br>둘</p>", "하나\n\n둘\n"],
    ["<p>&nbsp;</p><p>글</p><p><br></p>", "글\n"],
    ["<ul><li>하나</li><li>둘<ul><li>안</li></ul></li></ul>", "- 하나\n- 둘\n  - 안\n"],
    ["<ul><li>하나</li><ul><li>안</li></ul></ul>", "- 하나\n    - 안\n"],
    ['<ol start="3"><li><p>셋</p></li><li><p>넷</p></li></ol>', "3. 셋\n4. 넷\n"],
    ['<ul><li><input type="checkbox" checked>했다</li></ul>', "- [x] 했다\n"],
    ["<blockquote><p>인용</p><p>둘째</p></blockquote>", "> 인용\n>\n> 둘째\n"],
    ['<p><a href="https://a.kr/b_(c)">링크</a></p>', "[링크](https://a.kr/b%5F%28c%29)\n"],
    [
      '<figure><img src="./img/a b.png" alt="그림"><figcaption>설명</figcaption></figure>',
      "![그림](./img/a%20b.png)\n\n설명\n",
    ],
    [
      "<table><tr><th>가</th><th>나</th></tr><tr><td>1|2</td><td>x<br>y</td></tr></table>",
      "| 가 | 나 |\n| --- | --- |\n| 1\\|2 | x<br>y |\n",
    ],
    [
      "<p>1. 번호가 아니고 # 제목이 아니고 * 목록이 아니다</p>",
      "1\\. 번호가 아니고 # 제목이 아니고 \\* 목록이 아니다\n",
    ],
    [
      '<iframe src="https://www.youtube.com/embed/x"></iframe>',
      "[https://www.youtube.com/embed/x](https://www.youtube.com/embed/x)\n",
    ],
    [
      '<figure data-ke-type="opengraph" data-og-title="글" data-og-source-url="https://a.kr/1"><a href="https://a.kr/1"><p>긴 설명</p></a></figure>',
      "[글](https://a.kr/1)\n",
    ],
  ])("%s", async (html, markdown) => {
    expect(await htmlToMarkdown(html)).toBe(markdown);
  });

  it.each([
    [
      '<pre class="javascript" data-ke-language="javascript" data-ke-type="codeblock"><code>const a = 1;\nb &lt; c</code></pre>',
      "```javascript\nconst a = 1;\nb < c\n```\n",
    ],
    ['<pre><code class="language-ts hljs">let a;</code></pre>', "```ts\nlet a;\n```\n"],
    [
      '<pre data-ke-type="codeblock" class="cpp"><code class="hljs"><span>int</span>&nbsp;a;<br />b;</code></pre>',
      "```cpp\nint a;\nb;\n```\n",
    ],
    ["<pre>```\n안\n```</pre>", "````\n```\n안\n```\n````\n"],
    [
      '<div class="colorscripter-code"><table class="colorscripter-code-table"><tr><td><div>1</div><div>2</div></td><td><div>a = 1</div><div>&nbsp;&nbsp;b</div></td></tr></table></div>',
      "```\na = 1\n  b\n```\n",
    ],
  ])("keeps code with its language: %s", async (html, markdown) => {
    expect(await htmlToMarkdown(html)).toBe(markdown);
  });

  it.each([
    "<script>alert(1)</script>",
    "<style>p{}</style>",
    '<p onclick="alert(1)" style="color:red">',
    '<img src="x" onerror="alert(1)">',
    '<svg onload="alert(1)"><script>alert(1)</script></svg>',
    '<a href="javascript:alert(1)">',
    '<a href=" java\nscript:alert(1)">',
    '<a href="&#106;avascript:alert(1)">',
    '<a href="JAVASCRIPT&colon;alert(1)">',
    '<a href="vbscript:alert(1)">',
    '<a href="data:text/html,alert(1)">',
    '<a href="command:alert(1)">',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<img src="data:image/svg+xml,alert(1)">',
    '<object data="javascript:alert(1)"></object>',
    "<noscript><p>alert(1)</p></noscript>",
  ])("takes nothing that runs: %s", async (html) => {
    const markdown = await htmlToMarkdown(`<p>앞</p>${html}<p>뒤</p>`);
    expect(markdown).not.toMatch(/script:|alert|onclick|onerror|style|data:|command:/i);
    expect(markdown).toContain("앞");
    expect(markdown).toContain("뒤");
  });

  it.each([
    ["<sup><br>&lt;b&gt;글&lt;/b&gt;</sup>", "<sup>\\<b>글\\</b></sup>\n"],
    ["<kbd>가<br><br></kbd><br>&lt;b&gt;글", "<kbd>가</kbd>\n\n\\<b>글\n"],
    ["<p>가<sub> <br> </sub>나</p>", "가  \n나\n"],
  ])("leaves no tag alone on a line, below which all would be HTML: %s", async (html, markdown) => {
    expect(await htmlToMarkdown(html)).toBe(markdown);
  });

  it("shows every text as it was, whatever stands in it", async () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc
        .array(
          fc.constantFrom(
            "가",
            "a",
            " ",
            "*",
            "_",
            "`",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "#",
            "-",
            "1.",
            "~",
            "|",
            "&",
            "\\",
            "!",
            ":",
            "=",
            "+",
          ),
          { maxLength: 25 },
        )
        .map((parts) => parts.join("")),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom("p", "li", "blockquote", "h3", "div", "strong"), async (written, tag) => {
        const html =
          tag === "li" ? `<ul><li>${escapeHtml(written)}</li></ul>` : `<${tag}>${escapeHtml(written)}</${tag}>`;
        expect(seen(await htmlToMarkdown(html))).toBe(plain(written));
      }),
      { numRuns: 2_000 },
    );
  });

  it("never throws and loses no word, whatever the tags", async () => {
    const tags = [
      "p",
      "div",
      "b",
      "i",
      "ul",
      "li",
      "ol",
      "table",
      "tr",
      "td",
      "pre",
      "code",
      "blockquote",
      "a",
      "h2",
      "span",
      "figure",
    ];
    const part = fc.oneof(
      fc.constantFrom(...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`])),
      fc.integer({ min: 0, max: 99 }).map((number) => ` 낱말${number} `),
      fc.constantFrom("<br>", "<hr>", "<", ">", "&amp;", "<!-- ", "-->"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 30 }), async (parts) => {
        const html = parts.join("").replace(/<!--[\s\S]*?(?:-->|$)/g, "");
        const markdown = await htmlToMarkdown(html);
        for (const [word] of html.replace(/<[^>]*>/g, " ").matchAll(/낱말\d+/g)) expect(markdown).toContain(word);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is done in time that grows with the page, whatever is in it", async () => {
    const long = 20_000;
    for (const html of [
      `<b>${"<br>".repeat(long)}x</b>`,
      `<pre>${" ".repeat(long)}x</pre>`,
      `<h2>${"#".repeat(long)}x</h2>`,
      `${'<a href="x">'.repeat(long)}x`,
      `${"<span>".repeat(long)}x`,
      `${"<b><i>".repeat(long)}x`,
      `${"<table><tr><td>".repeat(long)}x`,
      "](".repeat(long),
      "`".repeat(long),
      `<code>${"`".repeat(long)}</code>`,
      "<p>x".repeat(long),
      `<ul>${"<li>x".repeat(long)}`,
      "&amp".repeat(long),
      "- ".repeat(long),
      "<".repeat(long),
      "<!--".repeat(long),
    ]) {
      expect(typeof (await htmlToMarkdown(html))).toBe("string");
    }
  }, 60_000);

  it("walks what is nested without end", async () => {
    const markdown = await htmlToMarkdown(`${"<div>".repeat(20_000)}글${"</div>".repeat(20_000)}`);
    expect(markdown).toBe("글\n");
    expect(await htmlToMarkdown(`${"<ul><li>".repeat(5_000)}글`)).toContain("글");
  }, 60_000);
});

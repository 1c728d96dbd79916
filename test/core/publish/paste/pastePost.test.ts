import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../../src/core/note/frontMatter/read.ts";
import { highlightCode } from "../../../../src/core/publish/paste/highlightCode.ts";
import { pastePost } from "../../../../src/core/publish/paste/pastePost.ts";
import { PASTE_SITES, type PasteSite } from "../../../../src/core/publish/paste/pasteSite.ts";
import type { PreviewSite } from "../../../../src/core/publish/preview/previewSite.ts";
import { newMarkdown, parseMarkdown } from "../../../../src/markdown.ts";
import { expectGolden } from "../../../support/golden.ts";
import { siteAt } from "../preview/preview.ts";

const PATH = "회고/2025-05-회고.md";

function paste(text: string, target: PasteSite, home?: PreviewSite, path = PATH) {
  return pastePost(text, readFrontMatter(text), target, path, home, {
    parse: parseMarkdown,
    newMarkdown,
    highlight: highlightCode,
  });
}

const html = (text: string, home?: PreviewSite): string => paste(text, "tistory", home).text;

/** With everything that a post brings along. */
const DRAFT = `---
title: 2025년 5월 회고
date: 2025-06-01 00:00:00 +0900
categories: [회고]
tags: [회고]
---

# 2025년 5월 회고

**이 용어(This term)**를 배웠고, **<!-- -->“인용”**은 남겼습니다.
다음 줄입니다.

## 5월에 해낸 것들

> 큰 인용
> 둘째 줄

- 하나 [락](https://example.com/lock?a=1&b=2)
  - 안쪽 [노트](../TIL/2025-05-02-큐.md)
- 둘 \`a < b\`

1. 첫째
2. 둘째

![첫 그림](images/2025-05/첫%20그림.png) 그리고 ![](../그림/둘.png)

![바깥](https://example.com/밖.png)

<p><img src="images/2025-05/첫%20그림.png" width="300"> <a href="#5월에-해낸-것들">위로</a></p>

\`\`\`ts title="a.ts"
const a: Array<string> = ["&"];
\`\`\`

\`\`\`
언어 없음
\`\`\`

\`\`\`html
<script>alert(1)</script>
\`\`\`

| 가 | 나 |
| :-- | --: |
| 1 | **둘** |

<details>
<summary>접은 글</summary>

안쪽 글

</details>

<iframe src="https://www.youtube.com/embed/x"></iframe>
`;

describe("a draft pasted", () => {
  it.each([
    ["velog", "velog.md"],
    ["tistory", "tistory.html"],
  ] as const)("into %s", (target, file) => {
    expectGolden(paste(DRAFT, target).text, new URL(`golden/${file}`, import.meta.url));
  });

  it.each(PASTE_SITES)("into %s names what is to be done by hand", (target) => {
    const { message, images, links } = paste(DRAFT, target);
    expect(message).toMatch(
      /^.+을 복사했어요\. 제목은 따로 적어 주세요: 2025년 5월 회고\. 이미지 2개는 .+ 링크 1개가 있어요\.$/,
    );
    expect(images).toEqual([
      { address: "images/2025-05/첫 그림.png", path: "회고/images/2025-05/첫 그림.png", text: "첫 그림" },
      { address: "../그림/둘.png", path: "그림/둘.png", text: "" },
    ]);
    expect(links).toEqual([{ address: "../TIL/2025-05-02-큐.md", path: "TIL/2025-05-02-큐.md", text: "노트" }]);
  });

  it.each(PASTE_SITES)("into %s twice is the same", (target) => {
    expect(paste(DRAFT, target)).toEqual(paste(DRAFT, target));
  });

  it("takes its title from a heading without front matter, and has none without either", () => {
    expect(paste("# 제목\n\n글\n", "velog")).toMatchObject({
      message: expect.stringContaining(": 제목."),
      text: "글\n",
    });
    expect(paste("글\n", "velog")).toEqual({
      ...{ text: "글\n", images: [], links: [], message: "velog에 붙여 넣을 Markdown을 복사했어요." },
    });
    expect(paste("\uFEFF---\r\ntitle: 가\r\n---\r\n글\r\n", "tistory").text).toBe('<p data-ke-size="size16">글</p>\n');
  });
});

describe("a draft of another site", () => {
  const chirpy = siteAt("chirpy");
  const text =
    "> 도움말\n{: .prompt-tip }\n\n`{% raw %}{{ a }}{% endraw %}` **굵게**{:.x} 글{: .그대로}\n\n- 목차\n{:toc}\n\n" +
    '![그림](/assets/a.png){: width="70" }\n\n```\n{: .code }\n```\n';

  it("is plain Markdown on velog", () => {
    const { text: pasted, images } = paste(text, "velog", chirpy, "_posts/글.md");
    expect(pasted).toBe(
      "> 도움말\n\n`{{ a }}` **굵게** 글{: .그대로}\n\n\n![그림](/assets/a.png)\n\n```\n{: .code }\n```\n",
    );
    expect(images).toEqual([{ address: ".././assets/a.png", path: "assets/a.png", text: "그림" }]);
  });

  it("is Tistory's own on Tistory", () => {
    expect(html(text, siteAt("chirpy"))).toBe(
      '<blockquote data-ke-style="style3">\n<p data-ke-size="size16">도움말</p>\n</blockquote>\n' +
        '<p data-ke-size="size16"><code>{{ a }}</code> <strong>굵게</strong> 글{: .그대로}</p>\n' +
        '<p data-ke-size="size16">[이미지 1: 그림]</p>\n<pre data-ke-type="codeblock"><code>{: .code }\n</code></pre>\n',
    );
  });

  it("keeps what only its generator can fill in as it is written", () => {
    const shortcode = '앞 {{< youtube "a" >}} 뒤';
    expect(html(shortcode, siteAt("hugo"))).toContain('{{&lt; youtube "a" >}}');
    expect(paste(shortcode, "velog", siteAt("hugo"), "content/posts/a.md").text).toBe(`${shortcode}\n`);
  });

  it("has links to its other posts among those that open on this computer alone", () => {
    const { links } = paste(
      "[지난 글]({% post_url 2025-05-01-글 %})",
      "velog",
      siteAt("jekyll", { root: "블로그/" }),
      "블로그/_drafts/a.md",
    );
    expect(links).toEqual([
      { address: "/_posts/2025-05-01-글.md", path: "블로그/_posts/2025-05-01-글.md", text: "지난 글" },
    ]);
  });

  it("has its images found in Hugo's static folder", () => {
    const { images } = paste("![가](/images/a.png)", "velog", siteAt("hugo"), "content/posts/a.md");
    expect(images).toMatchObject([{ path: "static/images/a.png" }]);
  });
});

/** A block without its colours. */
const plain = (block: string): string => block.replace(/<span style="color: #[0-9a-f]{6}">|<\/span>/g, "");

describe("Tistory's blocks of code", () => {
  it("are coloured by what their language makes of them", () => {
    expect(html('```ts\n// 주석\nconst a = "가";\n```')).toBe(
      '<pre class="typescript" data-ke-language="typescript" data-ke-type="codeblock"><code>' +
        '<span style="color: #737373">// 주석</span>\n' +
        '<span style="color: #a347cc">const</span> a = <span style="color: #2f8132">"가"</span>;\n</code></pre>\n',
    );
  });

  it("stay as they are in a language that nobody knows, or when they are very long", () => {
    expect(html("```없는언어\nconst a = 1;\n```")).not.toContain("<span");
    expect(html(`\`\`\`js\n${"const a = 1;\n".repeat(2_000)}\`\`\``)).not.toContain("<span");
  });

  it.each([
    ["js", "javascript", "javascript"],
    ["ts", "typescript", "typescript"],
    ["java", "java", "java"],
    ["c++", "cpp", "cpp"],
    ["html", "html xml", "html"],
    ["Kotlin {1,3}", "kotlin", "kotlin"],
    ["없는-언어", undefined, undefined],
    ['a" onclick="x', undefined, undefined],
  ])("keep their language: %s", (written, className, language) => {
    const block = html(`\`\`\`${written}\na < b && "c"\n\`\`\``);
    const attributes = language === undefined ? "" : `class="${className}" data-ke-language="${language}" `;
    expect(plain(block)).toBe(
      `<pre ${attributes}data-ke-type="codeblock"><code>a &lt; b &amp;&amp; "c"\n</code></pre>\n`,
    );
  });

  it("are kept whole, whatever stands in them", () => {
    const code = fc.stringMatching(/^[a-z<>&"'{}()/ \n가-힣]{1,60}$/).filter((text) => !/\n\s*\n|^\s|\s$/.test(text));
    fc.assert(
      fc.property(code, fc.constantFrom("js", "python", "sql", "go"), (text, language) => {
        const block = html(`앞\n\n\`\`\`${language}\n${text}\n\`\`\`\n\n뒤`);
        expect(
          /<code>([\s\S]*?)\n<\/code>/.exec(plain(block))?.[1]?.replaceAll("&lt;", "<").replaceAll("&amp;", "&"),
        ).toBe(text);
        expect(block).toContain(`data-ke-language="${language === "js" ? "javascript" : language}"`);
      }),
    );
  });
});

describe("hostile contents", () => {
  const HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    '<img src="https://a.example/a.png" onload="alert(1)">',
    '<a href="javascript:alert(1)">가</a>',
    '<a href=" java\nscript:alert(1)">가</a>',
    '<a href="data:text/html,<script>alert(1)</script>">가</a>',
    "[가](javascript:alert(1))",
    "[가](vbscript:alert(1))",
    "![가](data:image/svg+xml;base64,PHN2Zz4=)",
    '<p style="position:fixed;background:url(javascript:alert(1))">가</p>',
    "<style>*{display:none}</style>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>가</mi></math>",
    '<form action="https://evil.example"><input name=p><button>가</button></form>',
    '<iframe srcdoc="<script>alert(1)</script>" src="javascript:alert(1)"></iframe>',
    '<object data="x.swf"></object><embed src="javascript:alert(1)">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<textarea></textarea><img src=x onerror=alert(1)>",
    '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    "<!--><img src=x onerror=alert(1)>-->",
    "<a href=`javascript:alert(1)`>가</a>",
    '<div id="constructor" name="x" class="a b" tabindex=1>가</div>',
    "<template><script>alert(1)</script></template>",
    '```js"><script>alert(1)</script>\na\n```',
    '<code class="language-js onclick=alert(1)">가</code>',
    '<blockquote class="tomaknote-prompt-x evil">가</blockquote>',
  ];
  const ELEMENTS =
    /^(?:h[1-6]|p|br|hr|[uod]l|li|d[td]|blockquote|pre|code|a|img|table|caption|thead|tbody|tfoot|t[rhd]|strong|b|em|i|u|s|del|ins|su[bp]|mark|kbd|small|figure|figcaption|details|summary|div|span)$/;
  const ATTRIBUTES =
    /^(?:href|title|src|alt|width|height|align|colspan|rowspan|start|open|class|data-ke-(?:size|style|type|language))$/;

  /** Whatever a browser would make of it: the HTML read anew, element by element. */
  function holds(text: string): void {
    const walk = (node: DefaultTreeAdapterTypes.ChildNode): void => {
      if ("attrs" in node) {
        expect(node.tagName).toMatch(ELEMENTS);
        for (const { name, value } of node.attrs) {
          // The colours of code are ours.
          if (name === "style") expect(`${node.tagName} ${value}`).toMatch(/^span color: #[0-9a-f]{6}$/);
          else expect(name).toMatch(ATTRIBUTES);
          if (name === "href" || name === "src") expect(value).toMatch(/^(?:https?:|mailto:|#|\/\/)/i);
          if (name === "class") expect(value).toMatch(/^[\w+#.-]+(?: xml)?$/);
        }
      }
      if ("childNodes" in node) for (const child of node.childNodes) walk(child);
    };
    for (const child of parseFragment(text).childNodes) walk(child);
  }

  it.each(HOSTILE)("leave nothing behind that does: %s", (text) => {
    const pasted = html(`앞\n\n${text}\n\n가운데 ${text.replaceAll("\n", " ")} 뒤\n`);
    holds(pasted);
    expect(pasted).toContain("앞");
  });

  it("leave nothing behind put together in any way", () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.constantFrom("\n\n", "> ", "- ", "`", "```", "**", "<div>", "</p>", "<table>", "<td>", '"', ">"),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        fc.constantFrom(undefined, siteAt("chirpy"), siteAt("hugo")),
        (pieces, home) => {
          holds(html(pieces.join(""), home));
        },
      ),
    );
  });

  it("cannot be nested until it ends in nothing", () => {
    expect(() => html("<div>".repeat(50_000))).toThrow(RangeError);
  });
});

describe("what a person wrote", () => {
  it("is all there on velog, but for what its site reads out", () => {
    const word = fc.stringMatching(/^[가-힣a-z]{1,6}$/);
    const line = fc.tuple(fc.constantFrom("", "- ", "> ", "## ", "1. "), word).map(([mark, said]) => mark + said);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        expect(paste(`---\ntitle: 다른 제목\n---\n\n${lines.join("\n")}\n`, "velog").text).toBe(
          `${lines.join("\n").trim()}\n`,
        );
      }),
    );
  });

  it("is all there on Tistory, word for word", () => {
    const word = fc.stringMatching(/^[가-힣]{2,6}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const text = words.map((said, index) => ["- ", "> ", "**", "## ", "| "][index % 5] + said).join("\n\n");
        const shown = html(text).replaceAll(/<[^>]*>/g, " ");
        for (const said of words) expect(shown).toContain(said);
      }),
    );
  });
});

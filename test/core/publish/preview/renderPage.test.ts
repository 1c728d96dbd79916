import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { body, editorsMarkdown, preview, siteAt } from "./preview.ts";

const chirpy = siteAt("chirpy");
const jekyll = siteAt("jekyll");
const hugo = siteAt("hugo");
const NO_TOC = "title: 글\ntoc: false";

describe("kramdown's attribute lists", () => {
  it.each(["tip", "info", "warning", "danger"])("make a quotation Chirpy's prompt: %s", (kind) => {
    expect(body(`> 도움말\n{: .prompt-${kind} }\n\n다음`, chirpy)).toBe(
      `<blockquote class="tomaknote-prompt-${kind}">\n<p>도움말</p>\n</blockquote>\n<p>다음</p>`,
    );
  });

  it("count for a quotation with a list in it, and right before a paragraph", () => {
    expect(body("> 하나\n>\n> - 둘\n{: .prompt-info }\n바로 뒤", chirpy)).toBe(
      '<blockquote class="tomaknote-prompt-info">\n<p>하나</p>\n<ul>\n<li>둘</li>\n</ul>\n</blockquote>\n<p>바로 뒤</p>',
    );
  });

  it("make minimal-mistakes' notices", () => {
    expect(body("알림\n{: .notice--info}", siteAt("minimal-mistakes"))).toBe(
      '<p class="tomaknote-notice-info">알림</p>',
    );
  });

  it.each([
    ["below a paragraph", "글\n{: .x }\n\n뒤", "<p>글</p>\n<p>뒤</p>"],
    ["below a list", "- 하나\n- 둘\n{: .x }", "<ul>\n<li>하나</li>\n<li>둘</li>\n</ul>"],
    ["below code", '```js\na\n```\n{: file="a{1}.js" }', '<pre><code class="language-js">a\n</code></pre>'],
    ["below a heading", "## 제목\n{: .no_toc }", '<h2 id="제목">제목</h2>'],
    ["above a paragraph", "{: .x }\n글", "<p>글</p>"],
    [
      "behind an image",
      '![a](b.png){: .shadow width="70" h="40" }',
      '<p><img src="b.png" alt="a" width="70" height="40"></p>',
    ],
    ["behind code", "`a`{: .filepath} 뒤", "<p><code>a</code> 뒤</p>"],
    ["behind emphasis", "**굵게**{:.x} 뒤", "<p><strong>굵게</strong> 뒤</p>"],
    ["behind a link", '[가](b.md){:target="_blank"}', '<p><a href="b.md">가</a></p>'],
    ["as an id of a heading", "## 제목 {#id}", '<h2 id="제목">제목</h2>'],
    ["as an extension", "{::options toc_levels='2' /}\n\n글", "<p>글</p>"],
  ])("are not shown %s", (_, text, html) => {
    expect(body(text, jekyll)).toBe(html);
  });

  it.each([
    ["behind text", "글{: .a} 뒤", "<p>글{: .a} 뒤</p>"],
    ["in code", "    {: .a}\n\n`{: .a}`", "<pre><code>{: .a}\n</code></pre>\n<p><code>{: .a}</code></p>"],
    ["in a fence", "```\n{: .a}\n```", "<pre><code>{: .a}\n</code></pre>"],
  ])("are text %s", (_, text, html) => {
    expect(body(text, jekyll)).toBe(html);
  });

  it("are text where kramdown does not build the site", () => {
    expect(body("> 글\n{: .prompt-tip }", hugo)).toBe("<blockquote>\n<p>글\n{: .prompt-tip }</p>\n</blockquote>");
    expect(body("> 글\n{: .prompt-tip }", siteAt("velog"))).toContain("{: .prompt-tip }");
  });

  it("bring in no class and no attribute of a person's own", () => {
    const html = body('> 글\n{: .evil onclick="x" style="position:fixed" .prompt-tip }', chirpy);
    expect(html).toBe('<blockquote class="tomaknote-prompt-tip">\n<p>글</p>\n</blockquote>');
  });
});

describe("a table of contents", () => {
  const headings = "## 하나 <b>\n\n### 둘\n\n##### 다섯\n\n## 셋";
  const list = '<nav class="tomaknote-toc"><ul><li><a href="#하나-&lt;b&gt;">';

  it("stands in Chirpy's posts by itself, with the levels it shows", () => {
    const html = body("## 하나\n\n### 둘\n\n##### 다섯\n\n## 셋", chirpy);
    expect(html.split("\n")[0]).toBe(
      '<nav class="tomaknote-toc"><ul><li><a href="#하나">하나</a><ul><li><a href="#둘">둘</a></li></ul></li>' +
        '<li><a href="#셋">셋</a></li></ul></nav>',
    );
  });

  it("follows the table of the front matter", () => {
    expect(preview("---\ntitle: 글\n---\n\n## 하나\n", chirpy)).toMatch(/^<table>…<\/table>\n<nav/);
  });

  it.each([
    ["the post asks for none", () => body(headings, chirpy, NO_TOC)],
    ["there is no heading for it", () => body("#### 넷", chirpy)],
    ["it is no post", () => preview(`---\ntitle: 글\n---\n${headings}`, chirpy, "_tabs/about.md") ?? ""],
    ["the theme has none", () => body(headings, jekyll)],
    ["minimal-mistakes is not asked", () => body(headings, siteAt("minimal-mistakes"))],
  ])("is left out when %s", (_, render) => {
    expect(render()).toContain("<h");
    expect(render()).not.toContain("tomaknote-toc");
  });

  it("stands in minimal-mistakes' posts that ask for it", () => {
    expect(body("# 가\n\n## 나", siteAt("minimal-mistakes"), "toc: true")).toMatch(/^<nav.*#가.*#나.*<\/nav>/);
  });

  it("takes the place of a list that kramdown's {:toc} stands below", () => {
    const html = body("- 목차\n{:toc}\n\n## 하나\n\n## 뺌\n{: .no_toc }\n\n#### 넷", jekyll);
    expect(html).toMatch(/^<nav class="tomaknote-toc"><ul><li><a href="#하나">하나<\/a><ul><li><a href="#넷">/);
    expect(html).not.toMatch(/목차|<li><a href="#뺌">/);
  });

  it.each([jekyll, hugo, siteAt("velog"), siteAt("tistory")])("is no meaning of [TOC] and [[toc]] on $site", (site) => {
    expect(body("[TOC]\n\n[[toc]]\n\n## 하나", site)).toContain("<p>[TOC]</p>\n<p>[[toc]]</p>");
  });

  it("escapes what headings say", () => {
    expect(body("## 하나 &lt;b&gt;", chirpy)).toContain(`${list}하나 &lt;b&gt;</a>`);
  });
});

describe("emphasis beside Hangul", () => {
  const texts = ["**이 용어(This term)**를", "‘**“따옴표”**는’", "가**(나)**다", "**foo()**bar"];

  it.each([jekyll, chirpy, siteAt("velog"), siteAt("tistory")])("is bold on $site", (site) => {
    for (const text of texts) expect(body(text, site)).toMatch(/<strong>[^<*]+<\/strong>/);
    expect(body("5 ** 3 ** 2 * 1", site)).toBe("<p>5 ** 3 ** 2 * 1</p>");
  });

  it("is as strict on Hugo as there", () => {
    for (const text of texts.slice(0, 2)) expect(body(text, hugo)).toContain("**");
  });

  it("is as it was in every other text of the same preview", () => {
    const md = editorsMarkdown();
    preview("---\ntitle: 글\n---\n**가(나)**다", jekyll, undefined, md);
    expect(md.render("**가(나)**다")).toBe("<p>**가(나)**다</p>\n");
  });
});

describe("Liquid", () => {
  it.each([
    ["raw in a line", "{% raw %}`{{ a }}`{% endraw %}", "<p><code>{{ a }}</code></p>"],
    ["raw as text", "{% raw %}{{ a }} {% b %}{% endraw %}", "<p>{{ a }} {% b %}</p>"],
    [
      "raw around a fence",
      "{% raw %}\n```yaml\n{{- end }}\n```\n{% endraw %}",
      '<pre><code class="language-yaml">{{- end }}\n</code></pre>',
    ],
    [
      "raw with half a tag in it",
      "{% raw %}{{ a {% endraw %}뒤 {{ b }}",
      '<p>{{ a 뒤 <span class="tomaknote-label">b</span></p>',
    ],
    ["an end of raw as text", '{{ "{% endraw %}" }}', "<p>{% endraw %}</p>"],
    ["a comment", "앞{% comment %}\n숨김 {{ a }}\n{% endcomment %}뒤", "<p>앞</p>\n<p>뒤</p>"],
    ["the base", "[가]({{ site.baseurl }}/a/)", '<p><a href="/a/">가</a></p>'],
    ["an address", '[가]({{ "/a b/" | relative_url }})', '<p><a href="/a%20b/">가</a></p>'],
    [
      "a post's address",
      "[가]({% post_url 2025-05-01-글 %})",
      '<p><a href="/_posts/2025-05-01-%EA%B8%80.md">가</a></p>',
    ],
    ["what the page says", "{{ page.title }}!", "<p>글!</p>"],
    [
      "code",
      "{% highlight js linenos %}\nlet a;\n{% endhighlight %}",
      '<pre><code class="language-js">let a;\n</code></pre>',
    ],
    [
      "an include",
      "{% include embed/youtube.html id='<b>' %}",
      "<p><span class=\"tomaknote-label\">include embed/youtube.html id='&lt;b&gt;'</span></p>",
    ],
    ["a value", "{{- site.data.a | first -}}", '<p><span class="tomaknote-label">site.data.a | first</span></p>'],
  ])("shows %s as the site does, or as a label", (_, text, html) => {
    expect(body(text, jekyll)).toBe(html);
  });

  it("is text on other sites", () => {
    expect(body("{% raw %}{{ a }}{% endraw %}", siteAt("velog"))).toBe("<p>{% raw %}{{ a }}{% endraw %}</p>");
  });
});

describe("shortcodes", () => {
  it.each([
    [
      "a shortcode",
      '{{< youtube "<b>" >}}',
      '<p><span class="tomaknote-label">youtube &quot;&lt;b&gt;&quot;</span></p>',
    ],
    [
      "a pair",
      "{{% notice tip %}}글{{% /notice %}}",
      '<p><span class="tomaknote-label">notice tip</span>글<span class="tomaknote-label">/notice</span></p>',
    ],
    ["a reference", '[가]({{< ref "a.md" >}})', '<p><a href="a.md">가</a></p>'],
    ["one shown as text", "{{</* figure */>}}", "<p>{{&lt; figure &gt;}}</p>"],
    ["code", "{{< highlight go >}}\na\n{{< /highlight >}}", '<pre><code class="language-go">a\n</code></pre>'],
    ["in code", "`{{< a >}}`", "<p><code>{{&lt; a &gt;}}</code></p>"],
  ])("show %s quietly", (_, text, html) => {
    expect(body(text, hugo)).toBe(html);
  });

  it("is Hugo's for a draft that lies elsewhere, and no other note there", () => {
    const text = (draft: string): string => `+++\ntitle = '글'\n${draft}+++\n\n글\n`;
    expect(preview(text("draft = true\n"), hugo, "초안/글.md")).toBe("<p>글</p>\n");
    expect(preview(text(""), hugo, "초안/글.md")).toBeUndefined();
  });

  it("do not hide behind TOML", () => {
    expect(preview("+++\ntitle = '글'\n+++\n\n글 {{< a >}}\n", hugo)).toBe(
      '<p>글 <span class="tomaknote-label">a</span></p>\n',
    );
  });
});

describe("Mermaid", () => {
  const chart = '```mermaid\npie title 글\n  "<b>" : 1\n```';
  const asCode = '<pre><code>pie title 글\n  &quot;&lt;b&gt;&quot; : 1\n</code></pre>\n<p class="tomaknote-note">';
  const leftToEditor = '<pre><code class="language-mermaid">';

  it.each([
    ["Chirpy with mermaid: true", () => body(chart, chirpy, "mermaid: true")],
    ["Hugo with a render hook", () => body(chart, siteAt("hugo", { hasMermaidHook: true }))],
  ])("is left to the editor on %s", (_, render) => {
    expect(render()).toContain(leftToEditor);
    expect(render()).not.toContain("tomaknote-note");
  });

  it.each([
    ["Chirpy without it", () => body(chart, chirpy)],
    ["Jekyll", () => body(chart, jekyll)],
    ["Hugo", () => body(chart, hugo)],
    ["velog", () => body(chart, siteAt("velog"))],
  ])("is code with a word of why on %s", (_, render) => {
    expect(render()).toContain(asCode);
  });
});

describe("HTML on Hugo", () => {
  const text = "글 <b>굵게</b>\n\n<!-- 설명 -->\n\n<details>\n접은 글\n</details>";

  it("is left out with a word of why", () => {
    const html = body(text, siteAt("hugo", { showsHtml: false }));
    expect(html).toMatch(/^<p>글 굵게<\/p>\n<p class="tomaknote-note">블로그에는 HTML이 빠져요\. .*<\/p>$/);
  });

  it("stays where the site allows it, and on every other site", () => {
    for (const site of [hugo, jekyll]) expect(body(text, site)).toContain("<details>");
  });
});

describe("images", () => {
  it.each([
    [chirpy, "_posts/2025-05-01-글.md", "/assets/a.png", ".././assets/a.png"],
    [jekyll, "글.md", "/assets/a.png", "./assets/a.png"],
    [siteAt("jekyll", { root: "블로그/" }), "블로그/_drafts/글.md", "/assets/a.png", ".././assets/a.png"],
    [hugo, "content/posts/글.md", "/images/a.png", "../../static/images/a.png"],
    [hugo, "content/posts/글/index.md", "a.png", "a.png"],
    [jekyll, "_posts/글.md", "//example.com/a.png", "//example.com/a.png"],
    [jekyll, "_posts/글.md", "https://example.com/a.png", "https://example.com/a.png"],
  ] as const)("%#: of a page lead where the site has them", (site, path, from, to) => {
    const text = `---\ntitle: 글\n---\n\n![a](${from})\n\n<p>\n<img alt="b" src="${from}">\n</p>\n\n글 <img src='${from}'>\n`;
    const html = preview(text, site, path) ?? "";
    expect([...html.matchAll(/src=["']([^"']*)["']/g)].map(([, src]) => src)).toEqual([to, to, to]);
  });

  it.each(["media_subpath", "img_path"])("of Chirpy have %s before them", (key) => {
    const html = body("![a](a.png) ![b](/b.png) ![c](https://example.com/c.png)", chirpy, `${key}: /그림/5월`);
    expect([...html.matchAll(/src="([^"]*)"/g)].map(([, src]) => decodeURI(src ?? ""))).toEqual([
      ...[".././그림/5월/a.png", ".././그림/5월/b.png", "https://example.com/c.png"],
    ]);
  });
});

describe("what is left to the editor", () => {
  it.each([
    ["a file of a Jekyll site without front matter", "글\n", jekyll, "README.md"],
    ["what Hugo does not build", "---\ntitle: 글\n---\n", hugo, "토막글/글.md"],
  ])("%s", (_, text, site, path) => {
    expect(preview(text, site, path)).toBeUndefined();
  });

  it("line breaks, but on velog", () => {
    expect(body("하나\n둘", jekyll)).toBe("<p>하나\n둘</p>");
    expect(body("하나\n둘", siteAt("velog"))).toBe("<p>하나<br>\n둘</p>");
  });
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    ...[
      "{% raw %}",
      "{% endraw %}",
      "{{ a }}",
      "{{",
      "}}",
      "{% if %}",
      "%}",
      "{: .prompt-tip }",
      "{:toc}",
      "{:",
      "}",
      "> ",
      "- ",
    ],
    ...[
      "\n",
      "\n\n",
      "**",
      "가",
      "(나)",
      "`",
      "```\n",
      "<b>",
      "<script>alert(1)</script>",
      '"',
      "{{< a >}}",
      "{{%",
      "\uFDD0",
      "## ",
      "![a](/b.png)",
    ],
    ...[
      "{% comment %}",
      "{% endcomment %}",
      "{% highlight js %}",
      "|a|b|\n|-|-|\n",
      "<img src='/a.png'>",
      "<!--",
      "-->",
    ],
  );
  const text = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(""));
  const site = fc.constantFrom(...(["jekyll", "chirpy", "minimal-mistakes", "hugo", "velog", "tistory"] as const));

  it("is shown without failing, with nothing of ours left in it and no tag that the editor would not show", () => {
    fc.assert(
      fc.property(text, site, (written, name) => {
        const html = preview(`---\ntoc: true\n---\n${written}`, siteAt(name)) ?? "";
        expect(html).not.toMatch(/\uFDD0|%EF%B7%90/);
        // Tags of the person's own HTML stay as the editor has them; there are no more of them than were written.
        const count = (where: string): number => where.split("<script>").length - 1;
        expect(count(html)).toBeLessThanOrEqual(count(written));
      }),
    );
  });

  it("keeps its lines, which the editor scrolls by", () => {
    const md = editorsMarkdown();
    md.core.ruler.push("lines", (state) => {
      for (const token of state.tokens) if (token.map !== null) token.attrSet("data-line", token.map[0]);
    });
    const written = "---\ntitle: 글\n---\n{% raw %}\n\n하나\n{% endraw %}\n{% comment %}\n\n{% endcomment %}\n\n둘\n";
    const html = preview(written, jekyll, undefined, md) ?? "";
    expect([...html.matchAll(/data-line="(\d+)">(.)/g)].map(([, line, first]) => [first, Number(line)])).toEqual([
      ["하", 5],
      ["둘", 11],
    ]);
  });
});

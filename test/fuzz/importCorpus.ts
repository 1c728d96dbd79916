import fc from "fast-check";
import { anyText, FRAGMENTS, mutated, piece } from "./corpus.ts";

/** Pages as blogs, Tistory's backup and Notion have them. */
const PAGES: readonly string[] = [
  '<!DOCTYPE html><html><head><title>머리 &amp; 글</title><meta property="og:title" content="제목"><meta property="article:published_time" content="2023-02-11T23:29:16+09:00"><link rel="canonical" href="https://a.kr/3"></head><body><nav>메뉴</nav><article><h1>제목</h1><p>본문 <b>용어(term)</b>를 <a href="/x">링크</a></p></article></body></html>',
  '<div class="article-header"><p class="category">개발/Spring</p><h2 class="title-article">&quot;생명&quot;: 주기</h2><p class="date">2021-05-01 12:34:56</p></div><div class="contents_style"><p>본문</p><pre class="java" data-ke-language="java" data-ke-type="codeblock"><code>class A {}</code></pre><figure class="imageblock"><img src="./img/img.png" onerror="bad()"></figure></div><div class="tags">#spring #두 단어 태그</div>',
  '<article id="x"><h1 class="page-title">표</h1><table class="properties"><tr><th>태그</th><td>a</td></tr></table><div class="page-body"><ul class="to-do-list"><li><input type="checkbox" checked>한 일</li></ul><details open><summary>접힌</summary>속</details></div></article>',
  '<div class="atom-one"><h2>하나</h2><ul><li>a<ul><li>b</li></ul></li></ul><blockquote><p>인용</p></blockquote><p>줄<br>바꿈</p><hr><table><thead><tr><th>a|b</th></tr></thead><tbody><tr><td><p>c</p><p>d</p></td></tr></tbody></table></div>',
  '<script>alert(1)</script><a href="javascript:alert(1)">x</a><img src="data:image/svg+xml,<svg onload=alert(1)>"><iframe src="https://v.kr/1" title="영상"></iframe><svg><script>1</script></svg><p onclick="a()" style="b">글',
  '<article id="01234567-89ab-cdef-0123-456789abcdef" class="page sans"><header><h1 class="page-title">글</h1><p class="page-description">설명</p><table class="properties"><tr class="property-row"><th>태그</th><td><span class="selected-value">a</span><span class="selected-value">b</span></td></tr><tr class="property-row"><th>생성일</th><td><time>@2023년 5월 19일 오후 8:26</time></td></tr><tr class="property-row"><th>URL</th><td><a class="url-value" href="javascript:x">x</a></td></tr></table></header><div class="page-body"><ul class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span>한 일</span></li></ul><figure class="callout"><div><span class="icon">💡</span></div><div>알림</div></figure><figure class="equation"><span class="katex-display"><span class="katex"><math><annotation encoding="application/x-tex">a^2 + b_1</annotation></math><span class="katex-html">a2</span></span></span></figure><figure><a class="bookmark source" href="https://a.kr"><div class="bookmark-title">책갈피 [1]</div></a></figure></div></article>',
  '<p class="blog_date">2023. 3. 4. 14:11</p><div class="se-main-container"><p class="se-text-paragraph">본문</p><div class="__se_code_view language-js">let a;\nlet b;</div><img data-lazy-src="javascript:x" src="data:x"></div><div data-ke-type="moreLess"><a class="btn-toggle-moreless">더보기</a><div class="moreless-content"><p>접은 글</p></div></div><figure class="fileblock"><a href="./file/a b.zip"><div class="name">a.zip</div></a></figure><script src="https://gist.github.com/a/0a1b.js"></script>',
  "<pre>```\n<b>굵게</b>\n~~~</pre><code>`a``b`</code><kbd>x</kbd><sup>1</sup>",
];

const TAGS =
  "p|div|b|i|em|s|ul|ol|li|table|tr|td|th|pre|code|blockquote|a|h1|h2|span|figure|figcaption|details|summary|dl|dt|dd|article|main|script|style|svg|template|textarea|title|noscript|kbd|sup|caption|tbody|body|html|form|iframe";

/** Pieces of HTML with a meaning somewhere: tags that stay open, attributes that lead somewhere, references. */
export const HTML_FRAGMENTS: readonly string[] = [
  ...TAGS.split("|").flatMap((tag) => [`<${tag}>`, `</${tag}>`]),
  ..."<br>|<hr>|<img src=a.png>|<img alt='](x)' src=\"a b(.png\">|<a href=|<a href='x'>|<a href=\"javascript:alert(1)\">글|<a href=' java\nscript:alert(1)'>|<a href='&#106;avascript&colon;x'>글|<a href='command:x'>글|<a href='vbscript:x'>글|<img src=javascript:x>|<iframe src='javascript:x'>|<iframe src='https://v.kr'>|<input type=checkbox>|<p class='contents_style'>|<div class=\"colorscripter-code\">|<figure data-ke-type=opengraph data-og-source-url='javascript:x' data-og-title='](x)'>|<ol start=7>|<ol start=-1>|<pre class='lang-js'>|<pre class='brush: java'>|<span class=katex>|<div class='katex-display'>|<math>|</math>|<annotation encoding='application/x-tex'>|</annotation>|x_i [a](b) <b>|$$|<figure class=callout>|<div class=checkbox>|<a class=btn-toggle-moreless>|<a href='https://a.kr'><div>|<div class=bookmark-title>|<img data-lazy-src='javascript:x' src='data:x'>|<script src='https://gist.github.com/a/1.js'>|<article class=page><div class=page-body>|<tr class=property-row>|<span class=selected-value>|<!--|-->|<![CDATA[|]]>|<?xml|&lt;script&gt;|&amp;|&#0;|&#x202e;|&nbsp;|&|<|>|\"|'|`|```|**|__|](|[x]: javascript:alert(1)|\u0000|글|낱말 |\n\n|\n    |- |1. |> |# ".split(
    "|",
  ),
];

/** Pages of Notion as Markdown: a heading, properties, a text; and what looks like them. */
const NOTION: readonly string[] = [
  "# 레디스 정리\n\n생성 일시: 2023년 5월 19일 오후 8:26\n태그: 레디스, 캐시\n상태: 완료\nURL: https://a.kr/x\ndate: 봄\n\n키는 만료된다.\n\n![그림](%E1%84%85%20a/Untitled.png)\n",
  "# Page\n\nCreated: May 19, 2023 8:26 PM\nTags: a, b\nDate: 2023/05/19 → 2023/05/21\n\n- [ ] 할 일\n",
  "# \n\n상태: 완료\n상태: 또\n__proto__: x\n'따옴표': \"x\n",
  "글: 문장이다.\n그리고 이어진다.\n",
  "#제목 아님\n\n키: 값\n글\n",
];
const PROPERTIES =
  "태그: a, b|태그: |Tags: #a, 'b', \"c|생성 일시: 2023년 5월 19일 오후 8:26|Created: May 19, 2023 8:26 AM|날짜: 2023년 13월 40일|날짜: 2023-05-01 → 2023-05-03|URL: https://a.kr|URL: javascript:alert(1)|링크: [x](y)|상태: 완료|상태: 또|date: 봄|kind: til|star: true|title: 다른|source: notion:1|한글 키: {a: [b}|a: b: c|키: '|키: # 설명|키:값|: x|---|# 제목||글이다".split(
    "|",
  );

/** What tools save of a velog: front matter that quotes no quotes, a body in Markdown or in HTML. */
const VELOG: readonly string[] = [
  '---\ntitle: "그는 "안녕"이라 했다"\ndescription: "무엇"\ndate: 2021-05-10T16:52:27.150Z\ntags: ["JavaScript","a"b"]\n---\n# 머리\n\n![](/images/uuid-a.png)\n',
  '---\ntitle: "글"\ndate: 2021-05-10T16:52:27.150Z\ntags: []\n---\n<h2>소제목</h2>\n<p>본문 <a href="javascript:x()">링크</a></p>\n<pre><code>a\n\nb</code></pre>\n',
  '---\ntitle: "a: b" # c\nseries: x\ndate: 어제\ntags: ["a]\n---\n\n<p>HTML</p>\n\nMarkdown\n',
];

const lines = (of: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc.array(of, { maxLength, size: "max" }).map((all) => all.map((one) => `${one}\n`).join(""));

export const anyPage: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: mutated(fc.constantFrom(...PAGES), 5) },
  {
    weight: 6,
    arbitrary: fc
      .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...HTML_FRAGMENTS) }, { weight: 1, arbitrary: piece }), {
        maxLength: 40,
        size: "max",
      })
      .map((pieces) => pieces.join("").slice(0, 6_000)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...HTML_FRAGMENTS), fc.integer({ min: 50, max: 400 }), fc.constantFrom(...PAGES))
      .map(([open, depth, page]) => open.repeat(depth).slice(0, 6_000) + page),
  },
  { weight: 1, arbitrary: anyText },
);

export const anyNotionPage: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: mutated(fc.constantFrom(...NOTION), 5) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom("# 제목\n\n", "# 제목\n", "\ufeff# \r\n\r\n", ""),
        lines(fc.constantFrom(...PROPERTIES), 10),
      )
      .map((parts) => parts.join("")),
  },
  { weight: 2, arbitrary: anyText },
);

export const anyVelogPost: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: mutated(fc.constantFrom(...VELOG), 5) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...VELOG), anyPage).map((parts) => parts.join("\n")) },
  { weight: 2, arbitrary: anyText },
);

export const NOTION_FRAGMENTS: readonly string[] = [...PROPERTIES.map((line) => `${line}\n`), ...FRAGMENTS];

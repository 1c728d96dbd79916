import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import type { Note } from "../../../../src/core/note/note.ts";
import { entryText } from "../../../../src/core/retro/entry/entryText.ts";
import { separateLabels } from "../../../../src/core/retro/entry/separateLabels.ts";
import type { Site } from "../../../../src/core/settings/settings.ts";
import { parseMarkdown as parse } from "../../../../src/markdown.ts";
import { expectGolden } from "../../../support/golden.ts";

const note: Note = {
  path: "TIL/2025/05/2025-05-03-레디스 (1).md",
  kind: "til",
  title: "레디스",
  tags: [],
  excerpt: "",
};
const draftPath = "회고/2025-05-회고.md";
const entry = (body: string, site: Site = "plain", path = note.path): string =>
  entryText({ ...note, path }, body, { draftPath, site, parse });
const here = (body: string, site: Site = "plain"): string => entry(body, site, "회고/노트.md");
const golden = (name: string): URL => new URL(`golden/${name}.md`, import.meta.url);
const html = (text: string): string => new MarkdownIt({ html: true }).render(text);
/** Before and after in one file. */
const change = (before: string, after: string): string => `${before}\n\n=== becomes ===\n\n${after}\n`;

describe("entryText", () => {
  it.each([
    ["fence", "- 보기\n\n~~~~js\nconst a = 1;\n~~~"],
    ["comment", "- 하나\n\n<!-- 나중에\n지울 것\n\n- 둘"],
    ["comment-in-list", "- 하나\n- <!-- 나중에\n- 둘"],
    ["script", "글\n\n<script>\nalert(1)\n\nlet a;"],
    ["pre", "<pre>\n하나\n\n둘"],
    ["style", "<style>\na {}\n\nb {}"],
    ["processing", "<?php\n\necho 1;"],
    ["cdata", "<![CDATA[\n하나\n\n둘"],
    [
      "headings",
      "# 레디스\n\n# 하나\n\n글\n\n### 셋 ###\n\n두 줄\n제목 #\n===\n\n> 인용\n> ---\n\n- # 목록\n\n```\n# 코드\n```\n\n###### 여섯",
    ],
  ])("keeps %s to itself", (name, body) => {
    const after = here(body);
    expect(html(`${after}\n\n**다음**`)).toContain("<p><strong>다음</strong></p>");
    expectGolden(change(body, after), golden(name));
  });

  it("rebases links to the draft's folder", () => {
    const body = [
      "![그림](./그림/첫 그림.png) ![그림](그림/첫.png '제목') [위](../06/다른.md#절) [둘러](<../../a b (1).md> \"제목\")",
      "[괄호](a_(b).md) [밖](../../../../밖.md) [가까이](../../../회고/그림.png)",
      "[절](#절) [뿌리](/a.png) [주소](https://a.b/c) [편지](mailto:a@b.c) [창](..\\a\\b.png) [빔]()",
      '`[코드](a.md)` [![안](안.png)](밖.md) <img alt="a" src="a.png"> <a href=\'b.md\'>b</a> [라벨][r]',
      "",
      "| 표 | ![칸](칸.png) |",
      "|---|---|",
      "| `a|b` | [칸](칸.md) |",
      "",
      "- 목록\n  이어서 [둘째 줄](둘째.md)\n  > [인용](인용.md)",
      "",
      '<div><img src="c.png"><!-- <img src="d.png"> --></div>',
      "",
      "[r]: ./정의.md '제목'",
      "[s]: <정의 둘.md>",
      "[^1]: 각주",
      "",
      "```\n[펜스](a.md)\n```",
      "",
      "    [들여쓰기](a.md)",
    ].join("\n");
    expect(here(body)).toBe(body);
    expectGolden(change(body, entry(body)), golden("links"));
  });

  it("keeps the note's folder readable and safe in an address", () => {
    expect(entry("[a](b.md)", "plain", "메모 (1)/100%/n.md")).toBe("[a](../메모%20%281%29/100%25/b.md)");
  });

  it("wraps Liquid for Jekyll, once, and for Jekyll alone", () => {
    const body = [
      "```liquid\n{{ page.title }}\n{% if a %}\n```",
      "- 목록\n\n  ```\n  {{ a }}\n  ```\n- ```\n  {% b %}\n  ```",
      "> ```\n> {{ c }}\n> ```",
      "글의 `{{ d }}`와 `e`, `{% f %}`",
      "### 제목 {{ g }}",
      "- 글 {{ h }}, `{{ i }}`",
      "{% raw %}{{ 그대로 }}{% endraw %}",
      "    {{ 들여 쓴 코드 }}",
      "홀로 {% endraw %} 있다",
    ].join("\n\n");
    expect(here(body)).toBe(body);
    const after = here(body, "jekyll");
    expectGolden(change(body, after), golden("liquid"));
    expect(here(after, "jekyll")).toBe(after);
  });

  it("mends emphasis beside Hangul", () => {
    const body = [
      '- **용어(Term)**를 쓰고 **"인용"**이라 하고 이것은**(괄호)**다.',
      "- *용어(Term)*를, ***둘 다!***라, **그냥** 굵게, `**코드(a)**를`, \\*\\*아님(b)**를",
      "- 5*(3+2)*는 그대로, **열기만(a)를",
      "",
      "| **칸(cell)**은 | b |",
      "|---|---|",
    ].join("\n");
    const after = here(body);
    expect(html(body)).toContain("**용어(Term)**를");
    expect(html(after).replaceAll("<!-- -->", "")).toContain(
      "<strong>용어(Term)</strong>를 쓰고 <strong>&quot;인용&quot;</strong>이라 하고 이것은<strong>(괄호)</strong>다.",
    );
    expect(here(after)).toBe(after);
    expectGolden(change(body, after), golden("emphasis"));
  });

  it("leaves plain notes alone", () => {
    const body = "- **굵게** 쓴 [링크](https://a.b)\n  - `코드`\n\n```ts\nconst a = 1;\n```\n\n### 제목\n\n1. 하나";
    expect(entry(body, "jekyll")).toBe(body);
    expect(here("```\na\n```\n\n[a]: https://a.b")).toBe("```\na\n```\n\n[a]: https://a.b");
  });
});

describe("separateLabels", () => {
  const separate = (...bodies: string[]): string[] =>
    separateLabels([{ entries: bodies.map((body) => ({ heading: "**제목**", body })) }], parse).flatMap(({ entries }) =>
      entries.map(({ body }) => body),
    );

  it("keeps labels of several entries apart", () => {
    const bodies = [
      "[글][a] [a] ![그림][A] 각주[^1] [같음][s]\n\n[a]: https://하나\n[s]: https://같음\n[^1]: 첫 각주 설명",
      "[글][a] [a] [a][] ![a] `[a]` 각주[^1][^2] [같음][s]\n\n[a]: https://둘\n[s]: https://같음\n[^1]: 둘째 각주 설명\n[^2]: 홀로",
      "- [x] 한 일\n- [a-2] 글",
      "[x]와 [겹친 [x] 괄호](b.md)\n\n[x]: https://셋\n[a]: https://둘",
    ];
    const after = separate(...bodies);
    expectGolden(change(bodies.join("\n\n***\n\n"), after.join("\n\n***\n\n")), golden("labels"));
    // Beside each other they show what each shows alone, but for the numbers of footnotes.
    const alone = bodies.map((body) => html(body));
    const shown = (text: string): string => html(text).replaceAll("[^1-2]", "[^1]");
    expect(after.map(shown)).toEqual(alone);
    expect(shown(after.join("\n\n"))).toBe(alone.join(""));
    expect(separate(...after)).toEqual(after);
  });

  it("keeps a title from being caught by an entry's definition", () => {
    const [section] = separateLabels(
      [{ entries: [{ heading: "**[백준] 문제**", body: "[백준]\n\n[백준]: https://a.b" }] }],
      parse,
    );
    expect(section?.entries[0]?.body).toBe("[백준][백준-2]\n\n[백준-2]: https://a.b");
  });
});

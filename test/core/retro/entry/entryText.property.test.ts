import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import type { Note } from "../../../../src/core/note/note.ts";
import { entryText } from "../../../../src/core/retro/entry/entryText.ts";
import { keepFromLiquid } from "../../../../src/core/retro/entry/keepFromLiquid.ts";
import { separateLabels } from "../../../../src/core/retro/entry/separateLabels.ts";
import { parseMarkdown as parse } from "../../../../src/markdown.ts";

const markdown = new MarkdownIt({ html: true });
const note: Note = { path: "노트/하나.md", kind: "til", title: "제목", tags: [], excerpt: "" };

const inline = fc.constantFrom(
  ...'**용어(Term)**를|`코드 {{ x }}`|[글](a.md)|![a](<b c.png> \'제목\')|<img src="a.png">|[a]|[글][a]|[b][]|**|*|`|[|]|{{ y }}|{% raw %}|{% endraw %}|[^1]|\\*|<!--|-->|이것은**"말"**이다'.split(
    "|",
  ),
);
/** Each line ends in a word of its own, so that a lost one is missed. */
const line = fc
  .tuple(
    fc.constantFrom("", "- ", "  ", "> ", "1. ", "# ", "### ", "    ", "\t", "- > ", "| ", "## "),
    fc.array(inline, { maxLength: 4 }),
  )
  .map(([mark, parts]) => `${mark}${parts.join(" ")} W`);
const structure = fc.constantFrom(
  ..."|||```|~~~|===|---|<!-- 메모|-->|<script>|</script>|<pre>|<div>|- ```|> ```|[a]: a.md|[b]: <b c.md> '제목'|[^1]: 각주 설명|[^1]: 각주|-|| --- |".split(
    "|",
  ),
);
const body = fc.array(fc.oneof(line, structure), { maxLength: 9 }).map((lines) => {
  let word = 0;
  return lines.map((text) => text.replace(/W$/, () => `낱말${word++}끝`)).join("\n");
});

const words = (text: string): string[] => text.match(/낱말\d+끝/g) ?? [];
const entry = (text: string, site: "plain" | "jekyll", draftPath: string): string =>
  entryText(note, text, { draftPath, site, parse });

/** Where the links and images of a page lead. */
function addresses(text: string, page: string): string[] {
  const html = markdown.render(text).replace(/<!--[\s\S]*?-->|<script[\s\S]*?(?:<\/script>|$)/g, "");
  const written = [...html.matchAll(/(?:src|href)="([^"]*)"/g)];
  return (
    written
      .map(([, address = ""]) => new URL(address, `https://example.com/${page}`).href)
      // To this parser a footnote of one word is an address.
      .filter((address) => !address.endsWith(encodeURIComponent("각주")))
  );
}

describe("entryText", () => {
  it("loses no word, ends where the next entry begins, and changes nothing a second time", () => {
    fc.assert(
      fc.property(body, (text) => {
        const once = entry(text, "plain", "노트/회고.md");
        expect(words(once)).toEqual(words(text));
        expect(words(entry(text, "plain", "회고/회고.md"))).toEqual(words(text));
        expect(words(entry(text, "jekyll", "회고/회고.md"))).toEqual(words(text));
        expect(entry(once, "plain", "노트/회고.md")).toBe(once);
        expect(markdown.render(`${once}\n\n**다음**`)).toContain("<p><strong>다음</strong></p>");
        expect(parse(once).some(({ tag }) => tag === "h1" || tag === "h2")).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it("leads where the note led", () => {
    fc.assert(
      fc.property(body, (text) => {
        const there = addresses(entry(text, "plain", "노트/회고.md"), "노트/회고.md");
        expect(addresses(entry(text, "plain", "회고/2025/회고.md"), "회고/2025/회고.md")).toEqual(there);
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves Liquid nothing to read", () => {
    fc.assert(
      fc.property(body, (text) => {
        const once = entry(text, "jekyll", "노트/회고.md");
        const left = once.replaceAll('{{ "{% endraw %}" }}', "").replace(/\{% raw %\}[\s\S]*?\{% endraw %\}/g, "");
        expect(left).not.toMatch(/\{[{%]/);
        expect(keepFromLiquid(once, parse)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("separateLabels", () => {
  const part = fc.constantFrom("[a]", "[글][a]", "[b][]", "![a][b]", "[x]", "`[a]`", "[a [b]]", "[a-2]");
  const definition = fc.constantFrom(
    "[a]: 하나.md",
    "[a]: 둘.md",
    "[b]: 셋.md '제목'",
    "[A]: 넷.md",
    "[x]: 다섯.md",
    "[a-2]: 여섯.md",
  );
  const labelled = fc
    .tuple(fc.array(part, { maxLength: 4 }), fc.array(definition, { maxLength: 3 }))
    .map(([parts, definitions]) => `글 ${parts.join(" 과 ")}\n\n${definitions.join("\n")}\n\n끝`);

  it("makes entries show side by side what each shows alone", () => {
    fc.assert(
      fc.property(fc.array(labelled, { maxLength: 4 }), (bodies) => {
        const sections = [{ entries: bodies.map((text) => ({ heading: "**제목**", body: text })) }];
        const after = separateLabels(sections, parse).flatMap(({ entries }) => entries.map((one) => one.body));
        expect(markdown.render(after.join("\n\n"))).toBe(bodies.map((text) => markdown.render(text)).join(""));
      }),
      { numRuns: 2000 },
    );
  });
});

import { describe, expect, it } from "vitest";
import { findFrontMatter } from "../../../../src/core/note/frontMatter/find.ts";

function contentOf(text: string): string | undefined {
  const block = findFrontMatter(text);
  return block && text.slice(block.contentStart, block.contentEnd);
}

describe("findFrontMatter", () => {
  it.each([
    ["LF", "---\ntitle: a\n---\nbody", "\n"],
    ["CRLF", "---\r\ntitle: a\r\n---\r\nbody", "\r\n"],
    ["CR", "---\rtitle: a\r---\rbody", "\r"],
  ])("finds a block with %s line breaks", (_, text, eol) => {
    const block = findFrontMatter(text);
    expect(block).toMatchObject({ format: "yaml", start: 0, eol });
    expect(text.slice(block?.contentStart, block?.contentEnd)).toBe(`title: a${eol}`);
    expect(text.slice(block?.end)).toBe("body");
  });

  it("starts behind a BOM", () => {
    const text = "\ufeff---\ntitle: a\n---\nbody";
    const block = findFrontMatter(text);
    expect(block?.start).toBe(1);
    expect(text.slice(block?.end)).toBe("body");
  });

  it.each([
    ["spaces behind the fences", "---  \na: 1\n--- \t\nbody", "a: 1\n"],
    ["no line break at the end", "---\na: 1\n---", "a: 1\n"],
    ["an empty block", "---\n---\nbody", ""],
    ["a padded key", "---\nlayout  : wiki\n---\n", "layout  : wiki\n"],
    ["a comment first", "---\n# about\ntitle: a\n---\n", "# about\ntitle: a\n"],
    ["a blank line first", "---\n\ntitle: a\n---\n", "\ntitle: a\n"],
    ["a list at the margin", "---\ntags:\n- a\n- b\n---\n", "tags:\n- a\n- b\n"],
    ["a colon in the title", "---\ntitle: a: b\n---\n", "title: a: b\n"],
    ["a known key without its space", "---\ntitle:제목\n---\n", "title:제목\n"],
    ["template text", "---\n<%* await tp.x() %>\ntitle: <% tp.file.title %>\n---\n", undefined],
    [
      "a value in quotes that goes on at the margin",
      "---\ntitle: '그런트'\ndescription: '#### 개요\n\n빌드 도구다.\n\n이렇게 쓴다.\n끝'\n---\n",
      undefined,
    ],
    ["TOML", '+++\ntitle = "a"\n+++\nbody', 'title = "a"\n'],
    ["TOML with tables", "+++\n[author]\nname = 'x'\n+++\n", "[author]\nname = 'x'\n"],
    ["an empty TOML block", "+++\n+++\n", ""],
  ])("takes %s", (_, text, content) => {
    const block = findFrontMatter(text);
    expect(block).toBeDefined();
    if (content !== undefined) expect(contentOf(text)).toBe(content);
  });

  it.each([
    ["an empty text", ""],
    ["a rule alone", "---"],
    ["a rule and no second one", "---\ntitle: a\n"],
    ["a rule, prose, a rule", "---\n오늘은 캐시를 정리했습니다.\n\n---\n"],
    ["prose with a colon", "---\n메모: 오늘은 캐시를 정리했다.\n그리고 문단이 이어진다.\n---\n"],
    ["prose with a quotation", '---\n메모: "오늘은" 캐시를 정리했다.\n그리고 문단이 이어진다.\n---\n'],
    ["a rule, a heading, a rule", "---\n# 제목\n\n---\n본문"],
    ["a rule, bullets, a rule", "---\n- a: b\n- c: d\n---\n"],
    ["a rule, blank lines, a rule", "---\n\n\n---\n"],
    ["a table", "---\n| a | b |\n|---|---|\n---\n"],
    ["a link", "---\nhttps://example.com\n---\n"],
    ["a longer rule", "----\ntitle: a\n----\n"],
    ["words behind the fence", "--- a\ntitle: a\n---\n"],
    ["a blank line before it", "\n---\ntitle: a\n---\n"],
    ["an indented fence", "---\ntitle: a\n  ---\n"],
    ["fences of two kinds", "---\ntitle: a\n+++\n"],
    ["dots for a closing line", "---\ntitle: a\n...\n"],
    ["prose between plus signs", "+++\n더하기 문단\n+++\n"],
  ])("takes %s for body", (_, text) => {
    expect(findFrontMatter(text)).toBeUndefined();
  });

  it("gives up after 1,000 lines and after 64 KB", () => {
    const lines = (count: number) => `---\n${"a: 1\n".repeat(count)}---\n`;
    expect(findFrontMatter(lines(999))).toBeDefined();
    expect(findFrontMatter(lines(1000))).toBeUndefined();
    expect(findFrontMatter(`---\na: ${"x".repeat(65_000)}\n---\n`)).toBeDefined();
    expect(findFrontMatter(`---\na: ${"x".repeat(66_000)}\n---\n`)).toBeUndefined();
  });
});

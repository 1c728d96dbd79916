import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readFrontMatter } from "../../../../src/core/note/frontMatter/read.ts";
import { renderDoubleQuoted, renderScalar, renderSingleQuoted } from "../../../../src/core/note/frontMatter/scalar.ts";

describe("renderScalar", () => {
  it.each([
    "오늘의 토막글 95",
    "2025년 5월 회고",
    "Redis 만료키 삭제",
    "C#",
    "it's",
    'say "hi"',
    "a, b",
    "a [b]",
    "https://example.com/a#b",
    "Spring (DI) & AOP",
    "3일차",
    "5/1 회고",
    "node_modules",
  ])("leaves %s plain", (value) => {
    expect(renderScalar(value)).toBe(value);
  });

  it.each([
    ["Github CLI - gh: 정리", '"Github CLI - gh: 정리"'],
    ["[a] b", '"[a] b"'],
    ["#1", '"#1"'],
    ["a #b", '"a #b"'],
    ["'..", '"\'.."'],
    ['"a" b', "'\"a\" b'"],
    ['"it\'s"', "'\"it''s\"'"],
    ["- x", '"- x"'],
    ["@x", '"@x"'],
    ["{{ x }}", '"{{ x }}"'],
    ["끝:", '"끝:"'],
    [" a", '" a"'],
    ["a\u3000", '"a\u3000"'],
    ["", '""'],
    ["a\nb\tc", '"a\\nb\\tc"'],
    ["a\u2028b", '"a\\u2028b"'],
    ["\u0008", '"\\u0008"'],
    ["...", '"..."'],
  ])("quotes %j", (value, rendered) => {
    expect(renderScalar(value)).toBe(rendered);
  });

  it.each(
    "yes No ON off y N true False null ~ Null 123 e0 -1 +1 1.5 .5 1e3 0x1F 0o17 010 1_000 1,000 12:30 1:2:3 .inf -.INF .nan = << 2025-05-01 2025-05-01T23:10:00Z".split(
      " ",
    ),
  )("quotes %s, which some reader takes for something else", (value) => {
    expect(renderScalar(value)).toBe(`"${value}"`);
    expect(renderScalar(value, "flow")).toBe(`"${value}"`);
  });

  it("quotes a date with a time", () => {
    expect(renderScalar("2025-05-01 23:10:00 +0900")).toBe('"2025-05-01 23:10:00 +0900"');
  });

  it("quotes commas, brackets and colons between the brackets of a list", () => {
    expect(renderScalar("a, b", "flow")).toBe('"a, b"');
    expect(renderScalar("a]", "flow")).toBe('"a]"');
    expect(renderScalar("a:b", "flow")).toBe('"a:b"');
    expect(renderScalar("자바/스프링", "flow")).toBe("자바/스프링");
  });

  const awkward = fc
    .array(
      fc.constantFrom(
        ...": # - , [ ] { } ' \" \\ & * ! | > ? % @ ` ~ = < . + _ 0 1 9 e x a 가 각".split(" "),
        " ",
        "\t",
        "\n",
        "\u0085",
        "\u2028",
        "\ufeff",
        "\ud83d",
        "😀",
      ),
    )
    .map((pieces) => pieces.join(""));
  const word = fc.constantFrom(
    "yes",
    "NO",
    "null",
    "0o7",
    "0b1",
    "1e5",
    "2025-05-01",
    "12:30:45",
    ".inf",
    "<<",
    "---",
    "...",
    "- a",
    "? a",
    "a: b",
  );
  const value = fc.oneof(awkward, word, fc.string({ unit: "binary" }));

  it.each([
    ["as needed", (text: string) => renderScalar(text)],
    ["in double quotes", renderDoubleQuoted],
    ["in single quotes", renderSingleQuoted],
  ])("is read back as the same text by every reader: %s", (_, render) => {
    fc.assert(
      fc.property(value, (text) => {
        const line = `title: ${render(text)}`;
        expect(readFrontMatter(`---\n${line}\n---\n`).data.get("title")).toBe(text);
        expect(parse(line)).toEqual({ title: text });
        expect(parse(line, { version: "1.1" })).toEqual({ title: text });
      }),
      { numRuns: 1000 },
    );
  });

  it("is read back as the same text in a list", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (texts) => {
        const flow = `k: [${texts.map((text) => renderScalar(text, "flow")).join(", ")}]`;
        const block = `k:\n${texts.map((text) => `- ${renderScalar(text)}\n`).join("")}`;
        for (const yaml of [flow, block]) {
          expect(readFrontMatter(`---\n${yaml}\n---\n`).data.get("k")).toEqual(texts);
          expect(parse(yaml, { version: "1.1" })).toEqual({ k: texts });
        }
      }),
      { numRuns: 500 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/core/text/decode.ts";
import { applyEdits } from "../../../src/core/text/edit.ts";
import { linkedTitle, renderLinkedTitle } from "../../../src/core/text/linkedTitle.ts";
import { nameKey, nfc } from "../../../src/core/text/nfc.ts";
import { withParticle } from "../../../src/core/text/particle.ts";

describe("withParticle", () => {
  it.each([
    ["토막글", "을/를", "토막글을"],
    ["회고", "을/를", "회고를"],
    ["서울", "으로/로", "서울로"],
    ["폴더", "이/가", "폴더가"],
    ["달", "은/는", "달은"],
  ] as const)("%s %s", (word, particle, expected) => {
    expect(withParticle(word, particle)).toBe(expected);
  });

  it("leaves the empty word alone", () => {
    expect(withParticle("", "을/를")).toBe("");
  });
});

describe("applyEdits", () => {
  it("replaces, inserts and deletes by the offsets of the text before, in any order", () => {
    const edits = [
      { start: 6, end: 6, newText: "!" },
      { start: 0, end: 1, newText: "가" },
      { start: 2, end: 4, newText: "" },
    ];
    expect(applyEdits("abcdef", edits)).toBe("가bef!");
  });

  it("keeps insertions at one place in their order", () => {
    const edits = ["하나", "둘"].map((newText) => ({ start: 1, end: 1, newText }));
    expect(applyEdits("ab", edits)).toBe("a하나둘b");
  });

  it.each([
    [
      [
        { start: 0, end: 2 },
        { start: 1, end: 3 },
      ],
    ],
    [[{ start: 0, end: 9 }]],
    [[{ start: 2, end: 1 }]],
    [[{ start: -1, end: 1 }]],
  ])("refuses %j", (ranges) => {
    expect(() =>
      applyEdits(
        "abc",
        ranges.map((range) => ({ ...range, newText: "" })),
      ),
    ).toThrow(RangeError);
  });
});

describe("decodeText", () => {
  const utf8 = new TextEncoder();

  it("keeps a byte order mark, so that offsets are those of the file", () => {
    expect(decodeText(utf8.encode("\uFEFF글"))).toEqual({ text: "\uFEFF글", faithful: true });
  });

  it("says that CP949 is no UTF-8, and still gives the Latin letters", () => {
    // "한글 ok" in CP949
    const { text, faithful } = decodeText(Uint8Array.of(0xc7, 0xd1, 0xb1, 0xdb, 0x20, 0x6f, 0x6b));
    expect(faithful).toBe(false);
    expect(text).toContain(" ok");
  });

  it("gives back every text", () => {
    const wellFormed = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(decodeText(utf8.encode(text))).toEqual({ text, faithful: true });
      }),
    );
  });
});

describe("linkedTitle", () => {
  it.each([
    ["[제목](https://a.kr/x)", "제목", "https://a.kr/x"],
    ["[제목](https://ko.wikipedia.org/wiki/한글_(문자))", "제목", "https://ko.wikipedia.org/wiki/한글_(문자)"],
    ["[배열[0]의 뜻](https://a.kr)", "배열[0]의 뜻", "https://a.kr"],
    ["[f(x)](g) 읽기](https://a.kr)", "[f(x)](g) 읽기](https://a.kr)", undefined],
    ["[여는 \\[ 괄호](https://a.kr)", "여는 [ 괄호", "https://a.kr"],
    ["[빈 칸](<https://a.kr/a b>)", "빈 칸", "https://a.kr/a b"],
    ["[빈 칸](https://a.kr/a b)", "[빈 칸](https://a.kr/a b)", undefined],
    ["[하나](https://a.kr) [둘](https://b.kr)", "[하나](https://a.kr) [둘](https://b.kr)", undefined],
    ["[](https://a.kr)", "[](https://a.kr)", undefined],
    ["[파일](../a.md)", "[파일](../a.md)", undefined],
    ["[위험](javascript:alert(1))", "[위험](javascript:alert(1))", undefined],
    ["글 [제목](https://a.kr)", "글 [제목](https://a.kr)", undefined],
    ["[백준] 1000번", "[백준] 1000번", undefined],
    ["", "", undefined],
  ])("%s", (text, title, link) => {
    expect(linkedTitle(text)).toEqual(link === undefined ? { title } : { title, link });
  });

  it("composes Hangul", () => {
    expect(linkedTitle("제목".normalize("NFD"))).toEqual({ title: "제목" });
    expect(linkedTitle("[제목](https://a.kr)".normalize("NFD"))).toEqual({ title: "제목", link: "https://a.kr" });
  });

  it("reads back every title with a link that was rendered", () => {
    const title = fc.string({ unit: fc.constantFrom("가", "a", " ", "[", "]", "(", ")", "*", "`"), minLength: 1 });
    const address = fc
      .string({ unit: fc.constantFrom("a", "/", "(", ")", "?", "#", "한", " ", "["), maxLength: 12 })
      .map((rest) => `https://a.kr/${rest}`);
    fc.assert(
      fc.property(title, address, (text, link) => {
        expect(linkedTitle(renderLinkedTitle({ title: text, link }))).toEqual({ title: text, link });
      }),
    );
  });
});

describe("names", () => {
  it("are one name in any normalisation and letter case", () => {
    expect(nameKey("TIL-토막글.MD")).toBe(nameKey("til-토막글.md".normalize("NFD")));
    expect(nameKey("가.md")).not.toBe(nameKey("각.md"));
  });

  it("compose to the same text", () => {
    expect(nfc("막".normalize("NFD"))).toBe("막");
  });
});

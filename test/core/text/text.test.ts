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
    expect(decodeText(utf8.encode("\uFEFF글"))).toEqual({ text: "\uFEFF글", faithful: true, encoding: "utf-8" });
  });

  // Some Korean notes in CP949: "한글 ok", and a heading with a list.
  const HANGUL = [0xc7, 0xd1, 0xb1, 0xdb];
  const ascii = (text: string): number[] => [...utf8.encode(text)];

  it.each([
    ["CP949", [...HANGUL, ...ascii(" ok")], "한글 ok", "euc-kr"],
    ["CP949 in Markdown", [...ascii("# "), ...HANGUL, ...ascii("\r\n- "), ...HANGUL], "# 한글\r\n- 한글", "euc-kr"],
    ["CP949 beyond EUC-KR", [0x8c, 0x63, ...HANGUL, 0x81, 0x41, 0xc6, 0x52], "똠한글갂힣", "euc-kr"],
    ["CP949 that is cut", [...HANGUL, 0xc7], "한글\uFFFD", "euc-kr"],
    ["UTF-8 that is cut", ascii("한글").slice(0, -1), "한\uFFFD", "damaged"],
    ["UTF-8 with a wrong byte", [...ascii("한글 노트"), 0xff, ...ascii("한글")], "한글 노트\uFFFD한글", "damaged"],
    ["UTF-16 with its mark", [0xff, 0xfe, 0x00, 0xae], "\uFEFF글", "utf-16le"],
    ["UTF-16 the other way round", [0xfe, 0xff, 0xae, 0x00], "\uFEFF글", "utf-16be"],
    ["UTF-16 without a mark", [0x23, 0, 0x20, 0, 0x00, 0xae, 0x0a, 0, 0x2d, 0, 0x20, 0], "# 글\n- ", "utf-16le"],
    ["UTF-16 that is cut", [0xff, 0xfe, 0x00, 0xae, 0x61], "\uFEFF글\uFFFD", "utf-16le"],
  ])("reads %s, and says that it may not be written", (_, bytes, text, encoding) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ text, faithful: false, encoding });
  });

  it("takes any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { text, faithful } = decodeText(bytes);
        if (faithful) expect(utf8.encode(text)).toEqual(bytes);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives back every text", () => {
    // Zero bytes are taken for UTF-16: no one types them.
    const wellFormed = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0"));
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(decodeText(utf8.encode(text))).toEqual({ text, faithful: true, encoding: "utf-8" });
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

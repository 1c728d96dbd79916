import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkNotePath, isMarkdownName, numberedPath, slugOf } from "../../../src/core/note/fileName.ts";

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** What a part of a path must be to exist on Windows, macOS and Linux. */
function isLegalName(name: string): boolean {
  if (name === "" || name === "." || name === ".." || bytes(name) > 255) return false;
  if (/[\u0000-\u001f\u007f<>:"/\\|?*]|\p{Cs}/u.test(name) || /[. ]$/.test(name)) return false;
  return !/^(?:con|prn|aux|nul|com\d|lpt\d|com[¹²³]|lpt[¹²³])\s*(?:\.|$)/i.test(name);
}

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom("가", "a", ".", " ", "-", "/", "\\", ":", "~", "\0", "👨‍👩‍👧‍👦", "ᄀ", "\ud800", "’"),
  }),
  fc.constantFrom(
    "con",
    "CON.b",
    "nul .x",
    "com1",
    "LPT¹",
    "..",
    ".",
    "",
    "~",
    "~/a",
    "c:",
    "/etc",
    "C:\\a",
    "한글".normalize("NFD"),
  ),
  fc.tuple(fc.constantFrom("가", "👨‍👩‍👧‍👦", "con.", "a "), fc.nat(5000)).map(([text, count]) => text.repeat(count)),
);

describe("slugOf", () => {
  it.each([
    ["redis 만료키 삭제", "redis-만료키-삭제"],
    ['왜 "a/b\\c" 인가? <T> | * :', "왜-a-b-c-인가-T"],
    ["  앞뒤 공백  ", "앞뒤-공백"],
    ["...점으로 시작.", "점으로-시작"],
    ["-- 하이픈 --", "하이픈"],
    ["C++과 C#", "C++과-C#"],
    ["줄\n바꿈\t탭\0널", "줄-바꿈-탭-널"],
    ["한글".normalize("NFD"), "한글"],
    ["", "제목-없음"],
    ["???", "제목-없음"],
    ["..", "제목-없음"],
    ["../../etc/passwd", "etc-passwd"],
    ["제목 2", "제목-2"],
  ])("%j → %s", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it("cuts a long title between characters, within 180 bytes", () => {
    expect(slugOf("가".repeat(5000))).toBe("가".repeat(60));
    const flags = slugOf("🇰🇷".repeat(500));
    expect(flags).toBe("🇰🇷".repeat(22));
    expect(bytes(flags)).toBeLessThanOrEqual(180);
  });

  it("is a legal name of one part for any title, and stays as it is", () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const slug = slugOf(title);
        expect(bytes(slug)).toBeLessThanOrEqual(180);
        expect(isLegalName(`2025-05-01-${slug}.md`)).toBe(true);
        expect(slug).toBe(slug.normalize("NFC"));
        expect(slugOf(slug)).toBe(slug);
      }),
      { numRuns: 500 },
    );
  });
});

describe("checkNotePath", () => {
  it.each([
    ["TIL/2025/05/글.md", "TIL/2025/05/글.md"],
    ["TIL\\2025\\글.md", "TIL/2025/글.md"],
    ["./TIL//글.md", "TIL/글.md"],
    ["_drafts/2025-05-회고.md", "_drafts/2025-05-회고.md"],
    ["con/aux.md", "_con/_aux.md"],
    ["NUL.tar/a.markdown", "_NUL.tar/a.markdown"],
    ["con .x/a.md", "_con .x/a.md"],
    ["폴더. /글 .md", "폴더/글.md"],
    ["가:나/다?.md", "가-나/다-.md"],
    [".md", "-.md"],
    ["~제목.md", "~제목.md"],
    [`${"글".normalize("NFD")}.md`, "글.md"],
  ])("%j → %s", (rendered, path) => {
    expect(checkNotePath(rendered)).toEqual({ ok: true, path });
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["./.", "empty"],
    ["../글.md", "outside"],
    ["TIL/../../글.md", "outside"],
    ["TIL\\..\\..\\글.md", "outside"],
    ["/etc/글.md", "outside"],
    ["\\\\server\\글.md", "outside"],
    ["C:\\글.md", "outside"],
    ["c:글.md", "outside"],
    ["~/글.md", "outside"],
    ["글.txt", "not-markdown"],
    ["글.md/", "글.md"],
    ["TIL/글", "not-markdown"],
  ])("%j is %s", (rendered, outcome) => {
    const checked = checkNotePath(rendered);
    expect(checked.ok ? checked.path : checked.problem.reason).toBe(outcome);
  });

  it("keeps every title inside the notebook, as legal names of at most 255 bytes, and changes nothing twice", () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom("", "TIL/", "TIL/2025-05-"),
        fc.constantFrom(".md", ".markdown"),
        (title, before, extension) => {
          const checked = checkNotePath(`${before}${slugOf(title)}${extension}`);
          expect(checked.ok).toBe(true);
          if (!checked.ok) return;
          expect(checked.path.split("/").every(isLegalName)).toBe(true);
          expect(checkNotePath(checked.path)).toEqual(checked);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("makes legal names of any path that it does not refuse, and changes nothing twice", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (parts) => {
        const checked = checkNotePath(`${parts.join("/")}.md`);
        if (!checked.ok) return;
        expect(checked.path.split("/").filter((part) => !isLegalName(part))).toEqual([]);
        expect(checkNotePath(checked.path)).toEqual(checked);
      }),
      { numRuns: 500 },
    );
  });
});

describe("numberedPath", () => {
  it("puts the number before the extension", () => {
    expect(numberedPath("TIL/글.md", 2)).toBe("TIL/글-2.md");
    expect(numberedPath("v1.2/글.markdown", 10)).toBe("v1.2/글-10.markdown");
  });

  it("puts the number behind the folder of a bundle", () => {
    expect(numberedPath("content/posts/v1.2/index.md", 2)).toBe("content/posts/v1.2-2/index.md");
    expect(numberedPath("index.md", 2)).toBe("index-2.md");
    expect(numberedPath(`${"가".repeat(85)}/index.md`, 2)).toBe(`${"가".repeat(84)}-2/index.md`);
  });

  it("stays within 255 bytes, of whole characters", () => {
    const path = numberedPath(`TIL/${"👨‍👩‍👧‍👦".repeat(10)}.md`, 12);
    expect(path).toBe(`TIL/${"👨‍👩‍👧‍👦".repeat(9)}-12.md`);
  });
});

it("tells Markdown by its extension", () => {
  expect(["a.md", "a.MD", "a.markdown", "a.mdx", "md", "a.md.bak", "a.mdxx"].map(isMarkdownName)).toEqual([
    ...[true, true, true, true],
    ...[false, false, false],
  ]);
});

import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../src/core/note/frontMatter/read.ts";
import { readTags } from "../../../src/core/note/frontMatter/tags.ts";
import { tagProposals } from "../../../src/core/notebook/tagProposals.ts";
import { applyEdits } from "../../../src/core/text/edit.ts";

const TAGS = ["자바", "자바/스프링", "Clean Code", "스프링", "k8s", "C#", "2025", "카프카"];
const counts = TAGS.map((tag, index) => ({ tag, count: TAGS.length - index }));

/** What is proposed at `^`. */
function proposed(marked: string, isAsked = true) {
  const text = marked.replace("^", "");
  return { text, found: tagProposals({ text, offset: marked.indexOf("^"), inlineTags: true, isAsked }, counts) };
}

/** The text with the proposal taken. */
function taken(marked: string, tag: string): string {
  const { text, found } = proposed(marked);
  const proposal = found?.proposals.find((other) => other.tag === tag);
  if (found === undefined || proposal === undefined) return "not proposed";
  return applyEdits(text, [{ start: found.start, end: found.end, newText: proposal.text }]);
}

const names = (marked: string, isAsked = true) => proposed(marked, isAsked).found?.proposals.map(({ tag }) => tag);

const yaml = (lines: string): string => `---\ntitle: 글\n${lines}\n---\n\n글\n`;
const toml = (lines: string): string => `+++\ntitle = "글"\n${lines}\n+++\n\n글\n`;

describe("proposals in front matter", () => {
  it.each<[string, string, string]>([
    ["tags: [^]", "자바", "tags: [자바]"],
    ["tags: [자^]", "자바", "tags: [자바]"],
    ["tags: [^", "스프링", "tags: [스프링"],
    ["tags: [회고, ㅅㅍ^]", "스프링", "tags: [회고, 스프링]"],
    ["tags: [회고, 스프ㄹ^, b] # c", "스프링", "tags: [회고, 스프링, b] # c"],
    ["tags: [회고,^]", "C#", "tags: [회고,C#]"],
    ['tags: ["자^"]', "자바/스프링", 'tags: ["자바/스프링"]'],
    ['tags: ["회고", "자^]', "자바", 'tags: ["회고", "자바"'],
    ["tags: ['^']", "2025", "tags: ['2025']"],
    ["tags: [2^]", "2025", 'tags: ["2025"]'],
    ["tag   : ^", "자바", "tag   : 자바"],
    ["tag: ^", "Clean Code", "tag: [Clean Code]"],
    ["tags: ^ # c", "자바", "tags: 자바 # c"],
    ["tags: 회고 스^", "스프링", "tags: 회고 스프링"],
    ["tags: 회고, cl^", "Clean Code", "tags: 회고, Clean Code"],
    ["tags: '회고, 스^'", "스프링", "tags: '회고, 스프링'"],
    ["tags:\n  - 회고\n  - 스^", "스프링", "tags:\n  - 회고\n  - 스프링"],
    ["tags:\n- ^\n- b", "카프카", "tags:\n- 카프카\n- b"],
    ["tags: # c\n\n  # d\n  - '카^'\nb: c", "카프카", "tags: # c\n\n  # d\n  - '카프카'\nb: c"],
    ["tags: [\n  회고, # c\n  카^\n]", "카프카", "tags: [\n  회고, # c\n  카프카\n]"],
  ])("%s takes %s", (before, tag, after) => {
    expect(taken(yaml(before), tag)).toBe(yaml(after));
  });

  it.each<[string, string, string]>([
    ["tags = [^]", "자바", 'tags = ["자바"]'],
    ["tags = ['회고', \"스^\"]", "스프링", "tags = ['회고', \"스프링\"]"],
    ["tags = ['^']", "C#", "tags = ['C#']"],
    ["tags = ^", "자바", 'tags = "자바"'],
    ["tags = [\n  '회고',\n  스^\n]", "스프링", "tags = [\n  '회고',\n  \"스프링\"\n]"],
  ])("in TOML %s takes %s", (before, tag, after) => {
    expect(taken(toml(before), tag)).toBe(toml(after));
  });

  it("are read back as the tag that was chosen", () => {
    for (const before of [
      "tags: [b, ^]",
      "tags: ['^', b]",
      "tags:\n  - b\n  - ^",
      "tags: b, ^",
      'tags: "b, ^"',
      "tags: ^",
    ]) {
      const offered = names(yaml(before)) ?? [];
      expect(offered.length).toBeGreaterThan(4);
      for (const tag of offered) expect(readTags(readFrontMatter(taken(yaml(before), tag))), before).toContain(tag);
    }
  });

  it("are the most used first, without those the note has", () => {
    expect(names(yaml("tags: [자바, ^]"))).toEqual(TAGS.slice(1));
    expect(names(yaml("tags: [ㅋ^]"))).toEqual(["카프카"]);
    expect(names(yaml("tags: [k8^, 자바]"))).toEqual(["k8s"]);
  });

  it("are none where a quote or a space would be needed and cannot stand", () => {
    expect(names(yaml("tags: 회고 ^"))).toEqual(["자바", "자바/스프링", "스프링", "k8s", "C#", "카프카"]);
  });

  it.each([
    ["another key", yaml("category: ^")],
    ["a list of another key", yaml("tags: [a]\ncategories:\n  - ^")],
    ["a comment", yaml("tags: [a] # ^")],
    ["a comment in a list", yaml("tags:\n  - a # ^")],
    ["the key", yaml("ta^gs: [a]")],
    ["behind the list", yaml("tags: [a] ^")],
    ["the body", `${yaml("tags: [a]")}tags: [^]\n`],
  ])("are none in %s", (_, marked) => {
    expect(names(marked)).toBe(undefined);
  });
});

describe("proposals after #", () => {
  it.each<[string, string, string]>([
    ["- 글 #^\n", "자바", "- 글 #자바\n"],
    ["- 글 #ㅅㅍㄹ^\n", "스프링", "- 글 #스프링\n"],
    ["- 글 #자바/^스 뒤\n", "자바/스프링", "- 글 #자바/스프링 뒤\n"],
    ["#회고 #카^\n", "카프카", "#회고 #카프카\n"],
    ["#카^\n", "카프카", "#카프카\n"],
    ["---\ntags: [a]\n---\n글 #k^\n", "k8s", "---\ntags: [a]\n---\n글 #k8s\n"],
    ["글 `a` #k^\n", "k8s", "글 `a` #k8s\n"],
  ])("%s takes %s", (before, tag, after) => {
    expect(taken(before, tag)).toBe(after);
  });

  it("are only what a text shows as a tag", () => {
    expect(names("글 #^\n")).toEqual(["자바", "자바/스프링", "스프링", "k8s", "카프카"]);
  });

  it("leave a # alone that may become a heading, until they are asked for", () => {
    expect(names("#^\n", false)).toBe(undefined);
    expect(names("- #^\n", false)?.length).toBeGreaterThan(0);
    expect(names("#^\n", true)?.length).toBeGreaterThan(0);
    expect(names("#자^\n", false)).toEqual(["자바", "자바/스프링"]);
  });

  it.each([
    ["a heading", "# ^\n"],
    ["a lower heading", "##^\n"],
    ["a colour", "글 #fff^\n"],
    ["a style", "color: #^\n"],
    ["a number", "글 #12^\n"],
    ["a fence", "```\n글 #^\n```\n"],
    ["code in a line", "글 `a #^` b\n"],
    ["code that is still open", "글 `a #^\n"],
    ["indented code", "글\n\n    a #^\n"],
    ["a link", "[글](#^)\n"],
    ["a word", "C#^\n"],
  ])("are none in %s", (_, marked) => {
    expect(names(marked)).toBe(undefined);
  });
});

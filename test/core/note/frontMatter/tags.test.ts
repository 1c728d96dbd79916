import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../../src/core/note/frontMatter/read.ts";
import { normalizeTag, readTags, sameTag } from "../../../../src/core/note/frontMatter/tags.ts";

const tagsIn = (content: string) => readTags(readFrontMatter(`---\n${content}\n---\n`));

describe("readTags", () => {
  it.each([
    ["a flow list", "tags: [경제, 독서]", ["경제", "독서"]],
    ["a block list", "tags:\n  - a\n  - b c", ["a", "b c"]],
    ["a list at the margin", "tags:\n- a\n- b", ["a", "b"]],
    ["commas", "tags: a b, c , ,d", ["a b", "c", "d"]],
    ["spaces, as Jekyll", "tags: a  b c", ["a", "b", "c"]],
    ["one scalar", "tags: a", ["a"]],
    ["nothing", "tags:", []],
    ["null", "tags: null", []],
    ["an empty list", "tags: []", []],
    ["null in a list", "tags: [~, a]", ["a"]],
    ["numbers as text", "tags: [2024, 1.10, 007]", ["2024", "1.10", "007"]],
    ["hashes", 'tags: ["#a", "##b", "# c"]', ["a", "b", "c"]],
    ["nesting", "tags: [자바/스프링]", ["자바/스프링"]],
    ["duplicates", "tags: [a, a, A]", ["a", "A"]],
    ["an NFD twin", `tags: [가, ${"가".normalize("NFD")}]`, ["가"]],
    ["`tag`", "tag: [a]", ["a"]],
    ["any letter case", "Tags: [a]\nTAG: b", ["a", "b"]],
    ["a list in a list", "tags: [[a, b]]", ["a", "b"]],
    ["a mapping", "tags:\n  a: b", []],
    ["no tags", "categories: [a]", []],
  ])("reads %s", (_, content, tags) => {
    expect(tagsIn(content)).toEqual(tags);
  });

  it("reads a TOML array", () => {
    expect(readTags(readFrontMatter('+++\ntags = ["a", "#b", 3]\n+++\n'))).toEqual(["a", "b", "3"]);
  });

  it("reads the tags that Zola has in a table", () => {
    expect(readTags(readFrontMatter('+++\ntitle = "a"\n[taxonomies]\ntags = ["a", "b"]\n+++\n'))).toEqual(["a", "b"]);
    expect(tagsIn("extra:\n  tags: [a]\n  image: b")).toEqual(["a"]);
    expect(tagsIn("other:\n  tags: [a]")).toEqual([]);
  });

  it("reads the tags of broken YAML where they stand in a line of their own", () => {
    expect(tagsIn("title: a: b\ntags: [a, b]")).toEqual(["a", "b"]);
  });
});

describe("sameTag", () => {
  it.each([
    ["K8S", "k8s", true],
    ["#스프링", "스프링", true],
    ["가", "가".normalize("NFD"), true],
    ["open-source", "opensource", false],
    ["a/b", "a", false],
  ])("%s and %s: %s", (a, b, same) => {
    expect(sameTag(a, b)).toBe(same);
  });
});

describe("normalizeTag", () => {
  it.each(["# #a ", "##", " # ", "가".normalize("NFD"), "a b", "\u3000#\u00a0x"])(
    "leaves its own results alone: %j",
    (tag) => {
      const once = normalizeTag(tag);
      expect(normalizeTag(once)).toBe(once);
    },
  );
});

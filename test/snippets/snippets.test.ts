import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { expandSnippet } from "./expand.ts";

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const SNIPPETS: Readonly<Record<string, Snippet>> = JSON.parse(
  readFileSync(new URL("../../snippets/markdown.json", import.meta.url), "utf8"),
);

const entries = Object.entries(SNIPPETS);

const VARIABLES = {
  CURRENT_YEAR: "2026",
  CURRENT_MONTH: "07",
  CURRENT_DATE: "01",
  CURRENT_HOUR: "23",
  CURRENT_MINUTE: "10",
  CURRENT_SECOND: "05",
  CURRENT_TIMEZONE_OFFSET: "+09:00",
  CLIPBOARD: "https://redis.io/docs/latest/",
};

function expand(name: string, variables: Readonly<Record<string, string>> = VARIABLES): string {
  const snippet = SNIPPETS[name];
  if (snippet === undefined) throw new Error(`no snippet ${name}`);
  return expandSnippet(snippet.body.join("\n"), variables).text;
}

/** The text between the two `---` lines a snippet begins with. */
function frontMatterOf(text: string): string {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (match?.[1] === undefined) throw new Error("no front matter");
  return match[1];
}

describe("markdown snippets", () => {
  it("cover every form of writing the product promises", () => {
    const prefixes = new Set(entries.flatMap(([, { prefix }]) => prefix));
    for (const form of ["토막글", "til", "tillink", "출처", "kpt", "세션", "시리즈", "책", "chirpy", "hugo"]) {
      expect(prefixes).toContain(form);
    }
  });

  it.each(entries)("%s is found by a Hangul and by an ASCII prefix, and described in Korean", (_, snippet) => {
    expect(snippet.prefix.some((prefix) => /^[가-힣]+$/.test(prefix))).toBe(true);
    expect(snippet.prefix.some((prefix) => /^[a-z]+$/.test(prefix))).toBe(true);
    // A prefix is matched against one word before the cursor: a space in it would never match.
    for (const prefix of snippet.prefix) expect(prefix).toMatch(/^(?:[가-힣]+|[a-z]+)$/);
    expect(snippet.description).toMatch(/[가-힣]/);
  });

  it("share no prefix", () => {
    const prefixes = entries.flatMap(([, { prefix }]) => prefix);
    expect(prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index)).toEqual([]);
  });

  it("are written in NFC", () => {
    const text = JSON.stringify(SNIPPETS);
    expect(text).toBe(text.normalize("NFC"));
  });

  it.each(entries)("%s has tab stops 1, 2, 3 … in reading order and ends at $0", (_, snippet) => {
    const { stops } = expandSnippet(snippet.body.join("\n"), VARIABLES);
    // A stop that is repeated is filled in with the first.
    const numbered = [...new Set(stops.slice(0, -1))];
    expect(stops.at(-1)).toBe(0);
    expect(numbered.length).toBeGreaterThan(0);
    expect(numbered).toEqual(numbered.map((_stop, index) => index + 1));
  });

  it("date Jekyll front matter with an offset without a colon, Hugo's in RFC 3339", () => {
    for (const name of ["토막글 노트", "TIL 노트", "글 머리말 (Jekyll Chirpy)"]) {
      expect(frontMatterOf(expand(name))).toMatch(/^date: 2026-07-01 23:10:05 \+0900$/m);
    }
    expect(frontMatterOf(expand("글 머리말 (Hugo)"))).toMatch(/^date: 2026-07-01T23:10:05\+09:00$/m);
  });

  it.each(entries.filter(([, { body }]) => body[0] === "---"))("%s is front matter a YAML parser accepts", (name) => {
    const fields: unknown = parse(frontMatterOf(expand(name)));
    expect(fields).toMatchObject({ title: expect.any(String), categories: expect.any(Array), tags: [] });
  });

  it.each([
    ["출처", "- 출처: [제목](https://redis.io/docs/latest/)", "- 출처: [제목]()"],
    ["TIL (링크)", "**[제목](https://redis.io/docs/latest/)**", "**[제목]()**"],
    ["TIL 노트", "link: https://redis.io/docs/latest/\n", "link: \n"],
  ])("%s takes the clipboard's address, and nothing from a clipboard that holds none", (name, withAddress, without) => {
    expect(expand(name)).toContain(withAddress);
    expect(expand(name, { ...VARIABLES, CLIPBOARD: "\nhttps://redis.io/docs/latest/ \n" })).toContain(withAddress);
    expect(expand(name, { ...VARIABLES, CLIPBOARD: "복사한 문장\nhttps://redis.io 그리고" })).toContain(without);
  });

  it("a part of a series has its number in the headings below as well", () => {
    const { stops } = expandSnippet(SNIPPETS["시리즈 글"]?.body.join("\n") ?? "", VARIABLES);
    expect(stops.filter((stop) => stop === 1)).toHaveLength(2);
    expect(expand("시리즈 글")).toMatch(/^## 61\. 제목\n\n- 출처: \[제목\]\(https:/);
  });

  it("a conference session is headed the way such notes are", () => {
    expect(expand("컨퍼런스 세션").split("\n")[0]).toBe("## [14:00 ~ 14:45 트랙 A] 제목");
  });
});

describe("expandSnippet", () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are snippet bodies
  it.each(["${1:제목", "${CURRENT_YER}", "$", "${}", "${CLIPBOARD/a/b}"])("refuses %s", (body) => {
    expect(() => expandSnippet(body, VARIABLES)).toThrow(SyntaxError);
  });
});

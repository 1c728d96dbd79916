import fc from "fast-check";
import { expect, it } from "vitest";
import { comparableLines, compiledAgain, readPost } from "../../support/importPost.ts";

type Markup = "bold" | "underscores" | "heading" | "plain";

interface Entry {
  readonly title: string;
  readonly link?: string | undefined;
  readonly body: readonly string[];
}

const word = fc.constantFrom(
  "락",
  "인덱스",
  "`useEffect`",
  "[1/2]",
  "C#",
  "🎉",
  "카프카(Kafka)",
  "vs",
  "12",
  "왜?",
  "__init__",
  "&",
  "토막글",
  "TIL",
);
const title = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `글 ${words.join(" ")}`);
const link = fc.option(
  fc.constantFrom("https://a.kr/b", "https://ko.wikipedia.org/wiki/락_(컴퓨터)", "http://a.kr/?q=가#b"),
  { nil: undefined },
);

const line = fc.constantFrom(
  "- 하나",
  "- **굵은 말**과 [링크](https://a.kr)",
  "* 별표",
  "  - 안쪽",
  "    * 더 안쪽  ",
  "",
  "> 인용",
  "1. 번호",
  "- `{{ x }}` {% raw %}",
);
const code = fc.constantFrom(
  ["```md", "**굵은 줄**", "# 제목", "", "오늘의 토막글 3", "```"],
  ["~~~", "## 5월 TIL", "~~~"],
);
/** Starts with a list, which is what makes a bare line above it a title. */
const body = fc
  .array(fc.oneof({ weight: 5, arbitrary: line.map((text) => [text]) }, { weight: 1, arbitrary: code }), {
    maxLength: 6,
  })
  .map((parts) => ["- 첫 줄", ...parts.flat()]);

const tils = fc.array(fc.record({ title, link, body }), { maxLength: 5 });
const tomaks = fc
  .array(body, { maxLength: 4 })
  .map((bodies) => bodies.map((lines, index): Entry => ({ title: `오늘의 토막글 ${index + 1}`, body: lines })));

function marked(markup: Markup, { title, link }: Entry): string {
  const text = link === undefined ? title : `[${title}](${link})`;
  if (markup === "plain") return text;
  if (markup === "heading") return `### ${text}`;
  return markup === "bold" ? `**${text}**` : `__${text}__`;
}

function written(entries: readonly Entry[], markup: Markup, hasBlank: boolean): readonly string[] {
  return entries.flatMap((entry) => ["", marked(markup, entry), ...(hasBlank ? [""] : []), ...entry.body, ""]);
}

const markups = fc.constantFrom<Markup[]>("bold", "underscores", "heading", "plain");

it("a post comes apart into its entries and back, whatever its markup", async () => {
  const post = fc.record({
    tomaks,
    tils,
    tomakMarkup: markups,
    tilMarkup: markups,
    hasBlank: fc.boolean(),
    loose: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(post, fc.constantFrom("\n", "\r\n"), async (parts, eol) => {
      fc.pre(parts.tomaks.length + parts.tils.length > 0);
      // A bare title is told by the list below it; `__init__` within underscores is not.
      fc.pre(parts.tilMarkup !== "underscores" || !parts.tils.some((entry) => entry.title.includes("__")));
      const lists = [
        ...["## 5월 동안 쓴 토막글들", ...(parts.loose ? ["", "이번 달은 이랬다.", ""] : [])],
        ...written(parts.tomaks, parts.tomakMarkup, parts.hasBlank),
        ...["## 5월 동안 쓴 TIL", ...(parts.loose ? ["", "> 모아 둔 것", ""] : [])],
        ...written(parts.tils, parts.tilMarkup, parts.hasBlank),
      ];
      const source = `---\ntitle: 2025년 5월 회고\n---\n\n${lists.join("\n")}`.replaceAll("\n", eol);
      const read = readPost(source);

      const wanted = [...parts.tomaks, ...parts.tils];
      expect(read.entries.map(({ title, link }) => ({ title, link }))).toEqual(
        wanted.map(({ title, link }) => ({ title, link })),
      );
      expect(read.entries.map((entry) => comparableLines(entry.body))).toEqual(
        wanted.map((entry) => comparableLines(entry.body.join("\n"))),
      );
      expect(read.looseLines).toBe(parts.loose ? 2 : 0);

      const again = readPost(await compiledAgain(read));
      expect(
        again.entries.map(({ kind, number, title, link, body }) => ({
          kind,
          number,
          title,
          link,
          body: comparableLines(body),
        })),
      ).toEqual(
        read.entries.map(({ kind, number, title, link, body }) => ({
          kind,
          number,
          title,
          link,
          body: comparableLines(body),
        })),
      );
    }),
    { numRuns: 200 },
  );
});

it("no line of a list section is lost, whatever is written there", () => {
  const anyLine = fc.oneof(
    line,
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom(
      "**굵게**",
      "**[글](https://a.kr)**",
      "### 소제목",
      "오늘의 토막글 7",
      "**오늘의 토막글 8**",
      "문단",
      "---",
      "```",
      "<details>",
      "#### 넷",
    ),
  );
  const lines = fc.array(
    anyLine.map((text) => text.replace(/[\r\n]/g, " ")),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(lines, fc.constantFrom("토막글들", "TIL"), (section, name) => {
      const post = readPost(`---\ntitle: 2025년 5월 회고\n---\n## 5월 동안 쓴 ${name}\n\n${section.join("\n")}`);
      // A heading of the section's rank ends it.
      const wanted = section.findIndex((text) => /^ {0,3}#{1,2}(?:\s|$)/.test(text));
      fc.pre(wanted < 0);
      const groups = new Set(post.entries.flatMap(({ tags }) => tags)).size;
      const bodies = post.entries.reduce((sum, { body }) => sum + 1 + comparableLines(body).length, 0);
      const kept = post.looseLines + bodies + groups;
      expect(kept).toBe(comparableLines(section.join("\n")).length);
    }),
    { numRuns: 500 },
  );
});

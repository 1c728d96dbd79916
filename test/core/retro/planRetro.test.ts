import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseYearMonth, type YearMonth } from "../../../src/core/calendar/month.ts";
import { entryBody } from "../../../src/core/note/noteBody.ts";
import { planRetro } from "../../../src/core/retro/planRetro.ts";
import { describeWriteProblem } from "../../../src/core/write/problem.ts";
import { expectGolden } from "../../support/golden.ts";
import { addNote, memoryNotebook, type SettingValues } from "../../support/notebook.ts";
import { sampleFiles } from "../../support/sample.ts";

function month(text: string): YearMonth {
  const result = parseYearMonth(text);
  if (result === undefined) throw new RangeError(`no such month: ${text}`);
  return result;
}

const MAY = month("2025-05");

async function draft(
  files: Readonly<Record<string, string | Uint8Array | Error>>,
  values: SettingValues = {},
  of = MAY,
) {
  const plan = await planRetro(await memoryNotebook(files, values), of);
  if (plan.action !== "create") throw new Error(`not created: ${JSON.stringify(plan)}`);
  return plan.draft;
}

const golden = (name: string): URL => new URL(`golden/${name}.md`, import.meta.url);

const tomak = (number: number, date: string, body: string): Record<string, string> => ({
  [`토막글/${date}-토막글-${number}.md`]: `---\ntitle: 오늘의 토막글 ${number}\ndate: ${date} 23:00:00 +0900\n---\n\n${body}\n`,
});

const may = {
  ...tomak(10, "2025-05-01", "- 열 번째\n- 둘째 토막"),
  ...tomak(9, "2025-05-02", "- 아홉 번째\n  - 안쪽\n\n\n- 셋째 토막  \n- \n- "),
  ...tomak(8, "2025-04-30", "- 지난달"),
  "TIL/2025-05-02-락.md": "---\ntitle: 락 (lock)\nlink: https://ko.wikipedia.org/wiki/락_(컴퓨터)\n---\n\n- 락\n",
  "TIL/2025-05-02-락-2.md": "# 락-2\n\n```sql\n# 주석\n---\nSELECT 1;\n```\n",
  "세션/2025-05-10-다녀온-곳.md": "# 다녀온 곳\n\n## [14:00 ~ 14:45 트랙 F] 제목\n\n- 메모\n",
  "나중에.md": "날짜가 없는 글\n",
  "_posts/2025-05-20-발행한-글.md": "# 발행한 글\n",
};

describe("a month's draft", () => {
  it("of the sample notebook", async () => {
    const { path, text, cursor } = await draft(sampleFiles(), {}, month("2026-08"));
    expect(path).toBe("회고/2026-08-회고.md");
    expectGolden(text, golden("sample-2026-08"));
    expect(text.slice(0, cursor)).toMatch(/\n---\n\n$/);
  });

  it("in a plain folder", async () => {
    const { path, text } = await draft(may);
    expect(path).toBe("회고/2025-05-회고.md");
    expectGolden(text, golden("plain"));
  });

  it.each([
    ["jekyll", { "_config.yml": "" }, "_drafts/2025-05-회고.md"],
    ["hugo", { "hugo.toml": "" }, "content/posts/2025-05-회고.md"],
    [
      "hugo",
      { "config.toml": "", "archetypes/default.md": "", "content/blog/a.md": "" },
      "content/blog/2025-05-회고.md",
    ],
    ["plain", { "config.toml": "" }, "회고/2025-05-회고.md"],
    ["plain", { "sub/_config.yml": "" }, "회고/2025-05-회고.md"],
  ])("in a %s site, told by %j", async (site, files, expected) => {
    const { path, text } = await draft({ ...may, ...files });
    expect(path).toBe(expected);
    expectGolden(text, golden(site));
  });

  it("in the site and the place that the settings name", async () => {
    const values = { "retro.site": "hugo", "retro.path": "글/{{ year }}/{{ date }}.md" };
    const { path, text } = await draft({ ...may, "_config.yml": "" }, values);
    expect(path).toBe("글/2025/2025-05.md");
    expectGolden(text, golden("hugo"));
  });

  it("with the front matter that the settings add", async () => {
    const { text } = await draft(may, {
      "retro.title": "{{ year }}. {{ month_number }}: 돌아보기",
      "retro.categories": ["retrospect", "a, b"],
      "retro.tags": [],
      "retro.frontMatter": { mermaid: true, title: "무시", image: { path: "/a.png" }, pin: null, note: "yes: no" },
    });
    expectGolden(text, golden("front-matter"));
  });

  it("of imported notes, whose days are not known", async () => {
    const imported = (kind: string, title: string, order: number) =>
      `---\ntitle: ${title}\nmonth: 2025-05\norder: ${order}\ncategories: [${kind}]\ntags: []\n---\n\n- ${title}의 글\n`;
    const { text } = await draft({
      "TIL/2025-05-가.md": imported("TIL", "가", 10),
      "TIL/2025-05-나.md": imported("TIL", "나", 2),
      "토막글/2025-05-토막글-95.md": imported("토막글", "오늘의 토막글 95", 1),
    });
    expectGolden(text, golden("month-only"));
  });

  it("without notes of a kind has no section for it", async () => {
    const { text } = await draft({ "TIL/2025-05-02-a.md": "- 글\n" });
    expect(text.match(/^## .*$/gm)).toEqual([
      ...["## 5월에 해낸 것들", "## 5월에 아쉬웠던 것들", "## 5월을 돌아보며 배운 것들", "## 5월 동안 쓴 TIL"],
    ]);
  });

  it("is the same from notes in CRLF, with a BOM and with names in NFD", async () => {
    const { text } = await draft(may);
    const others = Object.entries(may).map(([path, content]) => [
      path.normalize("NFD"),
      `\uFEFF${content.replaceAll("\n", "\r\n")}`,
    ]);
    expect((await draft(Object.fromEntries(others))).text).toBe(text);
  });

  it("is made of the notebook's own template", async () => {
    const template =
      "# {{ title }}\n{% for section in sections %}{% for entry in section.entries %}{{ entry.heading }}|{{ entry.body | size }}\n{% endfor %}{% endfor %}";
    const { text } = await draft({ ...may, ".tomaknote/templates/retro.md": template });
    expect(text).toBe(`# 2025년 5월 회고
오늘의 토막글 9|26
오늘의 토막글 10|14
[락 (lock)](https://ko.wikipedia.org/wiki/락_(컴퓨터))|3
락-2|29
다녀온 곳|33
`);
  });

  it("closes a fence that a note left open, lest it swallow the entries below", async () => {
    const { text } = await draft({
      "TIL/2025-05-01-a.md": "- 글\n\n````js\nf();\n```\n",
      "TIL/2025-05-02-b.md": "- 안에서\n  ```\n  열린 울타리\n",
      "TIL/2025-05-03-c.md": "```\n닫은 울타리\n```\n",
    });
    expect(text.slice(text.indexOf("**a**"))).toBe(
      "**a**\n\n- 글\n\n````js\nf();\n```\n````\n\n**b**\n\n- 안에서\n  ```\n  열린 울타리\n\n**c**\n\n```\n닫은 울타리\n```\n",
    );
  });

  it("names a note that cannot be read and has all others", async () => {
    const { text } = await draft({
      ...may,
      "TIL/2025-05-03-closed.md": new Error("EACCES"),
      "TIL/2025-05-04-cp949.md": Uint8Array.of(0xc7, 0xd1),
      "TIL/2025-05-05-damaged.md": Uint8Array.of(0xed, 0x95, 0x9c, 0xff),
    });
    expect(text).toContain("**closed**\n\n(TIL/2025-05-03-closed.md: 파일을 읽을 수 없어요.");
    expect(text).toContain("**cp949**\n\n한\n");
    expect(text).toContain("(TIL/2025-05-05-damaged.md: UTF-8이 아니거나");
    expect(text).toContain("**락-2**\n\n```sql\n");
  });
});

describe("the same notes", () => {
  const files = Object.entries(sampleFiles());

  it("give the same bytes in any order of reading", async () => {
    const expected = (await draft(Object.fromEntries(files), {}, month("2026-08"))).text;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(files, { minLength: files.length }), async (shuffled) => {
        expect((await draft(Object.fromEntries(shuffled), {}, month("2026-08"))).text).toBe(expected);
      }),
      { numRuns: 15 },
    );
  });

  const line = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.constantFrom(
      "",
      "- 하나",
      "  - 안쪽",
      "```",
      "~~~",
      "# 제목",
      "## 5월 동안 쓴 TIL",
      "**굵은 줄**",
      "{{ cursor }}",
      "{% raw %}",
      "---",
      "- ",
    ),
  );
  const body = fc.array(line, { maxLength: 12 }).map((lines) => lines.join("\n"));

  it("lose no line", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 4 }), async (bodies) => {
        const notes = bodies.map((text, index) => [`TIL/2025-05-0${index + 1}-글.md`, `---\ntitle: 글\n---\n${text}`]);
        const { text: post } = await draft(Object.fromEntries(notes));
        // A heading moves below its section, and the line under an underlined one goes; what were several lines above it
        // are one then, with a space for a break that a backslash made.
        const isUnderlined = bodies.some((text) => /^\s*(?:-+|=+)\s*$/m.test(text));
        const says = (line: string): boolean =>
          /^\s*(?:-+|=+)\s*$/.test(line) ||
          [line, ...(isUnderlined ? [line.replace(/\\\s*$/, "")] : [])].some((text) =>
            post.includes(text.replace(/^\s{0,3}#+(?=\s)/, "").trim()),
          );
        const wanted = bodies.flatMap((text) => entryBody(text, "글").split("\n")).filter((text) => text.trim() !== "");
        expect(wanted.filter((text) => !says(text))).toEqual([]);
        // What entryBody leaves out is a heading that repeats the title, and bullets nobody filled in.
        const leftOut = bodies
          .flatMap((text) => text.split(/\r\n|\n|\r/))
          .filter((text) => text.trim() !== "" && !says(text));
        expect(leftOut.filter((text) => !/^\s{0,3}#\s+글\s*$|^[-*+]\s*$/.test(text))).toEqual([]);
      }),
      { examples: [[["\\\n!\n- \n!"]]] },
    );
  });
});

describe("a draft that is there", () => {
  const plan = async (files: Record<string, string>) => planRetro(await memoryNotebook(files), MAY);
  const missing = async (files: Record<string, string>) => {
    const found = await plan(files);
    if (found.action !== "update") throw new Error(found.action);
    return found.merge(files["회고/2025-05-회고.md"] ?? "").added;
  };

  it("lacks the notes written since", async () => {
    const notebook = await memoryNotebook(may);
    const made = await planRetro(notebook, MAY);
    if (made.action !== "create") throw new Error(made.action);
    expect(made.noteCount).toBe(5);
    addNote(notebook, made.draft.path, made.draft.text);
    notebook.files.put(made.base.path, made.base.text);
    const again = await planRetro(notebook, MAY);
    if (again.action !== "update") throw new Error(again.action);
    expect(again.path).toBe("회고/2025-05-회고.md");
    expect(again.merge(made.draft.text)).toMatchObject({ edits: [], added: [], deleted: [] });
    expect(again.baseFile(again.merge(made.draft.text)).text).toBe(again.rememberedText);
    addNote(notebook, "TIL/2025-05-31-새-글.md", "- 글\n");
    const later = await planRetro(notebook, MAY);
    expect(later.action === "update" && later.merge(made.draft.text).added).toEqual(["TIL/2025-05-31-새-글.md"]);
  });

  it.each([
    ["under its name, whatever its title", "회고/2025-05-회고.md", "아무 글\n"],
    ["in NFD", "회고/2025-05-회고.md".normalize("NFD"), "아무 글\n"],
    ["elsewhere, by its title", "_posts/2025-06-04-back.md", "---\ntitle: 2025년 5월 회고\n---\n"],
    ["dated in the next month, by its title and date", "_posts/2025-06-04-back.md", "---\ntitle: 5월 회고\n---\n"],
  ])("is found %s", async (_, path, text) => {
    expect(await plan({ ...may, [path]: text })).toMatchObject({ action: "update", path });
  });

  it.each([
    ["another month's", "_posts/2025-05-04-back.md", "---\ntitle: 4월 회고\n---\n"],
    ["a day's", "회고/2025-05-03.md", "---\ntitle: 5월 3일 회고\n---\n"],
    ["a week's", "회고/2025-05-11.md", "---\ntitle: 5월 2주차 회고\n---\n"],
    ["a year's", "회고/2025.md", "---\ntitle: 2025 회고\n---\n"],
  ])("is not taken for %s", async (_, path, text) => {
    expect(await plan({ ...may, [path]: text })).toMatchObject({ action: "create" });
  });

  it("has a note under any markup of its title", async () => {
    const draft =
      "### 오늘의 토막글 9\n\n__오늘의 토막글 10__\n\n**[락 (lock)](https://a.kr/b_(c))**\n\n[**락-2**](https://a.kr)\n\n다녀온 곳".normalize(
        "NFD",
      );
    expect(await missing({ ...may, "회고/2025-05-회고.md": draft })).toEqual([]);
    expect(await missing({ ...may, "회고/2025-05-회고.md": "오늘의 토막글 9에서 락-2까지" })).toHaveLength(5);
  });
});

describe("what cannot be made", () => {
  const problem = async (files: Record<string, string>, values: SettingValues = {}) => {
    const plan = await planRetro(await memoryNotebook({ ...may, ...files }, values), MAY);
    return plan.action === "refuse" ? plan.problem : undefined;
  };

  it("names the template and its line", async () => {
    const found = await problem({ ".tomaknote/templates/retro.md": "---\n\n{{ titel }}" });
    expect(found).toMatchObject({ reason: "template", template: "retro", line: 3 });
  });

  it.each([
    ["retro.path", "../{{ date }}.md", "outside"],
    ["retro.path", "{{ dat }}.md", "template"],
    ["retro.title", "{{ dat }}", "template"],
  ] as const)("names the setting %s", async (setting, value, reason) => {
    const found = await problem({}, { [setting]: value });
    expect(found).toMatchObject({ reason: "path", setting, problem: { reason } });
    expect(found && describeWriteProblem(found)).toContain(`tomaknote.${setting}`);
  });
});

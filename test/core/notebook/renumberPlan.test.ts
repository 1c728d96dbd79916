import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NotePath } from "../../../src/core/note/note.ts";
import { checkNumbers } from "../../../src/core/notebook/numberCheck.ts";
import { entriesInOrder } from "../../../src/core/notebook/numberedEntries.ts";
import { freeRenames, renumberedPath } from "../../../src/core/notebook/renumberNames.ts";
import { planRenumber, type RenumberChoice, type RenumberPlan } from "../../../src/core/notebook/renumberPlan.ts";
import { applyEdits } from "../../../src/core/text/edit.ts";
import { nameKey } from "../../../src/core/text/nfc.ts";
import { memoryNotebook } from "../../support/notebook.ts";

type Contents = Readonly<Record<NotePath, string>>;

/** Does what the editor does: texts, then names, in either order. A name that is taken fails the test. */
function applied(contents: Contents, plan: RenumberPlan): Contents {
  if (!plan.ok) throw new Error(`refused: ${plan.paths.join(", ")}`);
  const files = new Map(Object.entries(contents));
  const move = (from: NotePath, to: NotePath): void => {
    const text = files.get(from);
    if (text === undefined) throw new Error(`nothing to rename: ${from}`);
    files.delete(from);
    if ([...files.keys()].some((path) => nameKey(path) === nameKey(to))) throw new Error(`taken: ${to}`);
    files.set(to, text);
  };
  for (const { path, edits } of plan.files) files.set(path, applyEdits(files.get(path) ?? "", edits));
  for (const { from, to } of [...plan.renames].reverse()) move(from, to);
  for (const { from, to } of plan.renames) move(to, from);
  for (const { from, to } of plan.renames) move(from, to);
  return Object.fromEntries(files);
}

async function renumber(contents: Contents, choice: RenumberChoice): Promise<Contents> {
  return applied(contents, await planRenumber(await memoryNotebook(contents), choice));
}

const tomak = (number: number, more = "- 토막\n"): string =>
  `---\ntitle: 오늘의 토막글 ${number}\ntags: []\n---\n\n${more}`;

describe("planRenumber", () => {
  it("closes a gap and parts a repeat, in titles, names and the retros that quote them", async () => {
    const contents = {
      "토막글/2025-04-30-토막글-95.md": tomak(95, "어제의 오늘의 토막글 95를 다시 읽음. 95점.\n"),
      "토막글/2025-05-01-토막글-95.md": tomak(95),
      "토막글/2025-05-05-토막글-98.md": tomak(98),
      "회고/2025-04-회고.md": "# 2025년 4월 회고\n\n**오늘의 토막글 95**\n\n- 95점\n",
      "회고/2025-05-회고.md":
        "# 2025년 5월 회고\n\n오늘의 토막글 95는 좋았다.\n\n**[오늘의 토막글 95](https://a.kr/95)**\n\n- 오늘의 토막글 98\n\n### 오늘의 토막글 98 (비)\n\n```\n오늘의 토막글 98\n```\n\n**오늘의 토막글 98**  \n",
    };
    expect(await renumber(contents, { from: "토막글/2025-05-01-토막글-95.md" })).toEqual({
      "토막글/2025-04-30-토막글-95.md": contents["토막글/2025-04-30-토막글-95.md"],
      "토막글/2025-05-01-토막글-96.md": tomak(96),
      "토막글/2025-05-05-토막글-97.md": tomak(97),
      "회고/2025-04-회고.md": contents["회고/2025-04-회고.md"],
      // A title with a remark is that of no note here.
      "회고/2025-05-회고.md":
        "# 2025년 5월 회고\n\n오늘의 토막글 95는 좋았다.\n\n**[오늘의 토막글 96](https://a.kr/95)**\n\n- 오늘의 토막글 98\n\n### 오늘의 토막글 98 (비)\n\n```\n오늘의 토막글 98\n```\n\n**오늘의 토막글 97**  \n",
    });
  });

  it("gives one entry the number after all others", async () => {
    const contents = {
      "2025-04-30-토막글-95.md": tomak(95),
      "2025-05-01-토막글-95.md": tomak(95),
      "2025-05-02-a.md": tomak(109),
    };
    expect(await renumber(contents, { only: "2025-05-01-토막글-95.md" })).toEqual({
      "2025-04-30-토막글-95.md": tomak(95),
      "2025-05-01-토막글-110.md": tomak(110),
      "2025-05-02-a.md": tomak(109),
    });
  });

  it("gives nobody a name that was another's, since the editor could not undo it", async () => {
    const dated = (number: number, day: string) => `---\ndate: ${day}\n---\n# 오늘의 토막글 ${number}\n`;
    const swap = {
      "토막글/토막글-95.md": dated(95, "2025-05-02"),
      "토막글/토막글-96.md": dated(96, "2025-05-01"),
    };
    expect(await renumber(swap, {})).toEqual({
      "토막글/토막글-95-2.md": dated(95, "2025-05-01"),
      "토막글/토막글-96-2.md": dated(96, "2025-05-02"),
    });
  });

  it.each([
    ["plain", "---\ntitle: 오늘의 토막글 5 # 메모\n---\n", "---\ntitle: 오늘의 토막글 7 # 메모\n---\n"],
    ["quoted", '---\r\ntitle  : "오늘의 토막글 5: 비"\r\n---\r\n', '---\r\ntitle  : "오늘의 토막글 7: 비"\r\n---\r\n'],
    ["padded", "---\nTitle: 오늘의 토막글 005\n---\n", "---\nTitle: 오늘의 토막글 007\n---\n"],
    ["TOML", '+++\ntitle = "오늘의 토막글 5"\n+++\n', '+++\ntitle = "오늘의 토막글 7"\n+++\n'],
    ["heading", "\n# 오늘의 토막글 5 #\n\n# 오늘의 토막글 5\n", "\n# 오늘의 토막글 7 #\n\n# 오늘의 토막글 5\n"],
    [
      "both",
      "---\ntitle: 오늘의 토막글 5\n---\n\n# 오늘의 토막글 5\n",
      "---\ntitle: 오늘의 토막글 7\n---\n\n# 오늘의 토막글 7\n",
    ],
    [
      "NFD",
      `\uFEFF# ${"오늘의 토막글 5 가을".normalize("NFD")}\n5`,
      `\uFEFF# ${"오늘의 토막글 7 가을".normalize("NFD")}\n5`,
    ],
  ])("changes nothing but the digits of the title: %s", async (_, before, after) => {
    const contents = { "2025-05-05.md": before };
    expect(await renumber(contents, { start: 7 })).toEqual({ "2025-05-05.md": after });
  });

  it("renames a note whose title is its name", async () => {
    expect(await renumber({ "2025-05-05-오늘의 토막글 5.md": "- 토막\n" }, { start: 6 })).toEqual({
      "2025-05-05-오늘의 토막글 6.md": "- 토막\n",
    });
  });

  it("counts on where the new name is another file's", async () => {
    const other = { "2025-05-01-토막글-7.md": "# 다른 글\n\n2025-05-01\n" };
    expect(await renumber({ ...other, "2025-05-01-토막글-5.md": tomak(5) }, { start: 7 })).toEqual({
      ...other,
      "2025-05-01-토막글-7-2.md": tomak(7),
    });
  });

  it.each([
    ["broken front matter", "---\ntitle: 오늘의 토막글 5\ntags: [a\n---\n"],
    ["a title over several lines", "---\ntitle: >\n  오늘의 토막글\n  5\n---\n"],
  ])("changes nothing at all when a note cannot be changed: %s", async (_, text) => {
    const plan = await planRenumber(await memoryNotebook({ "2025-05-01-a.md": text, "2025-05-02-b.md": tomak(9) }), {
      start: 1,
    });
    expect(plan).toEqual({ ok: false, paths: ["2025-05-01-a.md"] });
  });

  it("changes nothing when the text says another number by now", async () => {
    const notebook = await memoryNotebook({ "2025-05-01-a.md": tomak(5) });
    notebook.files.put("2025-05-01-a.md", tomak(6));
    expect(await planRenumber(notebook, { start: 1 })).toEqual({ ok: false, paths: ["2025-05-01-a.md"] });
  });

  it("leaves a retro alone that quotes one of two notes with the same number, and says so", async () => {
    const contents = {
      "2025-05-01-a.md": tomak(5),
      "2025-05-02-b.md": tomak(5),
      "회고/오월.md": "# 2025년 5월 회고\n\n**오늘의 토막글 5**\n",
    };
    const plan = await planRenumber(await memoryNotebook(contents), {});
    expect(plan).toMatchObject({ ok: true, left: ["회고/오월.md"] });
    expect(applied(contents, plan)["회고/오월.md"]).toBe(contents["회고/오월.md"]);
  });

  it("tells two notes with the same number apart by their place in the retro", async () => {
    const contents = {
      "2025-05-01-a.md": tomak(5),
      "2025-05-02-b.md": tomak(5),
      "회고/오월.md": "# 2025년 5월 회고\n\n**오늘의 토막글 5**\n\n**오늘의 토막글 5**\n",
    };
    expect((await renumber(contents, {}))["회고/오월.md"]).toBe(
      "# 2025년 5월 회고\n\n**오늘의 토막글 5**\n\n**오늘의 토막글 6**\n",
    );
  });

  it("changes nothing for an entry that is not there", async () => {
    expect(await planRenumber(await memoryNotebook({ "2025-05-01-a.md": tomak(5) }), { only: "b.md" })).toMatchObject({
      files: [],
      renames: [],
    });
  });
});

describe("renumberedPath", () => {
  it.each([
    ["2025-05-05-토막글-5.md", 5, 6, "2025-05-05-토막글-6.md"],
    ["토막글/2025/05/2025-05-05-토막글-05.md", 5, 12, "토막글/2025/05/2025-05-05-토막글-12.md"],
    ["2025-05-05-토막글-2-2.md", 2, 3, "2025-05-05-토막글-3-2.md"],
    ["95-2025-05-05.md", 95, 96, "96-2025-05-05.md"],
    ["2025-05-05.md", 5, 6, "2025-05-05.md"],
    ["20250505.md", 20250505, 6, "20250505.md"],
    ["토막글/2025/05/5.md", 5, 6, "토막글/2025/05/5.md"],
    ["5/글.md", 5, 6, "5/글.md"],
    ["2025-05-05-토막글-5.md".normalize("NFD"), 5, 6, "2025-05-05-토막글-6.md".normalize("NFD")],
  ])("%s, %i → %i: %s", (path, from, to, renamed) => {
    expect(renumberedPath(path, from, to)).toBe(renamed);
  });
});

describe("freeRenames", () => {
  it("takes no name there is in whatever letter case, nor one twice, nor one that says another date", () => {
    const wanted = [
      { from: "A1.md", to: "a2.md" },
      { from: "b1.md", to: "B3.md" },
      { from: "c1.md", to: "b3.md" },
      { from: "d.md", to: "2025-05.md" },
    ];
    expect(freeRenames(wanted, ["A1.md", "A2.md", "a2-2.md", "b1.md", "c1.md", "d.md"])).toEqual([
      { from: "A1.md", to: "a2-3.md" },
      { from: "b1.md", to: "B3.md" },
      { from: "c1.md", to: "b3-2.md" },
    ]);
  });
});

describe("any notebook", () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, "0"));
  const line = fc.constantFrom("- 토막", "", "오늘의 토막글 3을 읽음", "# 3", "```", "95", "---", "- 오늘의 토막글 2");
  const eol = fc.constantFrom("\n", "\r\n");
  const body = fc.array(line, { maxLength: 4 });
  const file = fc
    .record({
      month: fc.integer({ min: 1, max: 3 }),
      day: fc.option(day),
      number: fc.integer({ min: 1, max: 12 }),
      body,
      eol,
      form: fc.nat(3),
      name: fc.nat(2),
    })
    .map(({ month, day, number, body, eol, form, name }) => {
      const date = `2025-0${month}${day === null ? "" : `-${day}`}`;
      const title = `오늘의 토막글 ${number}`;
      const key = day === null ? "month" : "date";
      const head =
        [
          ["---", `title: ${title}`, `${key}: ${date}`, "---", ""],
          ["---", `${key}:   ${date}`, `title  : "${title}"   # 메모`, "---"],
          ["---", `${key}: ${date}`, "---", `# ${title}`, ""],
          ["---", `${key}: ${date}`, `title: '${title}'`, "---", `# ${title}`, ""],
        ][form] ?? [];
      const path =
        [`토막글/${date}-토막글-${number}.md`, `토막글/토막글-${number}.md`, `토막글/${date}.md`][name] ?? "";
      return [path, [...head, ...body].join(eol)] as const;
    });
  const retro = fc
    .record({
      month: fc.integer({ min: 1, max: 3 }),
      lines: fc.array(
        fc.oneof(
          line,
          fc.integer({ min: 1, max: 12 }).map((n) => `**오늘의 토막글 ${n}**`),
        ),
        { maxLength: 8 },
      ),
      eol,
    })
    .map(
      ({ month, lines, eol }) =>
        [`회고/2025-0${month}.md`, [`# 2025년 ${month}월 회고`, "", ...lines].join(eol)] as const,
    );
  const contents = fc
    .tuple(fc.array(file, { minLength: 1, maxLength: 8 }), fc.array(retro, { maxLength: 2 }))
    .map(([files, retros]): Contents => Object.fromEntries([...files, ...retros]));

  it("is numbered one by one in date order, with no other line changed, and stays so", async () => {
    await fc.assert(
      fc.asyncProperty(contents, fc.integer({ min: 1, max: 20 }), async (before, start) => {
        const notebook = await memoryNotebook(before);
        const order = entriesInOrder(notebook.index.notes());
        const plan = await planRenumber(notebook, { start });
        const after = applied(before, plan);
        if (!plan.ok) throw new Error("refused");
        const then = await memoryNotebook(after);
        const inOrder = entriesInOrder(then.index.notes());
        expect(inOrder.map(({ number }) => number)).toEqual(order.map((_, index) => start + index));
        expect(checkNumbers(then.index.notes()).filter(({ kind }) => kind !== "quote")).toEqual([]);
        const newName = new Map(plan.renames.map(({ from, to }) => [from, to]));
        expect(inOrder.map(({ path }) => path)).toEqual(order.map(({ path }) => newName.get(path) ?? path));
        const titles = /^((?:title *: |# |\*\*)["']?오늘의 토막글) \d+(?=[^\d\r\n]*$)/gm;
        for (const [path, text] of Object.entries(before)) {
          const changed = after[newName.get(path) ?? path] ?? expect.fail(path);
          expect(changed.replace(titles, "$1")).toBe(text.replace(titles, "$1"));
        }
        expect(await planRenumber(then, { start })).toMatchObject({ changes: [], files: [], renames: [] });
      }),
      { numRuns: 300 },
    );
  });

  it("keeps what stands before the entry that numbering begins at", async () => {
    await fc.assert(
      fc.asyncProperty(contents, fc.nat(7), async (before, at) => {
        const notebook = await memoryNotebook(before);
        const order = entriesInOrder(notebook.index.notes());
        const from = order[at % order.length] ?? expect.fail();
        const index = order.indexOf(from);
        const plan = await planRenumber(notebook, { from: from.path });
        if (!plan.ok) throw new Error("refused");
        const given = new Map(plan.changes.map(({ note, number }) => [note, number]));
        const numbers = order.map((note) => given.get(note) ?? note.number);
        expect(numbers.slice(0, index)).toEqual(order.slice(0, index).map(({ number }) => number));
        const first = index === 0 ? from.number : (numbers[index - 1] ?? 0) + 1;
        expect(numbers.slice(index)).toEqual(order.slice(index).map((_, place) => first + place));
      }),
    );
  });
});

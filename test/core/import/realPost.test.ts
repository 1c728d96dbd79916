import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseYearMonth, type YearMonth } from "../../../src/core/calendar/month.ts";
import { planRetro } from "../../../src/core/retro/planRetro.ts";
import { comparableLines, compiledAgain, importInto, readPost } from "../../support/importPost.ts";
import { memoryNotebook } from "../../support/notebook.ts";

/** A folder of real posts, which are not the project's to publish. */
const folder = process.env.TOMAKNOTE_POSTS;

function monthNamed(text: string): YearMonth {
  const month = parseYearMonth(text);
  if (month === undefined) throw new RangeError(text);
  return month;
}

/** The lines of a post's two list sections, headings included. */
function listLines(text: string): readonly string[] {
  const lines = comparableLines(text);
  return lines.slice(lines.findIndex((line) => /^## .*토막글들$/.test(line)));
}

it("the real posts are at hand wherever CI is set", () => {
  if (process.env.CI) expect(folder, "TOMAKNOTE_POSTS names the folder of real posts").toBeTruthy();
  expect(folder).not.toBe("");
});

// Not skipped but absent where there are no posts: whoever has none is told so by the count of tests alone.
if (folder !== undefined)
  describe("the real post", () => {
    const source = (): string => readFileSync(join(folder, "000_48a78ac38ad3e7c0.txt"), "utf8");
    const read = () => readPost(source(), "000_48a78ac38ad3e7c0.txt");

    it("is of May 2025 and has 15 토막글, 95 to 109, one of them with 12 bullets", () => {
      const post = read();
      expect(post).toMatchObject({ title: "2025년 5월 회고", month: "2025-05", looseLines: 0 });
      const tomaks = post.entries.filter(({ kind }) => kind === "tomak");
      expect(tomaks.map(({ number }) => number)).toEqual(Array.from({ length: 15 }, (_, index) => 95 + index));
      const bullets = tomaks.map(({ body }) => body.match(/^- /gm)?.length);
      expect(bullets.filter((count) => count === 12)).toHaveLength(1);
      expect(bullets.filter((count) => count === 3)).toHaveLength(14);
    });

    it("has 20 TIL, 3 of them with a link", () => {
      const tils = read().entries.filter(({ kind }) => kind === "til");
      expect(tils).toHaveLength(20);
      expect(tils.filter(({ link }) => link !== undefined)).toHaveLength(3);
      for (const { title, body } of tils) {
        expect(title).not.toMatch(/[*\]]|^\[/);
        expect(body).toMatch(/^- /);
      }
    });

    it("compiles from its notes into the same two lists, line by line", async () => {
      expect(listLines(await compiledAgain(read()))).toEqual(listLines(source()));
    });

    it("comes in once: again it creates nothing", async () => {
      const notebook = await memoryNotebook({});
      expect(importInto(notebook, read()).items).toHaveLength(35);
      const again = importInto(notebook, read());
      expect(again.items).toEqual([]);
      expect(again.existing).toHaveLength(35);
      expect(again.repeatedNumbers).toEqual([]);
      for (const note of notebook.index.notes())
        expect(note.date, note.path).toMatchObject({ text: "2025-05", precision: "month" });
    });

    it("is adopted beside the notes imported from it with no change at all, with its base and without", async () => {
      const notebook = await memoryNotebook({ "_posts/2025-06-01-retrospect.md": source() });
      importInto(notebook, read());
      for (const round of ["without a base", "with the base"]) {
        const plan = await planRetro(notebook, monthNamed("2025-05"));
        if (plan.action !== "update") throw new Error(`${round}: ${plan.action}`);
        expect(plan.path).toBe("_posts/2025-06-01-retrospect.md");
        const merge = plan.merge(source());
        expect(merge, round).toMatchObject({
          edits: [],
          added: [],
          updated: [],
          conflicts: [],
          deleted: [],
          orphaned: [],
        });
        const base = plan.baseFile(merge);
        notebook.files.put(base.path, base.text);
      }
    });
  });

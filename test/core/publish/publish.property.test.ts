import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FrontMatterData } from "../../../src/core/note/frontMatter/frontMatter.ts";
import { readFrontMatter } from "../../../src/core/note/frontMatter/read.ts";
import { reviewDraft } from "../../../src/core/publish/reviewDraft.ts";
import { applyEdits } from "../../../src/core/text/edit.ts";
import { memoryNotebook } from "../../support/notebook.ts";
import { NOW, planOf } from "./publish.ts";

const eol = fc.constantFrom("\n", "\r\n");
const line = fc.oneof(
  fc.constantFrom(
    "글 ![](a.png) [나](../TIL/b.md)",
    "**용어(Term)**를 배움",
    "```js",
    "~~~",
    "`{{ x }}`",
    "{% raw %}",
    "## 제목",
    "- ",
    "> ```",
    "[라벨]: ../c.png",
    '<img src="d.png"> <% tp %>',
    "",
    "\t코드",
    "| a | ![](e.png) |",
    "| --- | --- |",
  ),
  fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, " ")),
);
const yamlLine = fc.constantFrom(
  "title: 제목 # 주석",
  "date: 2026-01-01 # 처음",
  "date: '2027-01-01T00:00:00+09:00'",
  "tags: [a,  b]",
  "draft: true",
  "published:   false # 아직",
  "unknown:\n  nested: [1, 2]",
  "# 주석만",
);
const tomlLine = fc.constantFrom('title = "제목" # 주석', "date = 2026-01-01", "draft = true", "tags = [ 'a' ]");
const head = fc.oneof(
  fc.uniqueArray(yamlLine, { selector: (text) => text.split(":")[0] }).map((lines) => ["---", ...lines, "---"]),
  fc.uniqueArray(tomlLine, { selector: (text) => text.split(" ")[0] }).map((lines) => ["+++", ...lines, "+++"]),
  fc.constant([]),
);

const draft = fc
  .record({ head, body: fc.array(line, { maxLength: 12 }), eol, bom: fc.boolean(), ends: fc.boolean() })
  .map(({ head, body, eol, bom, ends }) => {
    const lines = [...head, ...body].flatMap((text) => text.split("\n"));
    return (bom ? "\uFEFF" : "") + lines.join(eol) + (ends ? eol : "");
  });

const SITES = [
  { files: { "_config.yml": "" }, path: "_drafts/글.md" },
  { files: { "_config.yml": "theme: jekyll-theme-chirpy", "_posts/2026/2026-01-01-a.md": "" }, path: "_drafts/글.md" },
  { files: { "hugo.toml": "" }, path: "초안/글.md" },
  { files: {}, path: "_drafts/글.md", values: { "publish.path": "글/{{ year }}/{{ slug }}.md" } },
];

/** Everything but what publishing may change. */
function others(data: FrontMatterData): readonly unknown[] {
  return [...data].filter(([key]) => !["date", "draft", "published"].includes(key));
}

describe("publishing any draft", () => {
  it("changes the date, the state and addresses, and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(draft, fc.constantFrom(...SITES), async (text, { files, path, values }) => {
        const notebook = await memoryNotebook({ ...files, [path]: text }, values);
        const plan = await planOf(notebook, path);
        if (plan.action !== "publish") {
          expect(plan).toMatchObject({ action: "refuse" });
          return;
        }
        const after = applyEdits(text, plan.draft.edits);
        const [before, now] = [readFrontMatter(text), readFrontMatter(after)];
        expect(others(now.data)).toEqual(others(before.data));
        expect(after.startsWith("\uFEFF")).toBe(text.startsWith("\uFEFF"));
        // What is added to front matter is one line; what is replaced stays on its own.
        const addresses = (body: string): string => body.replace(/(?:\.\.\/|초안\/|_drafts\/|TIL\/)+/g, "");
        const blank = before.block === undefined && now.block !== undefined ? /^\r?\n/ : /^$/;
        expect(addresses(after.slice(now.bodyStart).replace(blank, ""))).toBe(
          addresses(text.slice(before.bodyStart)).replace(blank, ""),
        );
        for (const { start, end, newText } of plan.draft.edits) expect(text.slice(start, end)).not.toBe(newText);
        expect(plan.to.split("/")).not.toContain("..");
        expect(notebook.files.contents.has(plan.to)).toBe(false);
        expect(now.data.get("draft")).not.toBe("true");
      }),
      { numRuns: 300, seed: 21 },
    );
  });
});

describe("a fix of any finding", () => {
  it("takes the finding away, and leaves every line alone that it does not name", async () => {
    await fc.assert(
      fc.asyncProperty(draft, fc.constantFrom(...SITES), async (text, { files, path, values }) => {
        const notebook = await memoryNotebook({ ...files, [path]: text }, values);
        const { findings } = await reviewDraft(notebook, path, text, { now: NOW });
        for (const { start, end, fixes, code, message } of findings) {
          expect(start <= end && end <= text.length && start >= 0).toBe(true);
          for (const { edits, cursor } of fixes) {
            const after = applyEdits(text, edits);
            if (cursor !== undefined) expect(cursor).toBeLessThanOrEqual(after.length);
            if (edits.length === 0 || cursor !== undefined) continue;
            const again = await reviewDraft(notebook, path, after, { now: NOW });
            const count = (all: typeof findings): number =>
              all.filter((other) => other.code === code && other.message === message).length;
            // A fence that is closed lets more be seen; of any other kind there is less than before.
            if (!findings.some((other) => other.code === "open-fence"))
              expect(count(again.findings)).toBeLessThan(count(findings));
          }
        }
      }),
      { numRuns: 200, seed: 21 },
    );
  });
});

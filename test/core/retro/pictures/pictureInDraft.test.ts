import { describe, expect, it } from "vitest";
import { type Period, parsePeriod } from "../../../../src/core/calendar/period.ts";
import { readBaseFile } from "../../../../src/core/retro/merge/baseFile.ts";
import { planRetro } from "../../../../src/core/retro/planRetro.ts";
import { RETRO_STYLES } from "../../../../src/core/retro/styles/styles.ts";
import { applyEdits } from "../../../../src/core/text/edit.ts";
import { parseMarkdown } from "../../../../src/markdown.ts";
import { expectGolden } from "../../../support/golden.ts";
import { readPost } from "../../../support/importPost.ts";
import { addNote, type MemoryNotebook, memoryNotebook, type SettingValues } from "../../../support/notebook.ts";
import { MAY_NOTES, mayDraft } from "../monthDraft.ts";

const golden = (name: string): URL => new URL(`golden/draft-${name}.md`, import.meta.url);

function period(text: string): Period {
  const result = parsePeriod(text);
  if (result === undefined) throw new RangeError(`no such period: ${text}`);
  return result;
}

async function planUpdate(notebook: MemoryNotebook, of: string) {
  const plan = await planRetro(notebook, period(of));
  if (plan.action !== "update") throw new Error(plan.action);
  return plan;
}

/** A notebook with the draft of a period, and the base beside it. */
async function notebookWithDraft(of: string, values: SettingValues, files: Readonly<Record<string, string>> = {}) {
  const notebook = await memoryNotebook({ ...MAY_NOTES, ...files }, values);
  const plan = await planRetro(notebook, period(of));
  if (plan.action !== "create") throw new Error(plan.action);
  addNote(notebook, plan.draft.path, plan.draft.text);
  notebook.files.put(plan.base.path, plan.base.text);
  return { notebook, path: plan.draft.path, text: plan.draft.text };
}

const CHIRPY = { "_config.yml": "theme: jekyll-theme-chirpy\n" };
const HOOK = { "hugo.toml": "", "layouts/_markup/render-codeblock-mermaid.html": "" };

describe("the picture of a draft", () => {
  it.each<[string, Readonly<Record<string, string>>, SettingValues]>([
    ["plain-text", {}, { "retro.picture": "text" }],
    ["plain-svg", {}, { "retro.picture": "svg" }],
    ["plain-mermaid", {}, { "retro.picture": "mermaid" }],
    ["chirpy-svg", CHIRPY, { "retro.picture": "svg" }],
    ["chirpy-mermaid", CHIRPY, { "retro.picture": "mermaid" }],
    ["hugo-mermaid", HOOK, { "retro.picture": "mermaid" }],
    ["hugo-svg", { "hugo.toml": "unsafe = true\n" }, { "retro.picture": "svg" }],
    ["hugo-fallback", { "hugo.toml": "" }, { "retro.picture": "mermaid" }],
    ["velog-svg", {}, { "retro.picture": "svg", "retro.site": "velog" }],
    ["tistory-mermaid", {}, { "retro.picture": "mermaid", "retro.site": "tistory" }],
  ])("%s", async (name, files, values) => {
    expectGolden((await mayDraft({ ...MAY_NOTES, ...files }, values)).text, golden(name));
  });

  it.each([
    ["2025-W18", "text"],
    ["2025-Q2", "text"],
    ["2025-Q2", "mermaid"],
    ["2025", "mermaid"],
  ])("of %s as %s", async (of, picture) => {
    const { text } = await notebookWithDraft(of, { "retro.picture": picture });
    expectGolden(text, golden(`${of}-${picture}`));
  });

  it("as SVG stands below the numbers of a year too", async () => {
    const { text } = await notebookWithDraft("2025", { "retro.picture": "svg" }, CHIRPY);
    expect(text).toMatch(/\n토막글 2편 · [^\n]*\n\n<svg [^\n]*\n/);
    expect(text).toMatch(/\n<\/svg>\n\n## /);
  });

  it.each(RETRO_STYLES)("stands on its own between the numbers and the lists in the style %s", async (style) => {
    for (const picture of ["text", "mermaid"]) {
      const { text } = await mayDraft(MAY_NOTES, { "retro.style": style, "retro.picture": picture });
      const blocks = parseMarkdown(text).map(({ type }) => type);
      const at = blocks.indexOf(picture === "text" ? "table_open" : "fence");
      expect(blocks[at - 1]).toBe("paragraph_close");
      expect(blocks[picture === "text" ? blocks.indexOf("table_close") + 1 : at + 1]).toBe("heading_open");
    }
  });

  it("stands wherever the notebook's own template puts it, and nowhere without it", async () => {
    const own = (template: string) =>
      mayDraft({ ...MAY_NOTES, ".tomaknote/templates/retro.md": template }, { "retro.picture": "mermaid" });
    expect((await own("[{{ picture }}]")).text).toMatch(/^\[```mermaid\n[\s\S]*\n```\]$/);
    expect((await own("{{ numbers }}")).text).not.toContain("mermaid");
  });

  it("is left out where there is nothing to show", async () => {
    const { text } = await mayDraft({}, { "retro.picture": "mermaid" });
    expect(text).not.toContain("mermaid");
    expect(text).toBe((await mayDraft({})).text);
  });

  it("does not come back as a note when the post is imported", async () => {
    const entriesOf = (text: string) => readPost(text).entries.map(({ line, ...entry }) => entry);
    const plain = entriesOf((await mayDraft(MAY_NOTES)).text);
    for (const picture of ["text", "svg", "mermaid"]) {
      const { text } = await mayDraft({ ...MAY_NOTES, ...CHIRPY }, { "retro.picture": picture });
      expect(entriesOf(text), picture).toEqual(plain);
    }
  });
});

describe("the picture of a draft made again", () => {
  const late = "TIL/2025-05-20-늦은-글.md";

  it.each([
    ["text", "2025-05"],
    ["svg", "2025-05"],
    ["mermaid", "2025-05"],
    ["mermaid", "2025-H1"],
    ["svg", "2025-W18"],
  ])("as %s of %s is as if it were made anew, with what was written by hand", async (picture, of) => {
    const values = { "retro.picture": picture };
    const { notebook, path, text } = await notebookWithDraft(of, values, CHIRPY);
    const byHand = text.replace(/\n\n\n\n## /, "\n\n- 손으로 쓴 줄\n\n## ");
    expect(byHand).not.toBe(text);
    notebook.files.put(path, byHand);
    addNote(notebook, late, "---\ntitle: 늦은 글\n---\n\n- 늦음\n");
    addNote(notebook, "TIL/2025-05-01-이른-글.md", "---\ntitle: 이른 글\n---\n\n- 이름\n");
    const update = await planUpdate(notebook, of);
    const merge = update.merge(byHand);
    const after = applyEdits(byHand, merge.edits);
    const anew = (
      await notebookWithDraft(of, values, {
        ...CHIRPY,
        [late]: "---\ntitle: 늦은 글\n---\n\n- 늦음\n",
        "TIL/2025-05-01-이른-글.md": "---\ntitle: 이른 글\n---\n\n- 이름\n",
      })
    ).text;
    expect(after).toBe(anew.replace(/\n\n\n\n## /, "\n\n- 손으로 쓴 줄\n\n## "));
    expect(update.merge(after).edits).toEqual([]);
    expect(readBaseFile(update.baseFile(merge).text)).toEqual(merge.base);
    notebook.files.put(update.baseFile(merge).path, update.baseFile(merge).text);
    expect((await planUpdate(notebook, of)).merge(after).edits).toEqual([]);
  });

  it("stays as it is when it was changed, moved apart or deleted by hand", async () => {
    const { notebook, text } = await notebookWithDraft("2025-05", { "retro.picture": "text" });
    addNote(notebook, late, "---\ntitle: 늦은 글\n---\n\n- 늦음\n");
    const update = await planUpdate(notebook, "2025-05");
    const table = /\n\| 월 [\s\S]*?\|\n\n/.exec(text)?.[0] ?? "";
    for (const kept of [table.replace("1 ■", "1 ★"), table.replace("\n| ---", "\n\n| ---"), "\n"]) {
      const post = text.replace(table, kept);
      const after = applyEdits(post, update.merge(post).edits);
      expect(after).toContain(kept);
      expect(after).not.toContain("20 ■");
      expect(after).toContain("**늦은 글**");
    }
  });

  it("is renewed where it was moved to, on CRLF too", async () => {
    const { notebook, text } = await notebookWithDraft("2025-05", { "retro.picture": "mermaid" });
    addNote(notebook, late, "---\ntitle: 늦은 글\n---\n\n- 늦음\n");
    const update = await planUpdate(notebook, "2025-05");
    const chart = /```mermaid\n[\s\S]*?```\n\n/.exec(text)?.[0] ?? "";
    const moved = text.replace(chart, "").replace("## 5월에 해낸", `${chart}## 5월에 해낸`).replaceAll("\n", "\r\n");
    const after = applyEdits(moved, update.merge(moved).edits);
    expect(after).toContain('"TIL" : 3\r\n');
    expect(after.indexOf("```mermaid")).toBeLessThan(after.indexOf("## 5월에 해낸"));
    expect(after).not.toMatch(/[^\r]\n/);
  });

  it("stays out of a draft that has none, and becomes another when the setting changes", async () => {
    const plain = await notebookWithDraft("2025-05", {});
    const asked = await memoryNotebook(
      {
        ...MAY_NOTES,
        [plain.path]: plain.text,
        ".tomaknote/retro/2025-05.md": await plain.notebook.readText(".tomaknote/retro/2025-05.md"),
      },
      { "retro.picture": "text" },
    );
    expect((await planUpdate(asked, "2025-05")).merge(plain.text).edits).toEqual([]);

    const shown = await notebookWithDraft("2025-05", { "retro.picture": "text" });
    const base = await shown.notebook.readText(".tomaknote/retro/2025-05.md");
    const after = async (picture: string, files: Readonly<Record<string, string>> = {}) => {
      const all = { ...MAY_NOTES, ...files, [shown.path]: shown.text, ".tomaknote/retro/2025-05.md": base };
      const update = await planUpdate(await memoryNotebook(all, { "retro.picture": picture }), "2025-05");
      return applyEdits(shown.text, update.merge(shown.text).edits);
    };
    expect(await after("none")).toBe(shown.text);
    expect(await after("mermaid")).toBe((await mayDraft(MAY_NOTES, { "retro.picture": "mermaid" })).text);
    // Nothing in this post's front matter tells Chirpy to load Mermaid.
    expect(await after("mermaid", CHIRPY)).toBe(shown.text);
  });

  it("needs no base: a draft with one is adopted as it is", async () => {
    const { notebook, text } = await notebookWithDraft("2025-05", { "retro.picture": "mermaid" });
    notebook.files.contents.delete(".tomaknote/retro/2025-05.md");
    expect((await planUpdate(notebook, "2025-05")).merge(text).edits).toEqual([]);
  });

  it("keeps its place in what is remembered beside an entry that is not settled", async () => {
    const { notebook, path, text } = await notebookWithDraft("2025-05", { "retro.picture": "text" });
    const post = text.replace("- 하나만", "- 하나만 (글에서)");
    notebook.files.put(path, post);
    addNote(
      notebook,
      "TIL/2025-05-02-락.md",
      "---\ntitle: 락\nlink: https://example.com/lock\n---\n\n- 하나만 (노트에서)\n- 더\n",
    );
    addNote(notebook, late, "---\ntitle: 늦은 글\n---\n\n- 늦음\n");
    const merge = (await planUpdate(notebook, "2025-05")).merge(post);
    expect(merge.conflicts).toHaveLength(1);
    const { start = 0, end = 0 } = merge.base.picture ?? {};
    expect(merge.base.lines.slice(start, end).join("\n")).toMatch(/^\| 월 [\s\S]* 20 ■ [\s\S]*\|$/);
  });
});

import { describe, expect, it } from "vitest";
import { parseYearMonth } from "../../../src/core/calendar/month.ts";
import { baseFilePath, readBaseFile } from "../../../src/core/retro/merge/baseFile.ts";
import { planRetro } from "../../../src/core/retro/planRetro.ts";
import { contentsOf, draftsAround, quotationOf } from "../../../src/core/retro/quotations.ts";
import { applyEdits } from "../../../src/core/text/edit.ts";
import { addNote, type MemoryNotebook, memoryNotebook } from "../../support/notebook.ts";
import { publish } from "./publish.ts";

const month = parseYearMonth("2025-05") ?? expect.fail("a month");
const note = (title: string, body: string): string => `---\ntitle: ${title}\n---\n\n${body}\n`;

const NOTES = {
  "토막글/2025-05-01-토막글-1.md": note("오늘의 토막글 1", "- 하나\n- [문서](../TIL/2025-05-02-만료.md)"),
  "TIL/2025-05-02-만료.md": note("만료", "![그림](그림/a.png)\n\n- 키"),
};

/** Makes the month's retro, writes into it and publishes it. */
async function publishedRetro(files: Record<string, string>, values = {}) {
  const notebook = await memoryNotebook({ ...NOTES, ...files }, values);
  const plan = await planRetro(notebook, month);
  if (plan.action !== "create") throw new Error(plan.action);
  const text = plan.draft.text.replace("해낸 것들\n", "해낸 것들\n\n손으로 쓴 줄\n");
  addNote(notebook, plan.draft.path, text);
  notebook.files.put(plan.base.path, plan.base.text);
  return { notebook, draft: plan.draft.path, ...(await publish(notebook, plan.draft.path)) };
}

async function madeAgain(notebook: MemoryNotebook) {
  const plan = await planRetro(notebook, month);
  if (plan.action !== "update") throw new Error(plan.action);
  const post = await notebook.readText(plan.path);
  const merge = plan.merge(post);
  return { path: plan.path, merge, text: applyEdits(post, merge.edits), base: plan.baseFile(merge) };
}

describe.each([
  ["Jekyll", { "_config.yml": "" }, {}, "_posts/2026-11-21-2025년-5월-회고.md"],
  [
    "Jekyll with folders",
    { "_config.yml": "", "_posts/2026/2026-01-01-a.md": note("a", "") },
    {},
    "_posts/2026/2026-11-21-2025년-5월-회고.md",
  ],
  ["Hugo", { "hugo.toml": "" }, {}, "content/posts/2025-05-회고.md"],
  ["plain", {}, { "publish.path": "글/{{ year }}/{{ date }}-{{ slug }}.md" }, "글/2026/2026-11-21-2025년-5월-회고.md"],
])("a retro that was published (%s)", (_, files: Record<string, string>, values, place) => {
  it("is found by its month, and made again with nothing new it stays as it is", async () => {
    const { notebook, path, text } = await publishedRetro(files, values);
    expect(path).toBe(place);
    expect(text).toContain("손으로 쓴 줄");
    const again = await madeAgain(notebook);
    expect(again.path).toBe(place);
    expect(again.merge.edits).toEqual([]);
    expect(again.base.text).toBe(await notebook.readText(baseFilePath(month)));
  });

  it("is brought up to date where it is now, with links from there", async () => {
    const { notebook, text } = await publishedRetro(files, values);
    addNote(notebook, "TIL/2025-05-02-만료.md", note("만료", "![그림](그림/a.png)\n\n- 키\n- 덧붙임"));
    addNote(notebook, "TIL/2025-05-03-새것.md", note("새것", "- 새로 배움"));
    const again = await madeAgain(notebook);
    expect(again.merge.conflicts).toEqual([]);
    expect(again.merge.updated).toEqual(["TIL/2025-05-02-만료.md"]);
    expect(again.merge.added).toEqual(["TIL/2025-05-03-새것.md"]);
    const up = "../".repeat(place.split("/").length - 1);
    expect(again.text).toContain(`![그림](${up}TIL/그림/a.png)\n\n- 키\n- 덧붙임\n\n**새것**`);
    expect(again.text).toContain("손으로 쓴 줄");
    const [head = ""] = text.split("\n\n", 1);
    expect(again.text.startsWith(head)).toBe(true);
  });

  it("is where its notes lead to", async () => {
    const { notebook } = await publishedRetro(files, values);
    const [til] = notebook.index.notesIn("TIL/2025-05-02-만료.md");
    const [found, ...more] = draftsAround(notebook.index, til ?? expect.fail("the note"));
    expect(more).toEqual([]);
    expect(found?.draft.path).toBe(place);
    const base = readBaseFile(await notebook.readText(baseFilePath(month))) ?? expect.fail("a base");
    const lines = (await notebook.readText(place)).split("\n");
    expect(quotationOf(til ?? expect.fail(), month, contentsOf(lines, base))).toEqual({ by: "entry" });
  });
});

it("a retro in a plain folder shows its copied images from where they are, and has none copied again", async () => {
  const values = { "publish.path": "글/{{ year }}/{{ date }}-{{ slug }}.md", "retro.images": "copy" };
  const notebook = await memoryNotebook({ ...NOTES, "TIL/그림/a.png": "a" }, values);
  const plan = await planRetro(notebook, month);
  if (plan.action !== "create") throw new Error(plan.action);
  for (const { from, to } of plan.copies) notebook.files.put(to, await notebook.files.read(from));
  addNote(notebook, plan.draft.path, plan.draft.text);
  notebook.files.put(plan.base.path, plan.base.text);
  const { path, text } = await publish(notebook, plan.draft.path);
  expect(text).toContain("![그림](../../회고/images/2025-05/a.png)");
  const again = await madeAgain(notebook);
  expect(again).toMatchObject({ path, merge: { edits: [] } });
  // A new image joins the others.
  addNote(notebook, "TIL/2025-05-03-새것.md", note("새것", "![새](그림/b.png)"));
  notebook.files.put("TIL/그림/b.png", "b");
  const next = await planRetro(notebook, month);
  if (next.action !== "update") throw new Error(next.action);
  const after = applyEdits(text, next.merge(text).edits);
  expect(after).toContain("![새](../../회고/images/2025-05/b.png)");
  expect(next.copies(after).map(({ to }) => to)).toEqual(["회고/images/2025-05/b.png"]);
});

import { describe, expect, it } from "vitest";
import { parseYearMonth } from "../../../../src/core/calendar/month.ts";
import { mergeDraft } from "../../../../src/core/retro/merge/mergeDraft.ts";
import { planRetro, type RetroUpdate } from "../../../../src/core/retro/planRetro.ts";
import { applyEdits } from "../../../../src/core/text/edit.ts";
import { addNote, type MemoryNotebook, memoryNotebook } from "../../../support/notebook.ts";

const DRAFT = "회고/2025-05-회고.md";

function month(text: string) {
  const found = parseYearMonth(text);
  if (found === undefined) throw new RangeError(text);
  return found;
}

const tomak = (number: number, bullet: string): string => `---\ntitle: 오늘의 토막글 ${number}\n---\n\n- ${bullet}\n`;

/** A notebook with a draft made of three notes, which then is edited by hand and in its notes. */
async function made(): Promise<{ notebook: MemoryNotebook; post: string }> {
  const notebook = await memoryNotebook({
    "토막글/2025-05-01-토막글-1.md": tomak(1, "첫째 토막"),
    "토막글/2025-05-03-토막글-3.md": tomak(3, "셋째 토막"),
    "TIL/2025-05-02-락.md": "---\ntitle: 락\n---\n\n- 잠그는 법\n- 푸는 법\n",
  });
  const plan = await planRetro(notebook, month("2025-05"));
  if (plan.action !== "create") throw new Error(plan.action);
  notebook.files.put(plan.base.path, plan.base.text);
  addNote(notebook, DRAFT, plan.draft.text);
  return { notebook, post: plan.draft.text };
}

async function update(notebook: MemoryNotebook): Promise<RetroUpdate> {
  const plan = await planRetro(notebook, month("2025-05"));
  if (plan.action !== "update") throw new Error(plan.action);
  return plan;
}

/** The lists of the draft after it was made again. */
async function again(notebook: MemoryNotebook, post: string) {
  const plan = await update(notebook);
  const merge = plan.merge(post);
  const text = applyEdits(post, merge.edits);
  return { merge, text, lists: text.slice(text.indexOf("## 5월 동안 쓴 토막글들")) };
}

describe("a draft made again", () => {
  it("takes new notes in their place, in order", async () => {
    const { notebook, post } = await made();
    addNote(notebook, "토막글/2025-05-02-토막글-2.md", tomak(2, "둘째 토막"));
    addNote(notebook, "토막글/2025-05-04-토막글-4.md", tomak(4, "넷째 토막"));
    addNote(notebook, "TIL/2025-05-01-큐.md", "---\ntitle: 큐\n---\n\n- 줄 서기\n");
    const { lists, text } = await again(notebook, post);
    expect(lists).toBe(`## 5월 동안 쓴 토막글들

**오늘의 토막글 1**

- 첫째 토막

**오늘의 토막글 2**

- 둘째 토막

**오늘의 토막글 3**

- 셋째 토막

**오늘의 토막글 4**

- 넷째 토막

## 5월 동안 쓴 TIL

**큐**

- 줄 서기

**락**

- 잠그는 법
- 푸는 법
`);
    expect(text).toContain("토막글 4편 · TIL 2편 · ");
  });

  it("keeps entries as a person moved, retitled, reworded, cut and annotated them", async () => {
    const { notebook, post } = await made();
    const edited = post
      .replace("**오늘의 토막글 1**\n\n- 첫째 토막\n\n", "")
      .replace(
        "**락**\n\n- 잠그는 법\n- 푸는 법\n",
        "**락을 배우다**\n\n- 잠그는 법, 쉽게\n- 푸는 법\n\n덧붙이는 말.\n\n**오늘의 토막글 1**\n\n- 첫째 토막\n",
      );
    addNote(notebook, "TIL/2025-05-03-큐.md", "---\ntitle: 큐\n---\n\n- 줄 서기\n");
    const { lists, merge } = await again(notebook, edited);
    expect(merge).toMatchObject({ added: ["TIL/2025-05-03-큐.md"], updated: [], conflicts: [], deleted: [] });
    expect(lists).toBe(`## 5월 동안 쓴 토막글들

**오늘의 토막글 3**

- 셋째 토막

## 5월 동안 쓴 TIL

**락을 배우다**

- 잠그는 법, 쉽게
- 푸는 법

덧붙이는 말.

**큐**

- 줄 서기

**오늘의 토막글 1**

- 첫째 토막
`);
  });

  it("brings an entry up to date when its note changed, and only that", async () => {
    const { notebook, post } = await made();
    addNote(notebook, "TIL/2025-05-02-락.md", "---\ntitle: 락\n---\n\n- 잠그는 법\n- 기다리는 법\n- 푸는 법\n");
    const { merge, text } = await again(notebook, post);
    expect(merge).toMatchObject({ added: [], updated: ["TIL/2025-05-02-락.md"], changesLines: true });
    expect(text).toBe(post.replace("- 잠그는 법\n", "- 잠그는 법\n- 기다리는 법\n"));
  });

  it("leaves an entry changed on both sides alone until the person chooses", async () => {
    const { notebook, post } = await made();
    const edited = post.replace("- 푸는 법", "- 푸는 법 (글에서)");
    addNote(notebook, "TIL/2025-05-02-락.md", "---\ntitle: 락\n---\n\n- 잠그는 법\n- 푸는 법 (노트에서)\n");
    const plan = await update(notebook);
    const merge = plan.merge(edited);
    expect(merge.edits).toEqual([]);
    expect(merge.conflicts).toEqual([
      {
        note: "TIL/2025-05-02-락.md",
        post: "**락**\n\n- 잠그는 법\n- 푸는 법 (글에서)",
        generated: "**락**\n\n- 잠그는 법\n- 푸는 법 (노트에서)",
      },
    ]);
    const chosen = (choice: "post" | "note" | "both") => {
      const decided = plan.merge(edited, { conflicts: new Map([["TIL/2025-05-02-락.md", choice]]) });
      const text = applyEdits(edited, decided.edits);
      // A choice is asked for once.
      expect(mergeDraft(text, decided.base, decided.base)).toMatchObject({ edits: [], conflicts: [] });
      return text.slice(text.indexOf("**락**"));
    };
    expect(chosen("post")).toBe("**락**\n\n- 잠그는 법\n- 푸는 법 (글에서)\n");
    expect(chosen("note")).toBe("**락**\n\n- 잠그는 법\n- 푸는 법 (노트에서)\n");
    expect(chosen("both")).toBe(
      "**락**\n\n- 잠그는 법\n- 푸는 법 (글에서)\n\n**락**\n\n- 잠그는 법\n- 푸는 법 (노트에서)\n",
    );
  });

  it("shows all of an entry of which only the title is as it was", async () => {
    const { notebook, post } = await made();
    const edited = post.replace("- 잠그는 법\n- 푸는 법", "- 아주 새로 씀\n- 두 줄로");
    addNote(notebook, "TIL/2025-05-02-락.md", "---\ntitle: 락\n---\n\n- 노트에서 새로 씀\n");
    const [conflict] = (await update(notebook)).merge(edited).conflicts;
    expect(conflict?.post).toBe("**락**\n\n- 아주 새로 씀\n- 두 줄로");
  });

  it("asks again about what was left for later", async () => {
    const { notebook, post } = await made();
    const edited = post.replace("- 푸는 법", "- 푸는 법 (글에서)");
    addNote(notebook, "TIL/2025-05-02-락.md", "---\ntitle: 락\n---\n\n- 푸는 법 (노트에서)\n");
    const plan = await update(notebook);
    const merge = plan.merge(edited);
    notebook.files.put(plan.baseFile(merge).path, plan.baseFile(merge).text);
    expect((await update(notebook)).merge(edited).conflicts).toHaveLength(1);
  });

  it("does not bring back what was deleted by hand, unless asked to", async () => {
    const { notebook, post } = await made();
    const edited = post.replace("**오늘의 토막글 1**\n\n- 첫째 토막\n\n", "");
    const plan = await update(notebook);
    expect(plan.merge(edited)).toMatchObject({ edits: [], deleted: ["토막글/2025-05-01-토막글-1.md"] });
    const restored = plan.merge(edited, { restore: new Set(["토막글/2025-05-01-토막글-1.md"]) });
    expect(applyEdits(edited, restored.edits)).toBe(post);
  });

  it("follows a note that was renamed", async () => {
    const { notebook, post } = await made();
    notebook.index.apply({ removed: ["TIL/2025-05-02-락.md"] });
    addNote(notebook, "TIL/2025-05-02-자물쇠.md", "---\ntitle: 락\n---\n\n- 잠그는 법\n- 푸는 법\n- 잃어버리는 법\n");
    const { merge, text } = await again(notebook, post);
    expect(merge).toMatchObject({ added: [], updated: ["TIL/2025-05-02-자물쇠.md"], orphaned: [] });
    expect(text).toBe(post.replace("- 푸는 법\n", "- 푸는 법\n- 잃어버리는 법\n"));
  });

  it("keeps the entry of a note that is gone, and says so", async () => {
    const { notebook, post } = await made();
    notebook.index.apply({ removed: ["TIL/2025-05-02-락.md"] });
    const { merge, text } = await again(notebook, post);
    expect(merge.orphaned).toEqual(["TIL/2025-05-02-락.md"]);
    expect(text).toContain("**락**\n\n- 잠그는 법\n- 푸는 법\n");
  });

  it("brings a section along that the draft has not had yet", async () => {
    const { notebook, post } = await made();
    addNote(notebook, "책/2025-05-09-책.md", "---\ntitle: 책\ncategories: [책]\n---\n\n- 읽음\n");
    const { lists } = await again(notebook, post);
    expect(lists).toMatch(/- 푸는 법\n\n## 5월 동안 남긴 노트들\n\n\*\*책\*\*\n\n- 읽음\n$/);
  });

  it("adopts a post made by hand: only what is missing from it is new, whatever the markup of its titles", async () => {
    const { notebook } = await made();
    const post = "# 5월\n\n여는 글\n\n### 오늘의 토막글 1\n* 첫째 토막을 고쳐 적음\n\n__락__\n\n맺는 글";
    const merge = mergeDraft(post, undefined, (await update(notebook)).merge(post).base);
    expect(merge).toMatchObject({
      added: ["토막글/2025-05-03-토막글-3.md"],
      updated: [],
      conflicts: [],
      changesLines: false,
    });
    expect(mergeDraft(post, undefined, merge.base, { leaveOut: new Set(merge.added) }).edits).toEqual([]);
    const text = applyEdits(post, merge.edits);
    expect(text.replace("\n\n**오늘의 토막글 3**\n\n- 셋째 토막", "")).toContain(
      "여는 글\n\n### 오늘의 토막글 1\n* 첫째 토막을 고쳐 적음",
    );
    expect(text).toContain("**오늘의 토막글 3**\n\n- 셋째 토막");
  });

  it("knows a title again that is wrapped for Jekyll, and one that a person wrote without", async () => {
    const note = "TIL/2025-05-04-헬름.md";
    const notebook = await memoryNotebook(
      { [note]: "---\ntitle: 헬름의 {{ x }}\n---\n\n- 글\n" },
      { "retro.site": "jekyll" },
    );
    const plan = await planRetro(notebook, month("2025-05"));
    if (plan.action !== "create") throw new Error(plan.action);
    expect(plan.draft.text).toContain("\n**{% raw %}헬름의 {{ x }}{% endraw %}**\n");
    addNote(notebook, plan.draft.path, plan.draft.text);
    const { merge } = await update(notebook);
    expect(merge(plan.draft.text).edits).toEqual([]);
    expect(merge(plan.draft.text.replace(/\{% (?:end)?raw %\}/g, "")).edits).toEqual([]);
  });

  it("never puts an entry into the front matter", async () => {
    const { notebook } = await made();
    const post = "---\ntitle: 2025년 5월 회고\n---\n";
    const { text } = await again(notebook, post);
    expect(text.startsWith(post.trimEnd())).toBe(true);
  });

  it("keeps notes out that were left out when it was made, until they are asked for", async () => {
    const { notebook } = await made();
    notebook.index.apply({ removed: [DRAFT] });
    notebook.files.contents.delete(DRAFT);
    const plan = await planRetro(notebook, month("2025-05"), new Set(["TIL/2025-05-02-락.md"]));
    if (plan.action !== "create") throw new Error(plan.action);
    expect(plan.noteCount).toBe(2);
    expect(plan.draft.text).not.toContain("락");
    notebook.files.put(plan.base.path, plan.base.text);
    addNote(notebook, DRAFT, plan.draft.text);
    const merge = (await update(notebook)).merge(plan.draft.text);
    expect(merge).toMatchObject({ edits: [], added: [], deleted: ["TIL/2025-05-02-락.md"] });
  });
});

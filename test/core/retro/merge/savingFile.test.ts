import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  readSavingFile,
  type SavedDraft,
  savingFilePath,
  wholeDraft,
  writeSavingFile,
} from "../../../../src/core/retro/merge/savingFile.ts";
import { planRetro } from "../../../../src/core/retro/planRetro.ts";
import { applyEdits } from "../../../../src/core/text/edit.ts";
import { addNote, memoryNotebook } from "../../../support/notebook.ts";
import { MAY_NOTES, month } from "../monthDraft.ts";

const MAY = month("2025-05");
const saving: SavedDraft = { path: "글/오월.md", text: "---\ntitle: 2025년 5월 회고\n---\n\n- 손으로\n" };

describe("what is kept while a draft is saved", () => {
  it("is read back as it was written, and not at all without its path", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readSavingFile(writeSavingFile({ path: "글/a b.md", text }))).toEqual({ path: "글/a b.md", text });
      }),
    );
    expect(readSavingFile("글/오")).toBeUndefined();
  });

  it("stands in for a draft that is cut off, wherever it was cut, and for no other", () => {
    for (let cut = 0; cut < saving.text.length; cut++) {
      expect(wholeDraft(saving.text.slice(0, cut), saving)).toBe(saving.text);
      expect(wholeDraft(`\uFEFF${saving.text.slice(0, cut)}`, saving)).toBe(saving.text);
    }
    for (const other of [saving.text, `${saving.text}- 더\n`, "- 손으로 쓴 다른 글", saving.text.slice(1)]) {
      expect(wholeDraft(other, saving)).toBe(other);
    }
    expect(wholeDraft("", undefined)).toBe("");
  });
});

describe("a draft that was cut off while it was saved", () => {
  const file = savingFilePath(MAY);
  const late = { path: "TIL/2025-05-20-늦은-글.md", text: "---\ntitle: 늦은 글\n---\n\n- 늦음\n" };

  it.each(["회고/2025-05-회고.md", "글/옮긴 회고.md"])(
    "at %s is made again as if nothing had happened",
    async (path) => {
      const notebook = await memoryNotebook(MAY_NOTES);
      const made = await planRetro(notebook, MAY);
      if (made.action !== "create") throw new Error(made.action);
      notebook.files.put(made.base.path, made.base.text);
      const post = made.draft.text.replace("해낸 것들\n", "해낸 것들\n\n- 손으로 쓴 줄\n");
      addNote(notebook, path, post);
      addNote(notebook, late.path, late.text);
      const update = await planRetro(notebook, MAY);
      if (update.action !== "update") throw new Error(update.action);
      const after = applyEdits(post, update.merge(post).edits);
      notebook.files.put(file, update.savingFile(after).text);

      for (const left of ["", after.slice(0, after.length / 2), post, after]) {
        addNote(notebook, path, left);
        const again = await planRetro(notebook, MAY);
        expect(again).toMatchObject({ action: "update", path });
        if (again.action !== "update") throw new Error(again.action);
        expect(applyEdits(left, again.merge(left).edits)).toBe(after);
      }
      // The base was cut off: an entry deleted by hand must not come back for that.
      const without = after.replace(/\*\*큐\*\*\n\n- 차례로\n/, "");
      addNote(notebook, path, without);
      notebook.files.contents.delete(file);
      notebook.files.put(".tomaknote/retro/2025-05.next", made.base.text);
      for (const cut of [0, 3, made.base.text.indexOf("TIL/"), made.base.text.length / 2]) {
        notebook.files.put(made.base.path, made.base.text.slice(0, cut));
        const again = await planRetro(notebook, MAY);
        expect(again).toMatchObject({ action: "update", isDamaged: true, rememberedText: made.base.text });
        if (again.action === "update") expect(again.merge(without).deleted).toEqual(["TIL/2025-05-03-큐.md"]);
      }
      // Deleted as a whole, by its owner: no reason to bring it back.
      notebook.files.contents.delete(path);
      notebook.index.apply({ removed: [path] });
      expect(await planRetro(notebook, MAY)).toMatchObject({ action: "create" });
    },
  );
});

import { describe, expect, it } from "vitest";
import { planRetro } from "../../../../src/core/retro/planRetro.ts";
import { SITES, type Site } from "../../../../src/core/settings/settings.ts";
import { applyEdits } from "../../../../src/core/text/edit.ts";
import { expectGolden } from "../../../support/golden.ts";
import { addNote, type MemoryNotebook, memoryNotebook, type SettingValues } from "../../../support/notebook.ts";
import { month } from "../monthDraft.ts";

const MAY = month("2025-05");
const bytes = (...values: readonly number[]): Uint8Array => new Uint8Array([0x89, 0, 0xff, ...values]);

const NOTES: Readonly<Record<string, string | Uint8Array>> = {
  "TIL/2025/05/2025-05-01-하나.md":
    "---\ntitle: 하나\n---\n\n![그림](그림/첫%20그림.png '제목') [크게](그림/첫%20그림.png) ![없음](없음.png)\n",
  "TIL/2025/05/2025-05-02-둘.md":
    '---\ntitle: 둘\n---\n\n![a][그림] <img src="../b (1).svg?v=2">\n\n[그림]: <../../../첫 그림.png>\n\n| ![칸](그림/첫%20그림.png) |\n| --- |\n',
  "TIL/2025/05/그림/첫 그림.png": bytes(1),
  "TIL/2025/b (1).svg": bytes(2),
  "첫 그림.png": bytes(3),
};

const FILES: Readonly<Partial<Record<Site, Readonly<Record<string, string>>>>> = {
  jekyll: { "_config.yml": "" },
  chirpy: { "_config.yml": "theme: jekyll-theme-chirpy\n" },
  "minimal-mistakes": { "_config.yml": "theme: minimal-mistakes-jekyll\n" },
  hugo: { "hugo.toml": "" },
};

const COPY: SettingValues = { "retro.images": "copy" };

async function created(files: Readonly<Record<string, string | Uint8Array | Error>>, values: SettingValues = COPY) {
  return createdIn(await memoryNotebook(files, values));
}

async function createdIn(notebook: MemoryNotebook, leftOut?: ReadonlySet<string>) {
  const plan = await planRetro(notebook, MAY, leftOut);
  if (plan.action !== "create") throw new Error(plan.action);
  return plan;
}

/** Writes what a plan says, as the commands do. */
async function make(notebook: MemoryNotebook, leftOut?: ReadonlySet<string>): Promise<string> {
  const { draft, base, copies } = await createdIn(notebook, leftOut);
  for (const { from, to } of copies) {
    expect(notebook.files.contents.has(to), to).toBe(false);
    notebook.files.put(to, await notebook.files.read(from));
  }
  addNote(notebook, draft.path, draft.text);
  notebook.files.put(base.path, base.text);
  return draft.text;
}

async function again(notebook: MemoryNotebook, post: string) {
  const plan = await planRetro(notebook, MAY);
  if (plan.action !== "update") throw new Error(plan.action);
  const merge = plan.merge(post);
  const after = applyEdits(post, merge.edits);
  return { merge, after, copies: plan.copies(after) };
}

/** A TIL that shows `image`. */
const til = (image: string): string => `- 글\n\n![그림](${image})\n`;
const places = (copies: readonly { readonly from: string; readonly to: string }[]): string[] =>
  copies.map(({ from, to }) => `${from} → ${to}`);

describe("copied images", () => {
  it.each(SITES)("are shown on %s by the site's own address", async (site) => {
    const { draft, copies } = await created({ ...NOTES, ...FILES[site] }, { ...COPY, "retro.site": site });
    const list = places(copies).join("\n");
    expectGolden(
      `${draft.path}\n${list}\n\n${draft.text.slice(draft.text.indexOf("**하나**"))}`,
      new URL(`golden/${site}.md`, import.meta.url),
    );
    expect(copies.length).toBe(site === "velog" || site === "tistory" ? 0 : 3);
  });

  it("are asked for: by default the draft leads to them where they are", async () => {
    const { draft, copies } = await created(NOTES, {});
    expect(copies).toEqual([]);
    expect(draft.text).toContain("![그림](../TIL/2025/05/그림/첫%20그림.png '제목')");
  });

  it("go below the folder that the site is built from", async () => {
    const values = { ...COPY, "retro.path": "blog/_drafts/{{ date }}.md", "retro.site": "chirpy" };
    const { draft, copies } = await created(
      { "TIL/2025-05-01-a.md": til("a.png"), "TIL/a.png": bytes(), "blog/_config.yml": "" },
      values,
    );
    expect(places(copies)).toEqual(["TIL/a.png → blog/assets/img/posts/2025-05/a.png"]);
    expect(draft.text).toContain("![그림](/assets/img/posts/2025-05/a.png)");
  });

  it("have names that a site publishes and every disk takes", async () => {
    const names = ["_a.png", "#.png", "a b%.png", "ㄱ.png".normalize("NFD"), "A.png", "a.png"];
    const files = Object.fromEntries(names.map((name, index) => [`TIL/${name}`, bytes(index)]));
    const body = names.map((name) => `![a](${encodeURIComponent(name)})`).join("\n");
    const { draft, copies } = await created({ "TIL/2025-05-01-a.md": body, ...files, "hugo.toml": "" });
    expect(copies.map(({ to }) => to.slice("static/images/2025-05/".length))).toEqual([
      "a.png",
      "그림.png",
      "a-b%.png",
      "ㄱ.png",
      "A-2.png",
      "a-3.png",
    ]);
    expect(draft.text).toContain("![a](/images/2025-05/a-b%25.png)");
  });

  it("of one name from two notes are told apart by the notes' paths; equal ones are one file", async () => {
    const { draft, copies } = await created({
      "TIL/2025-05-01-뒤.md": til("c/a.png"),
      "TIL/2025-05-20-앞.md": til("a/a.png"),
      "TIL/2025-05-21-같음.md": til("b/a.png"),
      "TIL/a/a.png": bytes(1),
      "TIL/b/a.png": bytes(1),
      "TIL/c/a.png": bytes(2),
    });
    expect(places(copies)).toEqual([
      "TIL/c/a.png → 회고/images/2025-05/a.png",
      "TIL/a/a.png → 회고/images/2025-05/a-2.png",
    ]);
    expect(draft.text.match(/!\[그림\]\(.*\)/g)).toEqual([
      "![그림](images/2025-05/a.png)",
      "![그림](images/2025-05/a-2.png)",
      "![그림](images/2025-05/a-2.png)",
    ]);
  });

  it("take no place of a different file; what is there already is not copied", async () => {
    const files = {
      "hugo.toml": "",
      "TIL/2025-05-01-a.md": til("a.png") + til("b.png") + til("../static/그림/c%20d.png"),
      "TIL/a.png": bytes(1),
      "TIL/b.png": bytes(2),
      "static/images/2025-05/a.png": bytes(9),
      "static/images/2025-05/b.png": bytes(2),
      "static/그림/c d.png": bytes(3),
    };
    const { draft, copies } = await created(files);
    expect(places(copies)).toEqual(["TIL/a.png → static/images/2025-05/a-2.png"]);
    for (const address of ["/images/2025-05/a-2.png", "/images/2025-05/b.png", "/그림/c%20d.png"])
      expect(draft.text).toContain(`![그림](${address})`);
  });

  it("too large or unreadable stay where they are and are named", async () => {
    const { draft, copies, imageProblems } = await created({
      "TIL/2025-05-01-a.md": til("큼.png") + til("닫힘.png"),
      "TIL/큼.png": new Uint8Array(20_000_001),
      "TIL/닫힘.png": new Error("EACCES"),
    });
    expect(copies).toEqual([]);
    expect(imageProblems).toEqual([
      { path: "TIL/큼.png", reason: "too-large" },
      { path: "TIL/닫힘.png", reason: "unreadable" },
    ]);
    expect(draft.text).toContain("![그림](../TIL/큼.png)");
  });

  it("are found where the disk spells their folder and name in NFD", async () => {
    const { copies } = await created({
      [`${"메모".normalize("NFD")}/2025-05-01-a.md`]: til("그림.png"),
      [`${"메모".normalize("NFD")}/${"그림".normalize("NFD")}.png`]: bytes(),
    });
    expect(places(copies)).toEqual([
      `${"메모".normalize("NFD")}/${"그림".normalize("NFD")}.png → 회고/images/2025-05/그림.png`,
    ]);
  });
});

describe("a retro with copied images made again", () => {
  const files = { "TIL/2025-05-10-b.md": til("b/a.png"), "TIL/b/a.png": bytes(1) };

  it("changes nothing, and copies what has gone from the site's folder", async () => {
    const notebook = await memoryNotebook(files, COPY);
    const post = await make(notebook);
    const second = await again(notebook, post);
    expect(second.merge.edits).toEqual([]);
    expect(second.copies).toEqual([]);
    notebook.files.contents.delete("회고/images/2025-05/a.png");
    const third = await again(notebook, post);
    expect(third.merge.edits).toEqual([]);
    expect(places(third.copies)).toEqual(["TIL/b/a.png → 회고/images/2025-05/a.png"]);
  });

  it("keeps what was copied in its place when a new note comes before it", async () => {
    const notebook = await memoryNotebook(files, COPY);
    const post = await make(notebook);
    notebook.files.put("TIL/a/a.png", bytes(2));
    addNote(notebook, "TIL/2025-05-01-a.md", til("a/a.png"));
    const { merge, after, copies } = await again(notebook, post);
    expect(merge).toMatchObject({ added: ["TIL/2025-05-01-a.md"], updated: [] });
    expect(after).toContain("![그림](images/2025-05/a-2.png)");
    expect(places(copies)).toEqual(["TIL/a/a.png → 회고/images/2025-05/a-2.png"]);
  });

  it("shows an image that was drawn anew, beside the old one", async () => {
    const notebook = await memoryNotebook(files, COPY);
    const post = await make(notebook);
    notebook.files.put("TIL/b/a.png", bytes(7));
    const { merge, after, copies } = await again(notebook, post);
    expect(merge.updated).toEqual(["TIL/2025-05-10-b.md"]);
    expect(after).toContain("![그림](images/2025-05/a-2.png)");
    expect(places(copies)).toEqual(["TIL/b/a.png → 회고/images/2025-05/a-2.png"]);
  });

  it("changes no address in the site's folder when a copy comes to be there", async () => {
    const notebook = await memoryNotebook(
      {
        "hugo.toml": "",
        "TIL/2025-05-01-a.md": til("../static/images/2025-05/a.png"),
        "TIL/2025-05-02-b.md": til("a.png"),
        "TIL/a.png": bytes(1),
      },
      COPY,
    );
    const { merge, copies } = await again(notebook, await make(notebook));
    expect({ edits: merge.edits, copies }).toEqual({ edits: [], copies: [] });
  });

  it("needs no image of a note left out, and renames no other note's for it", async () => {
    const notebook = await memoryNotebook(
      { ...files, "TIL/2025-05-01-a.md": til("a/a.png"), "TIL/a/a.png": bytes(2) },
      COPY,
    );
    const post = await make(notebook, new Set(["TIL/2025-05-01-a.md"]));
    expect(notebook.files.contents.has("회고/images/2025-05/a.png")).toBe(false);
    const { merge, copies } = await again(notebook, post);
    expect({ edits: merge.edits, conflicts: merge.conflicts, copies }).toEqual({
      edits: [],
      conflicts: [],
      copies: [],
    });
  });

  it("keeps the links of an entry edited by hand, and copies nothing for them", async () => {
    const notebook = await memoryNotebook(files, {});
    const post = (await make(notebook)).replace("- 글", "- 고친 글");
    const copying: MemoryNotebook = {
      ...notebook,
      settings: { ...notebook.settings, retro: { ...notebook.settings.retro, images: "copy" } },
    };
    const { merge, copies } = await again(copying, post);
    expect(merge.edits).toEqual([]);
    expect(merge.conflicts).toHaveLength(1);
    expect(copies).toEqual([]);
  });
});

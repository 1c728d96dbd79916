import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NEVER_CANCELLED } from "../../../src/core/notebook/files.ts";
import { renameTagsInText } from "../../../src/core/notebook/renameTagsInText.ts";
import { composedTag, tagMove } from "../../../src/core/notebook/tagMove.ts";
import { planTagRename } from "../../../src/core/notebook/tagRename.ts";
import { applyEdits } from "../../../src/core/text/edit.ts";
import { memoryNotebook, noteOf, type SettingValues } from "../../support/notebook.ts";

type Contents = Parameters<typeof memoryNotebook>[0];

async function plan(contents: Contents, from: readonly string[], to: string, values: SettingValues = {}) {
  const notebook = await memoryNotebook(contents, values);
  return planTagRename(notebook, tagMove(from, to), { cancellation: NEVER_CANCELLED });
}

const after = ({ files }: Awaited<ReturnType<typeof plan>>): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ path, text, edits }) => [path, applyEdits(text, edits)]));

describe("renaming a tag in all notes", () => {
  it("lets everything else have its turn after every few notes", async () => {
    const contents = Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [`${n}.md`, `---\ntags: [spring]\n---\n- 글 ${n} #spring\n`]),
    );
    const notebook = await memoryNotebook(contents);
    let turns = 0;
    const turning = setInterval(() => turns++);
    const { files } = await planTagRename(notebook, tagMove(["spring"], "jpa"), { cancellation: NEVER_CANCELLED });
    clearInterval(turning);
    expect(files).toHaveLength(300);
    expect(turns).toBeGreaterThan(300 / 8);
  });

  it("changes the notes that have it, in front matter and body, and reads no other", async () => {
    const contents = {
      "a.md": "---\ntags: [spring, jpa]\n---\n- 글 #spring/boot, #spring\n- `#spring` springs\n",
      "b.md": "# 제목\n\n#자바 #spring\n",
      "c.md": "---\ntags: [springs]\n---\nspring\n",
      "d.md": "\ufeff+++\r\ntags = ['spring/boot']\r\n+++\r\n",
    };
    const notebook = await memoryNotebook(contents);
    notebook.files.reads.length = 0;
    const result = await planTagRename(notebook, tagMove(["spring"], "framework/spring"), {
      cancellation: NEVER_CANCELLED,
    });
    expect(after(result)).toEqual({
      "a.md":
        "---\ntags: [framework/spring, jpa]\n---\n- 글 #framework/spring/boot, #framework/spring\n- `#spring` springs\n",
      "b.md": "# 제목\n\n#자바 #framework/spring\n",
      "d.md": "\ufeff+++\r\ntags = ['framework/spring/boot']\r\n+++\r\n",
    });
    expect(result.skipped).toEqual([]);
    expect([...notebook.files.reads].sort()).toEqual(["a.md", "b.md", "d.md"]);
    const first = result.files.find(({ path }) => path === "a.md");
    expect([first?.before, first?.after]).toEqual(["tags: [spring, jpa]", "tags: [framework/spring, jpa]"]);
  });

  it("writes tags composed that are spelled in letters taken apart, and touches nothing else", async () => {
    const nfd = "회고".normalize("NFD");
    const notebook = await memoryNotebook({
      "a.md": `---\ntags: [${nfd}, 자바]\n---\n${nfd}\n`,
      "b.md": "---\ntags: [회고]\n---\n- 글 #회고\n",
      "c.md": `# ${nfd}\n\n#${nfd} #jpa\n`,
    });
    const result = await planTagRename(notebook, composedTag, { cancellation: NEVER_CANCELLED });
    expect(after(result)).toEqual({
      "a.md": `---\ntags: [회고, 자바]\n---\n${nfd}\n`,
      "c.md": `# ${nfd}\n\n#회고 #jpa\n`,
    });
  });

  it("leaves bodies alone when their #tags are none", async () => {
    const contents = { "a.md": "---\ntags: [spring]\n---\n- 글 #spring\n", "b.md": "- 글 #spring\n" };
    expect(after(await plan(contents, ["spring"], "x", { inlineTags: false }))).toEqual({
      "a.md": "---\ntags: [x]\n---\n- 글 #spring\n",
    });
  });

  it("names what it leaves, and why", async () => {
    const result = await plan(
      {
        "broken.md": "---\ntags: [a]\nx: [\n---\n",
        "mixed.md": "---\r\ntags: [a]\n---\n",
        "cp949.md": new Uint8Array([...new TextEncoder().encode("---\ntags: [a]\n---\n"), 0xc7, 0xd1]),
        "alias.md": "---\nt: &t [a]\ntags: *t\n---\n",
        "inline.md": "---\ntags: [a]\n---\n- 글 #a\n",
        "[a] 글.md": "글\n",
        "good.md": "---\ntags: [a]\n---\n",
      },
      ["a"],
      "Clean Code",
    );
    expect(after(result)).toEqual({
      "good.md": "---\ntags: [Clean Code]\n---\n",
      "inline.md": "---\ntags: [Clean Code]\n---\n- 글 #a\n",
    });
    expect(Object.fromEntries(result.skipped.map(({ path, reason }) => [path, reason]))).toEqual({
      "broken.md": "front-matter",
      "mixed.md": "mixed-line-ends",
      "cp949.md": "not-utf8",
      "alias.md": "front-matter",
      "inline.md": "inline",
    });
    expect(result.inNames).toEqual(["[a] 글.md"]);
  });

  it("leaves a #tag whose new name a text would not show as one", async () => {
    const result = await plan({ "a.md": "- 글 #회고\n" }, ["회고"], "fff");
    expect([result.files, result.skipped]).toEqual([[], [{ path: "a.md", reason: "inline" }]]);
    const between = await plan({ "a.md": "---\ntags: [회고]\n---\n- 오늘 #회고 를 썼다\n" }, ["회고"], "retro");
    expect(after(between)).toEqual({ "a.md": "---\ntags: [retro]\n---\n- 오늘 #회고 를 썼다\n" });
    expect(between.skipped).toEqual([{ path: "a.md", reason: "inline" }]);
  });

  it("changes the tags of HackMD", async () => {
    const result = await plan({ "a.md": "###### tags: `TIL`, `Clean Swift`\n- 글\n" }, ["Clean Swift"], "Swift");
    expect(after(result)).toEqual({ "a.md": "###### tags: `TIL`, `Swift`\n- 글\n" });
  });

  it("stops when it is cancelled, and tells how far it is", async () => {
    const contents = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n}.md`, "---\ntags: [a]\n---\n"]));
    const notebook = await memoryNotebook(contents);
    const cancellation = { aborted: false };
    const seen: number[] = [];
    const { files } = await planTagRename(notebook, tagMove(["a"], "b"), {
      cancellation,
      onProgress: (done, total) => {
        seen.push(done, total);
        cancellation.aborted = true;
      },
    });
    expect(seen).toEqual([16, 40]);
    expect(files).toHaveLength(16);
  });
});

describe("renaming tags of any note", () => {
  const piece = fc.constantFrom(
    ...[
      "글 #a\n",
      "#a #b/c\n",
      "- 글 #a/b, #c\n",
      "오늘 #회고 를 썼다 #a\n",
      "```\n#a #b\n```\n",
      "글 `#a` #b\n",
      "###### tags: `a`, `b/c`\n",
      "# 제목\n",
      "#a\n",
      "\n",
      "a\n",
      "ls #a b\n",
    ],
  );
  const head = fc.constantFrom(
    "",
    "---\ntags: [a, b]\n---\n",
    "---\ntag: a b/c\n---\n",
    "---\ntags:\n- 'c'\n- \"a\"\n---\n",
    "+++\ntags = ['a/b']\n+++\n",
  );
  const text = fc
    .tuple(head, fc.array(piece, { maxLength: 8 }), fc.constantFrom("\n", "\r\n"))
    .map(([front, body, eol]) => (front + body.join("")).replaceAll("\n", eol));

  it("gives the note the tags it should have, and changes nothing but tags", () => {
    let edited = 0;
    fc.assert(
      fc.property(
        text,
        fc.constantFrom("a", "b", "c"),
        fc.constantFrom("x", "x/y", "b", "회고", "a/z"),
        (before, from, to) => {
          const rename = tagMove([from], to);
          const result = renameTagsInText(before, rename, true);
          expect(result.ok).toBe(true);
          if (!result.ok) return;
          if (result.edits.length > 0) edited++;
          const changed = applyEdits(before, result.edits);
          const expected = noteOf("a.md", before).tags.map((tag) => rename(tag) ?? tag);
          expect(new Set(noteOf("a.md", changed).tags)).toEqual(new Set(expected));
          // What is taken out or put in is no more than names with their separators.
          for (const { start, end, newText } of result.edits) {
            expect(before.slice(start, end) + newText).toMatch(/^[\p{L}/,\s'"[\]-]*$/u);
          }
        },
      ),
      { numRuns: 2000 },
    );
    expect(edited).toBeGreaterThan(1000);
  });

  it("there and back is the same text, where nothing was merged", () => {
    let edited = 0;
    fc.assert(
      fc.property(text, fc.constantFrom("a", "b", "c"), (before, from) => {
        const there = renameTagsInText(before, tagMove([from], "새/이름"), true);
        if (!there.ok) throw new Error("refused");
        const after = applyEdits(before, there.edits);
        const back = renameTagsInText(after, tagMove(["새/이름"], from), true);
        if (!back.ok) throw new Error("refused");
        if (there.edits.length > 0) edited++;
        expect(applyEdits(after, back.edits)).toBe(before);
      }),
      { numRuns: 2000 },
    );
    expect(edited).toBeGreaterThan(1000);
  });
});

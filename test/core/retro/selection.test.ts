import { describe, expect, it } from "vitest";
import { notesForRetro } from "../../../src/core/retro/notesForRetro.ts";
import { planRetro } from "../../../src/core/retro/planRetro.ts";
import { tagGroups } from "../../../src/core/retro/tagGroups.ts";
import { applyEdits } from "../../../src/core/text/edit.ts";
import { expectGolden } from "../../support/golden.ts";
import { addNote, memoryNotebook, noteOf, type SettingValues } from "../../support/notebook.ts";
import { goldenFile, MAY_NOTES, mayDraft, month } from "./monthDraft.ts";

const STARRED = {
  ...MAY_NOTES,
  "TIL/2025-05-04-별.md": "---\ntitle: 별\ntags: [천문, ★]\n---\n\n- 반짝\n",
  "토막글/2025-05-05-토막글-11.md": "---\ntitle: 오늘의 토막글 11\nstar: true\n---\n\n- 열하나\n",
};

const sectionsIn = (text: string): Record<string, readonly string[]> =>
  Object.fromEntries(
    text
      .split(/^## /m)
      .slice(1)
      .map((section) => [
        section.split("\n", 1)[0] ?? "",
        [...section.matchAll(/^(?:\*\*(.+)\*\*|### .+)$/gm)].map(([line, title]) => title ?? line),
      ]),
  );

/** A draft made of some notes and brought up to date with more of them. */
async function grown(
  files: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>>,
  values: SettingValues = {},
  byHand = (text: string) => text,
): Promise<string> {
  const notebook = await memoryNotebook(files, values);
  const made = await planRetro(notebook, month("2025-05"));
  if (made.action !== "create") throw new Error(made.action);
  addNote(notebook, made.draft.path, made.draft.text);
  notebook.files.put(made.base.path, made.base.text);
  for (const [path, text] of Object.entries(more)) addNote(notebook, path, text);
  const again = await planRetro(notebook, month("2025-05"));
  if (again.action !== "update") throw new Error(again.action);
  const post = byHand(made.draft.text);
  return applyEdits(post, again.merge(post).edits);
}

describe("a note with retro: false", () => {
  it.each(["retro: false", "Retro : no", "retro: 'false'"])("is left out by %s, and not counted", async (line) => {
    const files = { ...MAY_NOTES, "TIL/2025-05-06-비밀.md": `---\ntitle: 비밀\n${line}\n---\n\n- 여기만\n` };
    expect((await mayDraft(files)).text).toBe((await mayDraft(MAY_NOTES)).text);
    const { index } = await memoryNotebook(files);
    expect(notesForRetro(index, month("2025-05"))).toHaveLength(5);
    expect(index.notesOf(month("2025-05"))).toHaveLength(6);
  });

  it.each(["retro: true", "retro:", "retro: 2025년 5월", "retro: falsehood", "retros: false"])(
    "is not one with %s",
    (line) => {
      expect(noteOf("TIL/2025-05-06-a.md", `---\n${line}\n---\n`).leftOutOfRetro).toBeUndefined();
    },
  );
});

describe("favourites", () => {
  it("stand above the lists, and nowhere else", async () => {
    const { text } = await mayDraft(STARRED);
    expectGolden(text, goldenFile("starred"));
    const sections = sectionsIn(text);
    expect(Object.keys(sections).slice(3)).toEqual([
      ...["이달의 토막글", "5월 동안 쓴 토막글들", "5월 동안 쓴 TIL", "5월 동안 남긴 노트들"],
    ]);
    expect(sections["이달의 토막글"]).toEqual(["오늘의 토막글 11", "별"]);
    for (const title of ["오늘의 토막글 11", "별"]) expect(text.split(`**${title}**`)).toHaveLength(2);
  });

  it("take a section with them when it has no other note", async () => {
    const { text } = await mayDraft({ "TIL/2025-05-04-별.md": STARRED["TIL/2025-05-04-별.md"] });
    expect(Object.keys(sectionsIn(text)).slice(3)).toEqual(["이달의 토막글"]);
  });

  it.each([
    ["#★", "tags: [★]", true],
    ["#★", "tags: ['#★']", true],
    ["#Best", "tags: [best]", true],
    ["star", "star: true", true],
    ["star", "Star: yes", true],
    ["즐겨찾기", "즐겨찾기: on", true],
    ["star", "star: 5", false],
    ["star", "star: false", false],
    ["star", "tags: [star]", false],
    ["#star", "star: true", false],
  ])("are told by %s: %s is %s", async (mark, line, expected) => {
    const files = { "TIL/2025-05-04-a.md": `---\n${line}\n---\n` };
    const { index } = await memoryNotebook(files, { "retro.star": [mark] });
    expect(index.notes()[0]?.starred ?? false).toBe(expected);
  });

  it("are none when the setting is empty", async () => {
    const { text } = await mayDraft(STARRED, { "retro.star": [] });
    expect(text).not.toContain("이달의 토막글");
    expect(text).toContain("**별**");
  });

  it("join a draft that is there as if they had always been in it", async () => {
    const { "TIL/2025-05-04-별.md": star, ...rest } = STARRED;
    expect(await grown(rest, { "TIL/2025-05-04-별.md": star })).toBe((await mayDraft(STARRED)).text);
    expect(await grown(MAY_NOTES, { "TIL/2025-05-04-별.md": star })).toBe(
      (await mayDraft({ ...MAY_NOTES, "TIL/2025-05-04-별.md": star })).text,
    );
  });
});

describe("TIL by tag", () => {
  const tagged = {
    ...MAY_NOTES,
    "TIL/2025-05-01-없음.md": "# 태그가 없는 것\n\n- 하나\n",
    "TIL/2025-05-05-힙.md": "---\ntitle: 힙\ntags: [자바]\n---\n\n- 쌓기\n",
    "TIL/2025-05-06-키.md": "---\ntitle: 키\ntags: [redis]\n---\n\n- 만료\n",
  };

  it("has a heading for each first tag, the untagged last", async () => {
    const { text } = await mayDraft(tagged, { "retro.tilOrder": "tag" });
    expectGolden(text, goldenFile("til-by-tag"));
    expect(sectionsIn(text)["5월 동안 쓴 TIL"]).toEqual([
      ...[
        "### 자바",
        "[락](https://example.com/lock)",
        "힙",
        "### Redis",
        "큐",
        "키",
        "### 태그 없음",
        "태그가 없는 것",
      ],
    ]);
  });

  it("leaves the other sections as they are", async () => {
    const others = (text: string) =>
      text.split(/^(?=## )/m).filter((section) => !section.startsWith("## 5월 동안 쓴 TIL"));
    const byDay = await mayDraft(tagged);
    const byTag = await mayDraft(tagged, { "retro.tilOrder": "tag" });
    expect(byTag.text).not.toBe(byDay.text);
    expect(others(byTag.text)).toEqual(others(byDay.text));
  });

  it("orders tags as Korean does, whatever the order of the notes", () => {
    const notes = ["하", "Redis", "가나", "가", "나", "ㄱ", "10", "9"].map((tag) => ({
      note: noteOf(`TIL/${tag}.md`, `---\ntags: ["${tag}"]\n---\n`),
    }));
    const order = tagGroups(notes).map(({ heading }) => heading);
    expect(order).toEqual(tagGroups([...notes].reverse()).map(({ heading }) => heading));
    expect(order.filter((tag) => /[가-힣]/.test(tag))).toEqual(["가", "가나", "나", "하"]);
    expect(order.indexOf("9")).toBeLessThan(order.indexOf("10"));
  });

  it("takes spellings of one tag together, NFD and capitals", () => {
    const notes = ["자바", "자바".normalize("NFD"), "K8S", "k8s"].map((tag, index) => ({
      note: noteOf(`TIL/${index}.md`, `---\ntags: ["${tag}"]\n---\n`),
    }));
    expect(tagGroups(notes).map(({ heading, members }) => [heading, members.length])).toEqual(
      expect.arrayContaining([
        ["자바", 2],
        ["K8S", 2],
      ]),
    );
  });

  it("brings the section's heading along with the first of its groups, once", async () => {
    const values = { "retro.tilOrder": "tag" };
    const isTil = ([path]: readonly [string, string]) => path.startsWith("TIL/");
    const rest = Object.fromEntries(Object.entries(tagged).filter((entry) => !isTil(entry)));
    const til = Object.fromEntries(Object.entries(tagged).filter(isTil));
    expect(await grown(rest, til, values)).toBe((await mayDraft(tagged, values)).text);
  });

  it("leaves what a person wrote below the section's heading above its groups", async () => {
    const values = { "retro.tilOrder": "tag" };
    const more = { "TIL/2025-05-07-새.md": "---\ntitle: 새\ntags: [가상화]\n---\n\n- 줄\n" };
    const note = (text: string) => text.replace("동안 쓴 TIL\n", "동안 쓴 TIL\n\n손으로 쓴 말\n");
    expect(await grown(tagged, more, values, note)).toBe(note((await mayDraft({ ...tagged, ...more }, values)).text));
  });

  it.each(["자바", "redis", "카프카", "가상화"])(
    "brings a new note under %s into a draft that is there",
    async (tag) => {
      const values = { "retro.tilOrder": "tag" };
      const more = { "TIL/2025-05-07-새.md": `---\ntitle: 새\ntags: [${tag}]\n---\n\n- 줄\n` };
      expect(await grown(tagged, more, values)).toBe((await mayDraft({ ...tagged, ...more }, values)).text);
    },
  );
});

import { describe, expect, it } from "vitest";
import { planTil, type TitledNoteRequest } from "../../../src/core/write/planTil.ts";
import { addNote, type MemoryNotebook, memoryNotebook, noteOf } from "../../support/notebook.ts";
import { day } from "../calendar/days.ts";

async function plan(notebook: MemoryNotebook, request: Partial<TitledNoteRequest> = {}) {
  const result = await planTil(notebook, {
    ...{ title: "redis 만료키 삭제", tags: [], day: day("2025-05-03") },
    now: Date.parse("2025-05-03T10:00:00+09:00"),
    ...request,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result;
}

describe("planTil", () => {
  it("makes a note of its title, the cursor in the first bullet", async () => {
    const { path, text, cursor } = await plan(await memoryNotebook({}), {
      tags: ["redis"],
      link: "https://redis.io/a#b",
    });
    expect(path).toBe("TIL/2025/05/2025-05-03-redis-만료키-삭제.md");
    expect(text).toBe(`---
title: redis 만료키 삭제
date: 2025-05-03 10:00:00 +0900
categories: [TIL]
tags: [redis]
link: https://redis.io/a#b
---

- 
`);
    expect(text.slice(cursor)).toBe("\n");
  });

  it("says nothing of a link when there is none", async () => {
    expect((await plan(await memoryNotebook({}))).text).not.toContain("link");
  });

  it("counts up where the name is taken, by a file of any kind and spelling", async () => {
    const notebook = await memoryNotebook({});
    for (const count of ["", "-2", "-3"]) {
      const { path, text } = await plan(notebook);
      expect(path).toBe(`TIL/2025/05/2025-05-03-redis-만료키-삭제${count}.md`);
      addNote(notebook, path.normalize(count === "" ? "NFD" : "NFC"), text);
    }
    notebook.files.put("TIL/2025/05/2025-05-03-REDIS-만료키-삭제-4.md", "색인에 없는 글");
    expect((await plan(notebook)).path).toMatch(/-5\.md$/);
    expect((await plan(notebook, { day: day("2025-05-04") })).path).toMatch(/05-04-redis-만료키-삭제\.md$/);
  });

  it.each([
    ["제목: 부제", ["a, b", "C#", "#자바", "yes", "자바/스프링"]],
    ['"따옴표"와 [괄호]', ["{{ x }}", "'"]],
    ["2025-05-01", ["2025"]],
    ["- 하이픈", [":"]],
    ["줄\n바꿈", ["태그".normalize("NFD"), " 태그 ", ""]],
    ["{{ title }} {% raw %}", []],
  ])("is read back with the title and tags it was given: %j %j", async (title, tags) => {
    const { path, text } = await plan(await memoryNotebook({}), { title, tags });
    const note = noteOf(path, text);
    expect(note.problem).toBeUndefined();
    expect(note.title).toBe(title.replace("\n", " "));
    const expected = tags.map((tag) => tag.trim().replace(/^#/, "").normalize("NFC")).filter((tag) => tag !== "");
    expect(note.tags).toEqual([...new Set(expected)]);
    expect(note.date?.text).toBe("2025-05-03");
  });

  it("keeps names within 255 bytes for the longest title, also with a count", async () => {
    const notebook = await memoryNotebook({});
    const title = "가나다라마바사".repeat(700);
    const first = await plan(notebook, { title });
    addNote(notebook, first.path, first.text);
    const second = await plan(notebook, { title });
    expect(second.path).toMatch(/-2\.md$/);
    for (const { path } of [first, second]) {
      expect(new TextEncoder().encode(path.split("/").at(-1)).length).toBeLessThanOrEqual(255);
    }
    expect(noteOf(second.path, second.text).title).toBe(title);
  });

  it("refuses a path out of the notebook", async () => {
    const notebook = await memoryNotebook({}, { "til.path": "../{{ slug }}.md" });
    await expect(plan(notebook)).rejects.toThrow(/til\.path.*outside/);
  });
});

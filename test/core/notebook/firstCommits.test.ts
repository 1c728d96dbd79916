import { describe, expect, it } from "vitest";
import { readNotes } from "../../../src/core/note/readNote.ts";
import { NEVER_CANCELLED } from "../../../src/core/notebook/files.ts";
import { datedByCommits, readFirstCommits } from "../../../src/core/notebook/firstCommits.ts";
import { NotebookIndex } from "../../../src/core/notebook/notebookIndex.ts";
import { NotebookRecords } from "../../../src/core/notebook/records.ts";
import { MemoryCache } from "../../support/memoryCache.ts";
import { MemoryDisk } from "../../support/memoryFiles.ts";
import { dayRule, defaultRules, noteOf } from "../../support/notebook.ts";

const at = (text: string) => Date.parse(text);
const seconds = (text: string) => String(at(text) / 1000);

/** What Git prints for some commits. */
function log(...commits: readonly (readonly [time: string, parents: string, ...files: string[]])[]): string {
  return commits
    .map(
      ([time, parents, ...files]) =>
        `\u0001${seconds(time)} ${parents}\0\n${files.map((file) => `${file}\0`).join("")}`,
    )
    .join("");
}

const FIRST = "2023-03-01T10:00:00+09:00";
const LATER = "2023-04-02T10:00:00+09:00";

describe("what Git says of first commits", () => {
  it("is the first time of each path, in NFC", () => {
    const told = log([FIRST, "", "A\0a.md", `A\0${"글.md".normalize("NFD")}`], [LATER, "1", "A\0b c.md", "A\0a.md"]);
    expect([...readFirstCommits(told, false)]).toEqual([
      ["a.md", at(FIRST)],
      ["글.md", at(FIRST)],
      ["b c.md", at(LATER)],
    ]);
  });

  it("follows a file to its new name", () => {
    const told = log([FIRST, "", "A\0a.md"], [LATER, "1", "R100\0a.md\0TIL/a.md"], [LATER, "2", "R100\0x.md\0y.md"]);
    const found = readFirstCommits(told, false);
    expect(found.get("TIL/a.md")).toBe(at(FIRST));
    expect(found.get("y.md")).toBe(at(LATER));
  });

  it("says nothing of what a history that was cut off begins with", () => {
    const told = log([FIRST, "", "A\0a.md"], [LATER, "1", "A\0b.md"]);
    expect([...readFirstCommits(told, true).keys()]).toEqual(["b.md"]);
  });

  it.each(["", "fatal: not a git repository", "\u0001x \0\nA\0a.md\0", "A\0a.md\0", "\u0001\0A"])(
    "%j is nothing",
    (told) => {
      expect(readFirstCommits(told, false).size).toBe(0);
    },
  );
});

describe("the day of the first commit", () => {
  const dating = datedByCommits(
    new Map(
      ["a.md", "README.md", "2021/a.md", "2023/03/a.md", "2023-03.md", "TIL.md", "글.md"].map((path) => [
        path,
        at("2023-03-01T01:30:00+09:00"),
      ]),
    ),
    dayRule(),
  );
  const dateOf = (path: string, text = "본문") => dating(noteOf(path, text)).date;

  it("is that of a note without one, in the notebook's zone and by the writer's day", () => {
    expect(dateOf("a.md")).toEqual({ text: "2023-03-01", precision: "day", source: "git" });
    expect(dateOf("글.md".normalize("NFD"))?.text).toBe("2023-03-01");
    const night = datedByCommits(new Map([["a.md", at("2023-03-01T01:30:00+09:00")]]), dayRule("Asia/Seoul", "04:00"));
    expect(night(noteOf("a.md")).date?.text).toBe("2023-02-28");
  });

  it("makes a folder's month exact, and changes nothing else that is said", () => {
    expect(dateOf("2023/03/a.md")).toMatchObject({ text: "2023-03-01", source: "git" });
    expect(dateOf("2021/a.md")).toMatchObject({ text: "2021", source: "folder" });
    expect(dateOf("2023-03.md")).toMatchObject({ text: "2023-03", source: "name" });
    expect(dateOf("a.md", "# 2022.04.04")).toMatchObject({ text: "2022-04-04", source: "heading" });
    expect(dateOf("a.md", "---\nmonth: 2023-03\n---\n")).toMatchObject({ text: "2023-03", source: "front-matter" });
  });

  it("is not that of what Git does not know, of a README or of a diary's days", () => {
    expect(dateOf("b.md")).toBeUndefined();
    expect(dateOf("README.md")).toBeUndefined();
    const days = readNotes("TIL.md", "## 2022.04.04\n가\n## 2022.04.05\n나\n", defaultRules).map(dating);
    expect(days.map(({ date }) => date?.text)).toEqual(["2022-04-04", "2022-04-05"]);
  });
});

describe("an index dated by commits", () => {
  const commits = (...paths: string[]) => datedByCommits(new Map(paths.map((path) => [path, at(FIRST)])), dayRule());

  it("has its undated notes in their months, those read later too, and says which files it changed", () => {
    const index = new NotebookIndex();
    const read = (path: string, text: string) =>
      index.apply({ read: new Map([[path, readNotes(path, text, defaultRules)]]) });
    read("a.md", "가");
    read("2025-05-01.md", "나");
    expect([...index.dateBy(commits("a.md", "b.md"))]).toEqual(["a.md"]);
    read("b.md", "다");
    expect(index.months()).toEqual(["2025-05", "2023-03"]);
    expect(index.statedIn("a.md")[0]?.date).toBeUndefined();
    expect([...index.dateBy(commits("a.md"))]).toEqual(["b.md"]);
    read("a.md", "# 2024.01.02");
    expect(index.notesIn("a.md")[0]?.date).toMatchObject({ text: "2024-01-02", source: "heading" });
    index.apply({ removed: ["a.md", "b.md"] });
    expect(index.months()).toEqual(["2025-05"]);
  });

  it("leaves no days of Git in the cache", async () => {
    const files = new MemoryDisk({ "a.md": "가" });
    files.now += 10_000;
    const cache = new MemoryCache();
    const options = { concurrency: 2, cancellation: NEVER_CANCELLED, now: () => files.now };
    const open = () => new NotebookRecords({ files, cache, rules: defaultRules, readingKey: "1" });
    const first = open();
    await first.catchUp(options);
    first.index.dateBy(commits("a.md"));
    expect(first.index.notesIn("a.md")[0]?.date?.source).toBe("git");
    await first.save();
    const second = open();
    expect(await second.restore(options)).toBe(true);
    expect(second.index.notesIn("a.md")[0]?.date).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { NEVER_CANCELLED } from "../../../src/core/notebook/files.ts";
import { NotebookRecords } from "../../../src/core/notebook/records.ts";
import { readingKey } from "../../../src/core/settings/noteRules.ts";
import { MemoryCache } from "../../support/memoryCache.ts";
import { MemoryDisk, type MemoryFiles } from "../../support/memoryFiles.ts";
import { defaultRules, settingsWith } from "../../support/notebook.ts";

const optionsFor = (files: MemoryFiles, cancellation = NEVER_CANCELLED) => ({
  concurrency: 2,
  cancellation,
  now: () => files.now,
});

function disk(count: number): MemoryDisk {
  const files = new MemoryDisk({ ".git/HEAD": "" });
  for (let index = 0; index < count; index++) files.put(`TIL/${index % 7}/2025-05-${index}.md`, `# 글 ${index}\n`);
  files.now += 10_000;
  return files;
}

async function opened(files: MemoryFiles, cache = new MemoryCache(), key = "1"): Promise<NotebookRecords> {
  const records = new NotebookRecords({ files, cache, rules: defaultRules, readingKey: key });
  await records.restore(optionsFor(files));
  await records.catchUp(optionsFor(files));
  return records;
}

const touch = (...paths: readonly string[]) => ({ touched: new Set(paths), removed: new Set<string>() });
const remove = (...paths: readonly string[]) => ({ touched: new Set<string>(), removed: new Set(paths) });

describe("the cache", () => {
  it("spares reading what did not change, and only that", async () => {
    const files = disk(1_200);
    const cache = new MemoryCache();
    await (await opened(files, cache)).save();
    files.put("TIL/1/2025-05-1.md", "# 고친 글\n");
    files.contents.delete("TIL/2/2025-05-2.md");
    files.put("TIL/새.md", "# 새 글\n");
    files.reads.length = 0;
    const records = new NotebookRecords({ files, cache, rules: defaultRules, readingKey: "1" });
    expect(await records.restore(optionsFor(files))).toBe(true);
    expect(records.index.fileCount).toBe(1_200);
    expect(files.reads).toEqual([]);
    const { read, removed } = await records.catchUp(optionsFor(files));
    expect([...read].sort()).toEqual(["TIL/1/2025-05-1.md", "TIL/새.md"]);
    expect([...removed]).toEqual(["TIL/2/2025-05-2.md"]);
    expect(files.reads).toHaveLength(2);
  });

  it("is written when something changed, and not otherwise", async () => {
    const files = disk(3);
    const cache = new MemoryCache();
    const first = await opened(files, cache);
    expect(first.unsaved).toBe(3);
    await first.save();
    await first.save();
    await (await opened(files, cache)).save();
    expect(cache.writes).toBe(1);
    const later = await opened(files, cache);
    files.contents.delete("TIL/1/2025-05-1.md");
    await later.follow(remove("TIL/1/2025-05-1.md"), optionsFor(files));
    await later.save();
    expect(cache.writes).toBe(2);
  });

  it("reads a file again by its contents when its time could lie, and keeps its notes when they are the same", async () => {
    const files = disk(1);
    files.put("방금.md", "# 방금\n");
    files.put("앞날.md", "# 앞날\n", 9e12);
    const cache = new MemoryCache();
    await (await opened(files, cache)).save();
    files.reads.length = 0;
    const records = new NotebookRecords({ files, cache, rules: defaultRules, readingKey: "1" });
    await records.restore(optionsFor(files));
    const before = records.index.notesIn("방금.md");
    files.now += 10_000;
    const { read } = await records.catchUp(optionsFor(files));
    expect(files.reads.sort()).toEqual(["방금.md", "앞날.md"].sort());
    expect(read.size).toBe(0);
    expect(records.index.notesIn("방금.md")).toBe(before);
    // By now the time of one can be believed, which is worth writing down.
    await records.save();
    files.reads.length = 0;
    await opened(files, cache);
    expect(files.reads).toEqual(["앞날.md"]);
  });

  it("sees a file of the same size whose old time was put back", async () => {
    const files = disk(3);
    const cache = new MemoryCache();
    await (await opened(files, cache)).save();
    const { modified } = files.stateOf("TIL/1/2025-05-1.md");
    files.put("TIL/1/2025-05-1.md", "# 말 1\n", modified);
    expect((await opened(files, cache)).index.notesIn("TIL/1/2025-05-1.md").map(({ title }) => title)).toEqual([
      "말 1",
    ]);
  });

  it("is not used under other rules or by another version", async () => {
    const files = disk(5);
    const cache = new MemoryCache();
    const keys = [
      readingKey("1", settingsWith()),
      readingKey("2", settingsWith()),
      readingKey("1", settingsWith({ timeZone: "UTC" })),
      readingKey("1", settingsWith({ "tomak.title": "하루 {{ number }}" })),
      readingKey("1", settingsWith({ "retro.star": ["좋음"] })),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(readingKey("1", settingsWith({ exclude: ["x"] }))).toBe(keys[0]);
    for (const key of keys) {
      files.reads.length = 0;
      await (await opened(files, cache, key)).save();
      expect(files.reads).toHaveLength(5);
    }
  });

  it("loses no more than the damaged part", async () => {
    const files = disk(1_200);
    const cache = new MemoryCache();
    await (await opened(files, cache)).save();
    const bytes = cache.contents.get("notes") ?? new Uint8Array();
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    files.reads.length = 0;
    expect((await opened(files, cache)).index.fileCount).toBe(1_200);
    expect(files.reads).toHaveLength(200);
  });

  it.each([
    ["nothing", () => new Uint8Array()],
    ["noise", () => new Uint8Array(5_000).fill(7)],
    ["a line of noise", () => new TextEncoder().encode("0123456789abcd{}\nx")],
  ])("of %s is as none", async (_, noise) => {
    const files = disk(5);
    const cache = new MemoryCache();
    cache.contents.set("notes", noise());
    expect((await opened(files, cache)).index.fileCount).toBe(5);
    expect(files.reads).toHaveLength(5);
  });
});

describe("a folder that goes away", () => {
  it("leaves notes and cache as they were, and all is right when it is back", async () => {
    const files = disk(10);
    const cache = new MemoryCache();
    const records = await opened(files, cache);
    await records.save();
    files.away.add("");
    const all = [...records.index.paths()];
    await expect(records.follow(remove(...all), optionsFor(files))).rejects.toThrow("went away");
    await expect(records.catchUp(optionsFor(files))).rejects.toThrow("cannot be read");
    await records.save();
    expect(records.index.fileCount).toBe(10);
    expect(cache.writes).toBe(1);
    files.away.clear();
    files.put("새.md", "# 새\n");
    const change = await records.catchUp(optionsFor(files));
    expect([...change.read, ...change.removed]).toEqual(["새.md"]);
  });

  it.each(["what it told of", "all of it"])("while %s is read leaves notes as they were", async (what) => {
    const files = disk(10);
    const records = await opened(files);
    const all = [...records.index.paths()];
    for (const path of all) files.put(path, "# 다른 글\n");
    files.reads.length = 0;
    const read = files.read.bind(files);
    files.read = async (path) => {
      if (files.reads.length >= 4) {
        files.away.add("");
        files.contents.clear();
      }
      return read(path);
    };
    const options = optionsFor(files);
    const following = what === "all of it" ? records.catchUp(options) : records.follow(touch(...all), options);
    await expect(following).rejects.toThrow("went away");
    expect(records.index.fileCount).toBe(10);
    expect([...records.index.notes()].map(({ title }) => title)).not.toContain("다른 글");
  });

  it("is suspected where a notebook was and nothing at all is", async () => {
    const files = disk(10);
    const cache = new MemoryCache();
    await (await opened(files, cache)).save();
    files.contents.clear();
    await expect(opened(files, cache)).rejects.toThrow("is empty");
    files.put(".git/HEAD", "");
    expect((await opened(files, cache)).index.fileCount).toBe(0);
    const first = new NotebookRecords({ files, cache: new MemoryCache(), rules: defaultRules, readingKey: "1" });
    files.contents.clear();
    expect((await first.catchUp(optionsFor(files))).isComplete).toBe(true);
  });

  it("of the notebook's keeps the notes in it alone", async () => {
    const files = disk(14);
    const records = await opened(files);
    files.away.add("TIL/3");
    files.contents.delete("TIL/2/2025-05-2.md");
    const { removed } = await records.catchUp(optionsFor(files));
    expect([...removed]).toEqual(["TIL/2/2025-05-2.md"]);
    expect(records.index.has("TIL/3/2025-05-3.md")).toBe(true);
  });
});

describe("following the disk", () => {
  it("tells of a file that cannot be read once, and again when it can", async () => {
    const files = disk(3);
    files.put("TIL/닫힌.md", new Error("EACCES"));
    const records = await opened(files);
    const again = await records.catchUp(optionsFor(files));
    expect([...again.read, ...again.removed]).toEqual([]);
    files.put("TIL/닫힌.md", "# 열린 글\n");
    expect([...(await records.catchUp(optionsFor(files))).read]).toEqual(["TIL/닫힌.md"]);
    expect(records.index.statedIn("TIL/닫힌.md")[0]?.title).toBe("열린 글");
  });

  it("takes a renamed folder for all that was in it", async () => {
    const files = disk(14);
    const records = await opened(files);
    for (const path of [...files.contents.keys()].filter((path) => path.startsWith("TIL/3/"))) {
      files.put(path.replace("TIL/3", "TIL/셋"), files.contents.get(path) ?? "");
      files.contents.delete(path);
    }
    const told = { touched: new Set(["TIL/셋"]), removed: new Set(["TIL/3"]) };
    const { read, removed } = await records.follow(told, optionsFor(files));
    expect([...read].sort()).toEqual(["TIL/셋/2025-05-10.md", "TIL/셋/2025-05-3.md"]);
    expect([...removed].sort()).toEqual(["TIL/3/2025-05-10.md", "TIL/3/2025-05-3.md"]);
    expect(records.index.fileCount).toBe(14);
  });

  it("takes folders called like notes for folders, and what it does not know for nothing", async () => {
    const files = disk(3);
    const records = await opened(files);
    files.put("2025.md/하나.md", "# 하나\n");
    expect([...(await records.follow(touch("2025.md"), optionsFor(files))).read]).toEqual(["2025.md/하나.md"]);
    files.contents.delete("2025.md/하나.md");
    const { removed } = await records.follow(remove("2025.md", "사진.png", "TIL/1/없던.md"), optionsFor(files));
    expect([...removed]).toEqual(["2025.md/하나.md"]);
    const nothing = await records.follow(touch("TIL/1/없는.md", "사진.png"), optionsFor(files));
    expect([...nothing.read, ...nothing.removed]).toEqual([]);
  });

  it("takes a thousand changes at once", async () => {
    const files = disk(5_000);
    const records = await opened(files);
    const [kept, changed, gone] = [0, 1, 2].map((part) =>
      [...records.index.paths()].filter((_, at) => at % 3 === part),
    );
    for (const path of gone ?? []) files.contents.delete(path);
    for (const path of changed ?? []) files.put(path, "# 다른 가지\n");
    const told = { touched: new Set(changed), removed: new Set(gone) };
    const { read, removed } = await records.follow(told, optionsFor(files));
    expect([read.size, removed.size, records.index.fileCount]).toEqual([
      changed?.length,
      gone?.length,
      (kept?.length ?? 0) + (changed?.length ?? 0),
    ]);
  });
});

it("what was read before a stop need not be read again", async () => {
  const files = disk(100);
  const records = new NotebookRecords({ files, cache: new MemoryCache(), rules: defaultRules, readingKey: "1" });
  const stopped = {
    get aborted() {
      return files.reads.length >= 40;
    },
  };
  expect((await records.catchUp(optionsFor(files, stopped))).isComplete).toBe(false);
  const soFar = records.index.fileCount;
  expect(soFar).toBeGreaterThanOrEqual(39);
  files.reads.length = 0;
  expect((await records.catchUp(optionsFor(files))).isComplete).toBe(true);
  expect(files.reads).toHaveLength(100 - soFar);
  expect(records.index.fileCount).toBe(100);
});

import { describe, expect, it } from "vitest";
import { type Cancellation, NEVER_CANCELLED } from "../../../src/core/notebook/files.ts";
import { loadNotes, readEach } from "../../../src/core/notebook/loadNotes.ts";
import { MemoryFiles } from "../../support/memoryFiles.ts";
import { defaultRules } from "../../support/notebook.ts";

const CP949 = Uint8Array.of(0x23, 0x20, 0xc7, 0xd1, 0xb1, 0xdb);

async function load(files: MemoryFiles, paths: readonly string[], cancellation = NEVER_CANCELLED, concurrency = 2) {
  const progress: number[] = [];
  const onProgress = (done: number): void => void progress.push(done);
  return { notes: await loadNotes(files, paths, defaultRules, { concurrency, cancellation, onProgress }), progress };
}

describe("loadNotes", () => {
  it("marks what it cannot read and hides nothing else", async () => {
    const files = new MemoryFiles({
      "TIL/2025-05-01-a.md": "# 하나\n",
      "TIL/2025-05-02-closed.md": new Error("EACCES"),
      "TIL/2025-05-03-huge.md": new Uint8Array(8_000_001).fill(0x61),
      "TIL/2025-05-04-cp949.md": CP949,
      "TIL/2025-05-05-broken.md": "---\ntags: [a\n---\n",
      "TIL/2025-05-06-open.md": "```\n글",
      "TIL/2025-05-07-b.md": "# 둘\n",
    });
    const { notes } = await load(files, [...(await files.list(NEVER_CANCELLED)), "TIL/gone.md"]);
    const rows = [...notes.values()].flat().map(({ date, title, problem }) => [date?.text, title, problem?.reason]);
    expect(rows.sort()).toEqual([
      ["2025-05-01", "하나", undefined],
      ["2025-05-02", "closed", "unreadable"],
      ["2025-05-03", "huge", "too-large"],
      ["2025-05-04", expect.any(String), "not-utf8"],
      ["2025-05-05", "broken", "broken-front-matter"],
      ["2025-05-06", "open", undefined],
      ["2025-05-07", "둘", undefined],
    ]);
  });

  it("reads every file once, whatever the concurrency", async () => {
    const paths = Array.from({ length: 450 }, (_, index) => `${index}.md`);
    for (const concurrency of [1, 32, 1000]) {
      const files = new MemoryFiles(Object.fromEntries(paths.map((path) => [path, ""])));
      const { notes, progress } = await load(files, paths, NEVER_CANCELLED, concurrency);
      expect(notes.size).toBe(450);
      expect([...files.reads].sort()).toEqual([...paths].sort());
      expect(progress).toEqual([200, 400, 450]);
    }
  });

  it("stops soon after it is cancelled", async () => {
    const paths = Array.from({ length: 100 }, (_, index) => `${index}.md`);
    const files = new MemoryFiles(Object.fromEntries(paths.map((path) => [path, ""])));
    const cancellation: Cancellation = {
      get aborted() {
        return files.reads.length >= 10;
      },
    };
    const { notes } = await load(files, paths, cancellation);
    expect(notes.size).toBe(10);
    expect((await load(files, paths, { aborted: true })).notes.size).toBe(0);
  });

  it("reads nothing from no files", async () => {
    const { notes, progress } = await load(new MemoryFiles({}), []);
    expect(notes.size).toBe(0);
    expect(progress).toEqual([0]);
  });
});

describe("readEach", () => {
  /** How many of the files were read, and not yet handed over, at most. */
  async function mostKept(count: number, bytes: number): Promise<number> {
    const paths = Array.from({ length: count }, (_, index) => `${index}.md`);
    const files = new MemoryFiles(Object.fromEntries(paths.map((path) => [path, new Uint8Array(bytes)])));
    const handedOver: string[] = [];
    let most = 0;
    await readEach(files, paths, { concurrency: 4, cancellation: NEVER_CANCELLED }, (path) => {
      most = Math.max(most, files.reads.length - handedOver.length);
      handedOver.push(path);
    });
    expect(handedOver.sort()).toEqual([...paths].sort());
    return most;
  }

  it("hands over many small files in one go, but does not keep all of them", async () => {
    const most = await mostKept(300, 10);
    expect(most).toBeGreaterThanOrEqual(64);
    expect(most).toBeLessThan(100);
  });

  it("keeps few large files", async () => {
    expect(await mostKept(20, 400_000)).toBeLessThan(8);
  });

  it("waits for what is done between two goes before it reads on", async () => {
    const paths = Array.from({ length: 1_000 }, (_, index) => `${index}.md`);
    const files = new MemoryFiles(Object.fromEntries(paths.map((path) => [path, ""])));
    let handedOver = 0;
    let isWaiting = false;
    const between = async (): Promise<void> => {
      isWaiting = true;
      await new Promise((resolve) => setTimeout(resolve, 1));
      isWaiting = false;
    };
    const onRead = (): void => {
      expect(isWaiting).toBe(false);
      handedOver++;
    };
    await readEach(files, paths, { concurrency: 1, cancellation: NEVER_CANCELLED }, onRead, between);
    expect(handedOver).toBe(1_000);
  });
});

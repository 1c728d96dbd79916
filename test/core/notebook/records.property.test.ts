import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NEVER_CANCELLED } from "../../../src/core/notebook/files.ts";
import { NotebookRecords } from "../../../src/core/notebook/records.ts";
import { MemoryCache } from "../../support/memoryCache.ts";
import { MemoryDisk, MemoryFiles } from "../../support/memoryFiles.ts";
import { defaultRules } from "../../support/notebook.ts";

const path = fc.constantFrom(...["2025-05-01.md", "TIL/각.md", "TIL/각.md".normalize("NFD")]);
/** All of one length, so that the size tells nothing. */
const text = fc.constantFrom("# 하나", "# 둘째", "---\n--", "```\n글 ");
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant("write" as const), path, text }) },
  // A copy or a checkout that sets the time of the contents to one it had, or to nonsense.
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant("restore" as const),
      path,
      text,
      modified: fc.constantFrom(0, 500_000, 1_000_000, 9e12),
    }),
  },
  fc.record({ type: fc.constant("delete" as const), path }),
  fc.record({ type: fc.constant("rename" as const), path, to: path }),
  { weight: 2, arbitrary: fc.record({ type: fc.constant("wait" as const), ms: fc.constantFrom(1, 1_000, 2_500) }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("window" as const), saves: fc.boolean() }) },
  fc.record({ type: fc.constant("damage" as const), at: fc.nat(), to: fc.nat(255), cut: fc.boolean() }),
  fc.record({ type: fc.constant("away" as const), folder: fc.constantFrom("", "TIL") }),
);

const records = (files: MemoryFiles, cache: MemoryCache, readingKey = "1") =>
  new NotebookRecords({ files, cache, rules: defaultRules, readingKey });

const optionsFor = (files: MemoryFiles) => ({
  concurrency: 3,
  cancellation: NEVER_CANCELLED,
  now: () => files.now,
});

async function fromScratch(files: MemoryFiles) {
  const fresh = records(files, new MemoryCache());
  await fresh.catchUp(optionsFor(files));
  return fresh.index.notes();
}

describe.each([
  ["a disk that tells states", () => new MemoryDisk({})],
  ["files that tell nothing but their contents", () => new MemoryFiles({})],
] as const)("a window opened with a cache, on %s", (_, makeFiles) => {
  it("has after any history what one without a cache has", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const files = makeFiles();
        files.put(".git/HEAD", "");
        const cache = new MemoryCache();
        for (const each of steps) {
          if (each.type === "write") files.put(each.path, each.text);
          else if (each.type === "restore") files.put(each.path, each.text, each.modified);
          else if (each.type === "delete") files.contents.delete(each.path);
          else if (each.type === "wait") files.now += each.ms;
          else if (each.type === "rename") {
            const content = files.contents.get(each.path);
            if (content === undefined || each.path === each.to) continue;
            const { modified } = files.stateOf(each.path);
            files.contents.delete(each.path);
            files.put(each.to, content, modified);
          } else if (each.type === "damage") {
            const bytes = cache.contents.get("notes");
            if (bytes === undefined) continue;
            const damaged = each.cut ? bytes.slice(0, each.at % bytes.length) : bytes.slice();
            if (!each.cut) damaged[each.at % bytes.length] = each.to;
            cache.contents.set("notes", damaged);
          } else if (each.type === "away") {
            files.away.add(each.folder);
            const window = records(files, cache);
            await window.restore(optionsFor(files));
            const before = window.index.notes();
            if (each.folder === "") await expect(window.catchUp(optionsFor(files))).rejects.toThrow("cannot be read");
            else await window.catchUp(optionsFor(files));
            for (const note of before)
              if (each.folder === "" || note.path.startsWith(`${each.folder}/`))
                expect(window.index.notesIn(note.path)).toContain(note);
            await window.save();
            files.away.clear();
          } else {
            const window = records(files, cache);
            await window.restore(optionsFor(files));
            await window.catchUp(optionsFor(files));
            expect(window.index.notes()).toEqual(await fromScratch(files));
            if (each.saves) await window.save();
          }
        }
        const last = records(files, cache);
        await last.restore(optionsFor(files));
        await last.catchUp(optionsFor(files));
        expect(last.index.notes()).toEqual(await fromScratch(files));
      }),
      { numRuns: 800 },
    );
  });
});

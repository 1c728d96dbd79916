import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diskCache } from "../../src/node/cacheStore.ts";

let root: string;
let reported: unknown[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "tomaknote-cache-"));
  reported = [];
});
afterEach(async () => {
  await chmod(root, 0o700);
  await rm(root, { recursive: true, force: true });
});

const cache = () => diskCache(join(root, "캐시"), (error) => reported.push(error));
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (found: Uint8Array | undefined) => found && new TextDecoder().decode(found);

describe("diskCache", () => {
  it("keeps what is written, by name, and has nothing else", async () => {
    expect(await cache().read("index")).toBeUndefined();
    await cache().write("index", bytes("하나"));
    await cache().write("search", bytes("둘"));
    await cache().write("index", bytes("셋"));
    expect(text(await cache().read("index"))).toBe("셋");
    expect(text(await cache().read("search"))).toBe("둘");
    expect((await readdir(join(root, "캐시"))).sort()).toEqual(["index", "search"]);
    expect(reported).toEqual([]);
  });

  it("is whole when two windows write at once", async () => {
    const [one, other] = [cache(), cache()];
    const texts = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(10_000));
    await Promise.all(texts.map((each, index) => (index % 2 ? one : other).write("index", bytes(each))));
    expect(texts).toContain(text(await one.read("index")));
    expect(await readdir(join(root, "캐시"))).toEqual(["index"]);
  });

  it("says what went wrong and goes on", async () => {
    await writeFile(join(root, "캐시"), "a file where the folder should be");
    await cache().write("index", bytes("하나"));
    expect(await cache().read("index")).toBeUndefined();
    expect(reported).toHaveLength(2);
  });
});

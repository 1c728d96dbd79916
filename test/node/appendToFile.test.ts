import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendToFile } from "../../src/node/appendToFile.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "tomaknote-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("adding to a file", () => {
  it("makes it and its folder, and leaves every byte before as it is", async () => {
    const file = path.join(folder, ".tomaknote", "a.jsonl");
    await appendToFile(file, (before) => `${before === "" ? "첫" : "?"}\n`);
    await appendToFile(file, (before) => `${before}둘\n`);
    expect(readFileSync(file, "utf8")).toBe("첫\n첫\n둘\n");
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0x00, 0x0d, 0x0a, 0xea]);
    writeFileSync(file, bytes);
    await appendToFile(file, (before) => (before.startsWith("\uFEFF") ? "끝" : "?"));
    expect(readFileSync(file)).toEqual(Buffer.concat([bytes, Buffer.from("끝")]));
  });

  it("looks at the end of a long file alone", async () => {
    const file = path.join(folder, "a.jsonl");
    writeFileSync(file, `${"가".repeat(100_000)}\r\n끝`);
    await appendToFile(file, (before) => {
      expect(before.length).toBeLessThan(70_000);
      return before.endsWith("\r\n끝") ? "!" : "?";
    });
    expect(readFileSync(file, "utf8").slice(-4)).toBe("\r\n끝!");
  });

  it("loses nothing where many add at once", async () => {
    const file = path.join(folder, "a.jsonl");
    await Promise.all(Array.from({ length: 50 }, (_, index) => appendToFile(file, () => `${index}\n`)));
    const lines = readFileSync(file, "utf8").split("\n");
    expect(lines.map(Number).sort((a, b) => a - b)).toEqual([0, ...Array.from({ length: 50 }, (_, index) => index)]);
  });

  it("says that it could not be written", async () => {
    writeFileSync(path.join(folder, ".tomaknote"), "");
    await expect(appendToFile(path.join(folder, ".tomaknote", "a.jsonl"), () => "x")).rejects.toThrow();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DiskChanges } from "../../src/core/notebook/diskChanges.ts";
import { ChangeBatches } from "../../src/vscode/changeBatches.ts";

describe("ChangeBatches", () => {
  let reports: DiskChanges[];
  let batches: ChangeBatches;
  let finish: (() => void) | undefined;
  let takesLong: boolean;
  let looks: number;
  let missed: number;

  beforeEach(() => {
    vi.useFakeTimers();
    reports = [];
    takesLong = false;
    looks = 0;
    missed = 0;
    batches = new ChangeBatches({
      report: (changes) => {
        reports.push(changes);
        return takesLong ? new Promise<void>((resolve) => (finish = resolve)) : Promise.resolve();
      },
      lookAgain: async () => {
        looks += 1;
        return missed-- > 0;
      },
    });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const touch = (...paths: readonly string[]) => {
    for (const path of paths) batches.add("touched", path, Date.now());
  };
  const sizes = () => reports.map(({ touched, removed }) => [touched.size, removed.size]);

  it("report one change at once", async () => {
    touch("a.md");
    await vi.advanceTimersByTimeAsync(60);
    expect(sizes()).toEqual([[1, 0]]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reports).toHaveLength(1);
  });

  it("let the last event of a path count", async () => {
    touch("a.md", "b.md");
    batches.add("removed", "a.md", Date.now());
    batches.add("removed", "b.md", Date.now());
    touch("b.md");
    await vi.advanceTimersByTimeAsync(60);
    expect(reports.map(({ touched, removed }) => [[...touched], [...removed]])).toEqual([[["b.md"], ["a.md"]]]);
  });

  it("do not wait for ever when a few changes go on and on", async () => {
    for (let at = 0; at < 1_000; at += 50) {
      touch("a.md");
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(reports.length).toBeGreaterThanOrEqual(3);
  });

  it("are one for a checkout of 5,000 files, told 500 at a time every 200 ms", async () => {
    for (let at = 0; at < 10; at++) {
      touch(...Array.from({ length: 500 }, (_, index) => `${at}-${index}.md`));
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(reports).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(sizes()).toEqual([[5_000, 0]]);
  });

  it("come in between when a flood does not end", async () => {
    for (let at = 0; at < 25_000; at += 200) {
      touch(...Array.from({ length: 500 }, (_, index) => `${at}-${index}.md`));
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(reports).toHaveLength(2);
  });

  it("are one at a time: what comes during a report goes into the next", async () => {
    takesLong = true;
    touch("a.md");
    await vi.advanceTimersByTimeAsync(60);
    touch("b.md");
    await vi.advanceTimersByTimeAsync(1_000);
    touch("c.md");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sizes()).toEqual([[1, 0]]);
    finish?.();
    await vi.advanceTimersByTimeAsync(60);
    expect(sizes()).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });

  it("have all compared once when very many were told, as soon as it is quiet", async () => {
    const flood = (at: number) => touch(...Array.from({ length: 150 }, (_, index) => `${at}-${index}.md`));
    flood(1);
    await vi.advanceTimersByTimeAsync(2_000);
    touch("a.md");
    await vi.advanceTimersByTimeAsync(1_900);
    expect([sizes(), looks]).toEqual([
      [
        [150, 0],
        [1, 0],
      ],
      0,
    ]);
    await vi.advanceTimersByTimeAsync(200);
    expect(looks).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(1);
    flood(2);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(looks).toBe(2);
    flood(3);
    await vi.advanceTimersByTimeAsync(500);
    batches.end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(2);
  });

  it("have all compared when many come in little batches", async () => {
    for (let at = 0; at < 5; at++) {
      touch(...Array.from({ length: 30 }, (_, index) => `${at}-${index}.md`));
      await vi.advanceTimersByTimeAsync(400);
    }
    expect([reports.length, looks]).toEqual([5, 0]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(1);
  });

  it.each([
    [2, 3],
    [1_000, 5],
  ])("are compared until nothing is found, but not without end", async (found, times) => {
    missed = found;
    touch(...Array.from({ length: 150 }, (_, index) => `${index}.md`));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(times);
  });

  it("compare nothing where few are told", async () => {
    touch("a.md", "b.md");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(0);
  });

  it("end when they are told to", async () => {
    touch("a.md");
    batches.end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(reports).toEqual([]);
  });
});

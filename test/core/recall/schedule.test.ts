import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween } from "../../../src/core/calendar/day.ts";
import { RECALLED, type Recalled } from "../../../src/core/recall/history/recallEvent.ts";
import { chanceOn, memoryAfter } from "../../../src/core/recall/schedule.ts";
import { day } from "../calendar/days.ts";

const WRITTEN = day("2025-01-01");

/** Days until a note is asked about again, after each of these answers, given when it was due. */
function waits(answers: readonly Recalled[], first = 35): readonly number[] {
  let next = addDays(WRITTEN, first);
  const reviews: { day: typeof next; recalled: Recalled }[] = [];
  return answers.map((recalled) => {
    reviews.push({ day: next, recalled });
    const due = memoryAfter(reviews, WRITTEN)?.due;
    if (due === undefined) throw new Error("no memory");
    const wait = daysBetween(next, due);
    next = due;
    return wait;
  });
}

describe("when a note is asked about again", () => {
  it("is later and later while it is known, soon when it is not, in between when it is hazy", () => {
    expect(waits(["known", "known", "known", "known"])).toEqual([75, 373, 730, 730]);
    expect(waits(["unknown", "unknown", "known", "known", "known"])).toEqual([3, 3, 3, 8, 17]);
    expect(waits(["hazy", "hazy", "known"])).toEqual([47, 132, 374]);
  });

  it("counts the day it was written as the first time it was learned, where that is known", () => {
    const asked = [{ day: addDays(WRITTEN, 35), recalled: "known" as const }];
    expect(memoryAfter(asked, undefined)?.due).toBe(addDays(WRITTEN, 35 + 4));
    expect(memoryAfter(asked, WRITTEN)?.due).toBe(addDays(WRITTEN, 35 + 75));
    // A date that was changed to a later one tells nothing of what was answered before.
    expect(memoryAfter(asked, addDays(WRITTEN, 90))).toEqual(memoryAfter(asked, undefined));
    expect(memoryAfter([], WRITTEN)).toBeUndefined();
  });

  it("is on a day after the last answer, the same each time, and the chance to know it falls from there", () => {
    const reviews = fc
      .array(fc.tuple(fc.nat(400), fc.constantFrom(...RECALLED)), { minLength: 1, maxLength: 12 })
      .map((steps) => {
        let at = WRITTEN;
        return steps.map(([after, recalled]) => {
          at = addDays(at, after);
          return { day: at, recalled };
        });
      });
    fc.assert(
      fc.property(reviews, fc.boolean(), (answers, isDated) => {
        const written = isDated ? WRITTEN : undefined;
        const memory = memoryAfter(answers, written);
        if (memory === undefined) throw new Error("no memory");
        expect(memory).toEqual(memoryAfter(answers, written));
        expect(memory.lastAsked).toBe(answers.at(-1)?.day);
        expect(daysBetween(memory.lastAsked, memory.due)).toBeGreaterThanOrEqual(3);
        expect(daysBetween(memory.lastAsked, memory.due)).toBeLessThanOrEqual(730);
        const chances = [0, 1, 10, 100, 1000].map((days) => chanceOn(memory, addDays(memory.lastAsked, days)));
        expect(chances).toEqual([...chances].sort((a, b) => b - a));
        expect(chances[0]).toBe(1);
      }),
    );
  });

  it("withstands clocks that were set back", () => {
    const answers = ["2025-05-10", "2025-05-01"].map((text) => ({ day: day(text), recalled: "known" as const }));
    expect(memoryAfter(answers, WRITTEN)?.lastAsked).toBe("2025-05-01");
    const memory = memoryAfter(answers, WRITTEN);
    expect(memory && chanceOn(memory, day("2025-04-01"))).toBe(1);
  });
});

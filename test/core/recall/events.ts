import fc from "fast-check";
import { ASKED, RECALLED, type RecallEvent } from "../../../src/core/recall/history/recallEvent.ts";

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("레디스", "a\r\nb", "\u2028", '"}{', "\uFEFF"));

const anyHappening = fc.oneof(
  fc.record({
    event: fc.constant("review" as const),
    recalled: fc.constantFrom(...RECALLED),
    asked: fc.constantFrom(...ASKED),
  }),
  fc.record({ event: fc.constant("topic" as const), state: fc.constantFrom("added" as const, "removed" as const) }),
  fc.record({ event: fc.constant("post" as const), post: anyText.filter((text) => text !== "") }),
);

/** Any event between 2000 and 2100, with a few ids so that some share a note. */
export const anyEvent: fc.Arbitrary<RecallEvent> = fc
  .tuple(
    fc.record({
      at: fc.integer({ min: 946_684_800_000, max: 4_102_444_800_000 }),
      note: fc.constantFrom("TIL/a.md", "TIL/가.md", "일기.md#2025-05-01"),
      title: anyText,
      gist: fc.constantFrom("", "x1", "x2"),
    }),
    anyHappening,
  )
  .map(([mark, happening]) => ({ ...mark, ...happening }));

import { expect, it } from "vitest";
import { likelyMonth } from "../../../src/core/retro/likelyMonth.ts";
import { day } from "../calendar/days.ts";

it.each([
  ["2025-06-01", "2025-05"],
  ["2025-06-10", "2025-05"],
  ["2025-06-11", "2025-06"],
  ["2025-06-30", "2025-06"],
  ["2025-01-03", "2024-12"],
])("on %s one most likely looks back on %s", (today, month) => {
  expect(likelyMonth(day(today))).toBe(month);
});

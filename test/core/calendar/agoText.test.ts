import { expect, it } from "vitest";
import { agoText } from "../../../src/core/calendar/agoText.ts";
import { addDays } from "../../../src/core/calendar/day.ts";
import { day } from "./days.ts";

const today = day("2026-11-21");

it.each([
  [0, "오늘"],
  [1, "어제"],
  [6, "6일 전"],
  [7, "1주 전"],
  [34, "4주 전"],
  [35, "1달 전"],
  [364, "11달 전"],
  [365, "1년 전"],
  [800, "2년 전"],
  // Another machine's clock may be ahead.
  [-1, "오늘"],
])("%i days ago is %s", (days, text) => {
  expect(agoText(addDays(today, -days), today)).toBe(text);
});

import { type Day, daysBetween } from "./day.ts";

/** How long ago a day was, in round numbers: `오늘`, `어제`, `3일 전`, `3주 전`, `5달 전`, `2년 전`. */
export function agoText(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  if (days <= 0) return "오늘";
  if (days === 1) return "어제";
  if (days < 7) return `${days}일 전`;
  if (days < 35) return `${Math.floor(days / 7)}주 전`;
  if (days < 365) return `${Math.floor(days / 30.4)}달 전`;
  return `${Math.floor(days / 365)}년 전`;
}

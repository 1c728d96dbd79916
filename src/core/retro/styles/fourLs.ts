import { styleTemplate } from "./styleTemplate.ts";

/** 4L: what one liked, learned, lacked and longed for. */
export const FOUR_LS_STYLE = styleTemplate([
  "Liked: 좋았던 것",
  "Learned: 배운 것",
  "Lacked: 부족했던 것",
  "Longed for: 바랐던 것",
]);

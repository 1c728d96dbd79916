import { DEFAULT_STYLE } from "./defaultStyle.ts";
import { FOUR_LS_STYLE } from "./fourLs.ts";
import { KPT_STYLE } from "./kpt.ts";
import { LISTS_STYLE } from "./lists.ts";

/** How a retro looks back: the questions it leaves to be answered above the lists of what was written. */
export const RETRO_STYLES = ["default", "kpt", "4l", "lists"] as const;

export type RetroStyle = (typeof RETRO_STYLES)[number];

/** The built-in template of each style. */
export const STYLE_TEMPLATES: Readonly<Record<RetroStyle, string>> = {
  default: DEFAULT_STYLE,
  kpt: KPT_STYLE,
  "4l": FOUR_LS_STYLE,
  lists: LISTS_STYLE,
};

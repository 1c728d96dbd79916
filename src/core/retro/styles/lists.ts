import { styleTemplate } from "./styleTemplate.ts";

/** 모음만: the lists alone, for a post that is written elsewhere. */
export const LISTS_STYLE = styleTemplate([]);

import { styleTemplate } from "./styleTemplate.ts";

/** KPT: what to keep, what was a problem, what to try. */
export const KPT_STYLE = styleTemplate(["Keep: 이어 갈 것", "Problem: 문제였던 것", "Try: 해 볼 것"]);

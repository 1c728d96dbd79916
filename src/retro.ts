export { planPost } from "./core/post/planPost.ts";
export { FIRST_PART, seriesPart } from "./core/post/series/seriesPart.ts";
export { composeRetro, planRetro } from "./core/retro/planRetro.ts";

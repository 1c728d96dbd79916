export { planImport } from "./core/import/planImport.ts";
export { readRetroPost } from "./core/import/retroPost.ts";
export { composeRetro, planRetro } from "./core/retro/planRetro.ts";

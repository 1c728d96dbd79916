export { composeRetro, planRetro } from "./core/retro/planRetro.ts";

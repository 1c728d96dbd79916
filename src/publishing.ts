export { planPublish } from "./core/publish/plan/planPublish.ts";
export { reviewDraft } from "./core/publish/reviewDraft.ts";

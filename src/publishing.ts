export { planPublish } from "./core/publish/plan/planPublish.ts";
export { describeRefusal } from "./core/publish/plan/refusal.ts";
export { reviewDraft } from "./core/publish/reviewDraft.ts";

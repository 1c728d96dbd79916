export { followLinks } from "./core/publish/plan/followLinks.ts";
export { headOfPost } from "./core/publish/plan/headOfPost.ts";
export { planPublish } from "./core/publish/plan/planPublish.ts";
export { describeRefusal } from "./core/publish/plan/refusal.ts";
export { reviewDraft } from "./core/publish/reviewDraft.ts";

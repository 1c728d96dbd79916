import { describeWriteProblem } from "../../write/problem.ts";
import type { PublishPlan } from "./planPublish.ts";

export type Refusal = Extract<PublishPlan, { action: "refuse" }>;

/** Why a draft was not published and what to do, for the person. */
export function describeRefusal(refusal: Refusal): string {
  return refusal.reason === "place" ? describeWriteProblem(refusal.problem) : REASONS[refusal.reason];
}

const REASONS: Readonly<Record<Exclude<Refusal["reason"], "place">, string>> = {
  already: "이미 낸 글이에요. 고칠 것이 있으면 글에서 바로 고치면 돼요.",
  "not-a-draft":
    "초안이 아니라서 내지 않았어요. _drafts 폴더에 두거나 머리말에 draft: true라고 적은 뒤 다시 해 주세요.",
  "no-place": "낸 글을 어디에 둘지 몰라 내지 않았어요. 설정 tomaknote.publish.path에 글의 자리를 적고 다시 해 주세요.",
  "broken-front-matter":
    "머리말을 읽을 수 없어 내지 않았어요. ‘펴내기 전 점검’이 알려 주는 줄을 고치고 다시 해 주세요.",
  unsupported: "머리말의 date, draft, published를 고칠 수 없는 꼴이라 내지 않았어요. 값을 한 줄로 적고 다시 해 주세요.",
};

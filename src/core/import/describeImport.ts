import { type Picked, SKIP_TEXTS, type SkipReason } from "./readPicked.ts";

/** In Korean, a sentence for each reason that files were passed over: `목록이나 템플릿이에요: a.md, b.md 외 3개`. */
export function describeSkipped({ skipped }: Picked): readonly string[] {
  const reasons = Object.keys(SKIP_TEXTS).filter((reason): reason is SkipReason => reason in skipped);
  return reasons.flatMap((reason) => {
    const paths = skipped[reason];
    if (paths.length === 0) return [];
    const more = paths.length > 3 ? ` 외 ${paths.length - 3}개` : "";
    return [`가져오지 않은 파일 (${SKIP_TEXTS[reason]}): ${paths.slice(0, 3).join(", ")}${more}`];
  });
}

import { IMAGE_NAME } from "../retro/entry/imageSources.ts";
import type { FileToBring, LeftBehind } from "./bringFiles.ts";
import { type Picked, SKIP_TEXTS, type SkipReason } from "./readPicked.ts";

/** In Korean, a sentence for each reason that files were passed over: `목록이나 템플릿이에요: a.md, b.md 외 3개`. */
export function describeSkipped({ skipped }: Picked): readonly string[] {
  const reasons = Object.keys(SKIP_TEXTS).filter((reason): reason is SkipReason => reason in skipped);
  return reasons.flatMap((reason) => notBrought(SKIP_TEXTS[reason], skipped[reason]));
}

/** The same for what notes lead to and that did not come with them. */
export function describeLeft({ tooLarge, unknown }: LeftBehind): readonly string[] {
  return [
    ...notBrought("20MB가 넘어요. 필요하면 직접 옮겨 주세요", tooLarge),
    ...notBrought("실행될 수 있거나 모르는 종류예요. 필요하면 직접 옮겨 주세요", unknown),
  ];
}

function notBrought(why: string, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const more = paths.length > 3 ? ` 외 ${paths.length - 3}개` : "";
  return [`가져오지 않은 파일 (${why}): ${paths.slice(0, 3).join(", ")}${more}`];
}

/** `그림 2개`, `그림 2개와 첨부 1개`; empty for none. */
export function describeAttached(attached: readonly Pick<FileToBring, "to">[]): string {
  const images = attached.filter(({ to }) => IMAGE_NAME.test(to)).length;
  const others = attached.length - images;
  return [...(images > 0 ? [`그림 ${images}개`] : []), ...(others > 0 ? [`첨부 ${others}개`] : [])].join("와 ");
}

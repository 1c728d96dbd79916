import { IMAGE_NAME } from "../retro/entry/imageSources.ts";
import type { FileToBring, LeftBehind } from "./bringFiles.ts";
import { ORIGIN_LABELS } from "./importedNote.ts";
import { type Picked, SKIP_TEXTS, type SkipReason } from "./readPicked.ts";

/** In Korean, a sentence for each reason that files were passed over: `목록이나 템플릿이에요: a.md, b.md 외 3개`. */
export function describeSkipped({ skipped }: Picked): readonly string[] {
  const reasons = Object.keys(SKIP_TEXTS).filter((reason): reason is SkipReason => reason in skipped);
  return reasons.flatMap((reason) => notBrought(SKIP_TEXTS[reason], skipped[reason]));
}

/** The same for what notes lead to and that did not come with them. */
export function describeLeft({ tooLarge, unknown, missing }: LeftBehind): readonly string[] {
  return [
    ...notBrought("20MB가 넘어요. 필요하면 직접 옮겨 주세요", tooLarge),
    ...notBrought("실행될 수 있거나 모르는 종류예요. 필요하면 직접 옮겨 주세요", unknown),
    ...notBrought("고른 것 안에 없는 그림이에요. 있다면 폴더째 골라 다시 가져와 주세요", missing),
  ];
}

function notBrought(why: string, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const more = paths.length > 3 ? ` 외 ${paths.length - 3}개` : "";
  return [`가져오지 않은 파일 (${why}): ${paths.slice(0, 3).join(", ")}${more}`];
}

/** Every file once, that several notes may show. */
export function filesOf(items: readonly { readonly attached: readonly FileToBring[] }[]): readonly FileToBring[] {
  const byPlace = new Map(items.flatMap(({ attached }) => attached.map((file) => [file.to, file] as const)));
  return [...byPlace.values()];
}

/** What else is worth saying of what would be made, in Korean. */
export function remarksOn(items: readonly { readonly origin: string }[]): readonly string[] {
  return items.some(({ origin }) => origin === ORIGIN_LABELS.tistory)
    ? ["티스토리 백업에는 어느 글이 비공개인지 적혀 있지 않아요. 블로그에 내기 전에 살펴봐 주세요."]
    : [];
}

/** `그림 2개`, `그림 2개와 첨부 1개`; empty for none. */
export function describeAttached(attached: readonly Pick<FileToBring, "to">[]): string {
  const images = attached.filter(({ to }) => IMAGE_NAME.test(to)).length;
  const others = attached.length - images;
  return [...(images > 0 ? [`그림 ${images}개`] : []), ...(others > 0 ? [`첨부 ${others}개`] : [])].join("와 ");
}

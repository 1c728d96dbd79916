import type { ImageProblem } from "./placeImages.ts";

const REASONS: Readonly<Record<ImageProblem["reason"], string>> = {
  "too-large": "20MB가 넘어요",
  unreadable: "읽을 수 없어요",
};

/** Which images were not copied, and why; empty when there are none. */
export function describeImageProblems(problems: readonly ImageProblem[]): string {
  if (problems.length === 0) return "";
  const which = problems.map(({ path, reason }) => `${path}(${REASONS[reason]})`).join(", ");
  return `복사하지 않고 링크로 둔 그림 ${problems.length}개: ${which}. 글을 내기 전에 직접 옮겨 주세요.`;
}

import type { LocalFiles, PasteSite } from "./pasteSite.ts";

/** What was copied, and what is left to do by hand. */
export function describePasted(site: PasteSite, title: string, { images, links }: LocalFiles): string {
  const byHand = [
    title !== "" && `제목은 따로 적어 주세요: ${title}.`,
    images.length > 0 && `이미지 ${images.length}개는 따로 올려 주세요.`,
    links.length > 0 && `이 컴퓨터에서만 열리는 링크 ${links.length}개가 있어요.`,
  ].filter((text) => text !== false);
  const copied =
    site === "velog"
      ? "velog에 붙여 넣을 Markdown을 복사했어요."
      : "티스토리의 HTML 모드에 붙여 넣을 HTML을 복사했어요.";
  return [copied, ...byHand].join(" ");
}

import { describe, expect, it } from "vitest";
import { RETRO_STYLES } from "../../../src/core/retro/styles/styles.ts";
import { expectGolden } from "../../support/golden.ts";
import { goldenFile, MAY_NOTES, mayDraft } from "./monthDraft.ts";

describe("the style of a retro", () => {
  it.each(RETRO_STYLES)("%s", async (style) => {
    const { text, cursor } = await mayDraft(MAY_NOTES, { "retro.style": style });
    expectGolden(text, goldenFile(`style-${style}`));
    // Writing starts below the front matter, above every section.
    expect(text.slice(0, cursor)).toMatch(/^---\n[^#]*\n---\n\n$/);
  });

  it("differs in the sections to fill in alone", async () => {
    const headings = async (style: string) =>
      (await mayDraft(MAY_NOTES, { "retro.style": style })).text.match(/^## .*$/gm)?.map((line) => line.slice(3));
    const lists = ["5월 동안 쓴 토막글들", "5월 동안 쓴 TIL", "5월 동안 남긴 노트들"];
    expect(await headings("default")).toEqual([
      "5월에 해낸 것들",
      "5월에 아쉬웠던 것들",
      "5월을 돌아보며 배운 것들",
      ...lists,
    ]);
    expect(await headings("kpt")).toEqual(["Keep: 이어 갈 것", "Problem: 문제였던 것", "Try: 해 볼 것", ...lists]);
    expect(await headings("4l")).toEqual([
      ...["Liked: 좋았던 것", "Learned: 배운 것", "Lacked: 부족했던 것", "Longed for: 바랐던 것", ...lists],
    ]);
    expect(await headings("lists")).toEqual(lists);
  });

  it("gives way to the notebook's own template", async () => {
    const files = { ...MAY_NOTES, ".tomaknote/templates/retro.md": "{{ title }}: 내 것" };
    expect((await mayDraft(files, { "retro.style": "kpt" })).text).toBe("2025년 5월 회고: 내 것");
  });
});

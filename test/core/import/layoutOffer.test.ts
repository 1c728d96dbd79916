import { describe, expect, it } from "vitest";
import { layoutOffer } from "../../../src/core/import/layoutOffer.ts";
import { memoryNotebook } from "../../support/notebook.ts";

const DAYS = [1, 2, 3, 4, 5, 6];

/** A Jekyll site with a style of its own. */
function site(more: Readonly<Record<string, string>> = {}) {
  const posts = DAYS.map((day): [string, string] => [
    `_posts/2024-04-0${day}-글-${day}.md`,
    `---\nlayout: post\ntitle: "글 ${day}"\ntag: [a${day}]\n---\n\n본문\n`,
  ]);
  return { "_config.yml": "title: 블로그\n", ...Object.fromEntries(posts), ...more };
}

describe("what a repository is offered", () => {
  it("is the place and the beginning of its own notes", async () => {
    const offer = await layoutOffer(await memoryNotebook(site()));
    expect(offer?.question).toBe(
      "이 폴더는 Jekyll 블로그 같아요: 글 6편, 날짜는 파일 이름에서. 새 노트도 _posts/{{ date }}-{{ slug }}.md 처럼 두고 머리말(YAML)을 layout, title, tag 순서로 적을까요? 작업 영역 설정과 .tomaknote/templates에 적고, 언제든 바꿀 수 있어요.",
    );
    expect(Object.keys(offer?.settings ?? {})).toEqual(["tomak.path", "til.path"]);
    expect(offer?.templates.map(({ path }) => path)).toEqual([
      ".tomaknote/templates/til.md",
      ".tomaknote/templates/tomak.md",
    ]);
  });

  it("leaves a template alone that is there", async () => {
    const offer = await layoutOffer(await memoryNotebook(site({ ".tomaknote/templates/til.md": "{{ title }}\n" })));
    expect(offer?.templates.map(({ path }) => path)).toEqual([".tomaknote/templates/tomak.md"]);
  });

  it("is the beginning alone where a site's posts lie as new notes do", async () => {
    const path = "_posts/{{ date }}-{{ slug }}.md";
    const offer = await layoutOffer(await memoryNotebook(site(), { "tomak.path": path, "til.path": path }));
    expect(offer?.settings).toEqual({});
    expect(offer?.question).toBe(
      "새 노트도 이 블로그의 글처럼 머리말(YAML)을 layout, title, tag 순서로 적을까요? .tomaknote/templates에 템플릿을 두고, 언제든 바꿀 수 있어요.",
    );
  });

  it("is no place for notes whose day would stand nowhere", async () => {
    const posts = (header: string) =>
      Object.fromEntries(
        [..."가나다라마바"].map((name) => [`src/blog/${name}.md`, `---\ntitle: ${name}\n${header}\n---\n\n글\n`]),
      );
    const dated = await layoutOffer(await memoryNotebook(posts("createdAt: 2021년 4월 29일")));
    expect(dated?.settings).toMatchObject({ "til.path": "src/blog/{{ slug }}.md" });
    expect(dated?.templates[0]?.text).toContain("createdAt: {{ year }}년 {{ month_number }}월 {{ day_number }}일\n");
    const undated = await layoutOffer(await memoryNotebook(posts("date: 29 April 2021")));
    expect(undated?.settings ?? {}).toEqual({});
  });

  it("is nothing where 토막글 are written already, and in a folder without any way", async () => {
    const tomak = { "토막글/2024-04-09-토막글-1.md": "# 오늘의 토막글 1\n" };
    expect(await layoutOffer(await memoryNotebook(site(tomak)))).toBeUndefined();
    expect(await layoutOffer(await memoryNotebook({ "메모.md": "- 글\n" }))).toBeUndefined();
  });
});

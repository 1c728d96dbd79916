import { describe, expect, it } from "vitest";
import { monthOfNote } from "../../../src/core/note/note.ts";
import { readNotes } from "../../../src/core/note/readNote.ts";
import { noteOf, rulesOf, settingsWith } from "../../support/notebook.ts";

const PROSE = "배운 것을 문장으로 길게 적어 둔 글입니다. ".repeat(10);
const GERMAN = "Übung über größere Zahlen, für die das Gerät zu langsam wäre. ".repeat(8);
const ENGLISH = "What was learned today, in a few sentences about a café. ".repeat(8);
const SOLUTION =
  "# [Bronze V] A+B - 1000 \n\n[문제 링크](https://www.acmicpc.net/problem/1000) \n\n### 성능 요약\n\n메모리: 1 KB\n\n### 문제 설명\n\n<p>더하라.</p>\n";
const SUBMISSION =
  "# [별 찍기 - 7](https://www.acmicpc.net/problem/2444) \n\n| 제출 번호 | 닉네임 | 채점 결과 |\n|---|---|---|\n|1|가|맞았습니다!! |\n\n## 문제\n<p>찍어 보세요.</p>\n";
const LINKS = "# 목록\n\n- [가](가.md)\n- [나](나.md)\n- [[다]]\n";

describe("what is no note of a day", () => {
  it.each([
    ["templates/til.md", PROSE, "template"],
    ["_템플릿/학습노트.md", PROSE, "template"],
    ["05 - Template/일일계획표.md", "", "template"],
    ["archetypes/default.md", "+++\ndate: 2025-05-01\n+++\n", "template"],
    ["TIL_template.md", "# YYYY-MM-DD\n\n## 배운 것\n", "template"],
    ["template.md", "# 오늘 한 일\n\n# 내일 할 일\n", "template"],
    ["YYYY-MM-DD.md", "", "template"],
    ["TIL-YYYY-MM-DD.md", "", "template"],
    ["YYYY-MM-DD-제목.md", "", "template"],
    ["js/js에서 YYYY-MM-DD형태로 시간 가져오기.md", "글", undefined],
    ["js/YYYY-MM-DD 형식으로 바꾸기.md", "글", undefined],
    ["새 노트.md", "---\ndate: <% tp.date.now() %>\n---\n", "template"],
    ["새 노트.md", '---\ntitle: "{{ .Name }}"\n---\n', "template"],
    ["새 노트.md", "---\ndate: {{ .Date }}\n---\n", "template"],
    ["SUMMARY.md", LINKS, "index"],
    ["SUMMARY.md", `# 목차\n\n${"* [✏️ 어느 날에 쓴 일기](<README (23).md>)\n".repeat(20)}`, "index"],
    ["content/posts/_index.md", "---\ntitle: 글\n---\n", "index"],
    ["자바/index.md", LINKS, "index"],
    ["tags.md", "---\nlayout: tags\n---\n", "index"],
    ["_sidebar.md", LINKS, "index"],
    ["_pages/year-archive.md", "---\nlayout: posts\ntitle: 해마다\n---\n", "index"],
    [
      "_pages/categories/category-TIL.md",
      '---\nlayout: "archive"\n---\n{% for post in site.posts %}{% endfor %}\n',
      "index",
    ],
    ["category/Swift.md", "---\nlayout: posts_by_category\ntitle: Swift\n---\n", "index"],
    ["_featured_tags/c-etc.md", "---\nlayout: tag-blog\ntitle: ETC\n---\n", "index"],
    ["README.md", PROSE, "readme"],
    ["README.md", `# 2022.04.04에 시작한 기록\n\n${PROSE}`, "readme"],
    ["readme.md", "", "readme"],
    ["자바/README.md", LINKS, "readme"],
    ["CHANGELOG.md", "## 2025-05-01\n- 가\n## 2025-05-02\n- 나\n", "readme"],
    ["CLAUDE.md", PROSE, "readme"],
    ["LICENSE.md", PROSE, "readme"],
    ["projects/새/LICENSE.md", ENGLISH, "readme"],
    ["책/contents-template.md", "# 1장. 제목\n\n## 내용\n", "template"],
    ["지도/Spring MOC.md", LINKS, "index"],
    ["content/en/redis.md", PROSE, "translation"],
    ["content/en-posts/redis/index.md", PROSE, "translation"],
    ["i18n/en/redis.md", PROSE, "translation"],
    ["redis.en.md", PROSE, "translation"],
    ["redis.en.mdx", PROSE, "translation"],
    ["_posts/de/2025-05-01-redis.md", GERMAN, "translation"],
    ["_posts/zh-TW/2025-05-01-redis.md", "快取", "translation"],
    ["_posts/es/2025-05-01-redis.md", "¿Qué aprendí? Más sobre caché, sesión, código y 한국어.\n", "translation"],
    ["docs/_docs/05-configuration.md", ENGLISH, "template"],
    ["docs/__pages/splash-page.md", `---\ndate: 2016-03-23\n---\n${ENGLISH}`, "template"],
    ["docs/_portfolio/foo-bar-website.md", ENGLISH, "template"],
    ["docs/_posts/2016-09-21-gemified-theme-alpha.md", ENGLISH, "template"],
    ["exampleSite/content/post/2020-01-01-emoji.md", ENGLISH, "template"],
    ["test/_posts/2010-01-07-post-standard.md", ENGLISH, "template"],
    ["docs/_posts/2012-03-15-layout-more-tag.md", ENGLISH, "template"],
    ["docs/_pages/page-a.md", ENGLISH, "template"],
    ["_pages/splash-page.md", `---\ndate: 2016-03-23\n---\n${ENGLISH}`, "template"],
    ["_posts/default-post.md", "---\ntitle: sample title\ndate: 2017-04-02\n---\n# subject\n", "template"],
    ["resource/skeleton-post/latex.md", `---\ndate: 2017-11-28\n---\n${PROSE}`, "template"],
    ["새 노트.md", "---\ncreated: <% tp.file.creation_date() %>\n---\n", "template"],
    ["source/tags/index.md", '---\ndate: 2020-05-08\ntype: "tags"\n---\n', "index"],
    ["자바/index.md", `---\ncreated: 2025-05-01\n---\n${LINKS}`, "index"],
    ["_drafts/redis.md", PROSE, "draft"],
    ["content/redis.md", `---\ndate: 2025-05-01\ndraft: true\n---\n${PROSE}`, "draft"],
    ["redis.md", `---\npublished: false\n---\n${PROSE}`, "draft"],
  ])("%s", (path, text, reason) => {
    const note = noteOf(path, text);
    expect(note.leftOut?.reason).toBe(reason);
    expect(note.date).toBeUndefined();
    expect(monthOfNote(note)).toBeUndefined();
  });

  it.each([
    ["2020-year/05-May/README.md", PROSE],
    ["2021-03-01/README.md", LINKS],
    ["2021/08/README.md", "- 가\n"],
    ["redis/README.md", PROSE],
    [
      "백준/Gold/1427. 정렬/README.md",
      "# [Gold V] 정렬 - 1427 \n\n[문제](https://a.kr)\n\n### 제출 일자\n\n2024년 1월 5일 10:01:02\n",
    ],
    ["redis/README.md", "# 준비 중\n"],
    ["Spring/DAY75/README.md", "# 2022.12.05. MON 📅\n\n- [도구](https://a.kr/tool)\n"],
    ["_posts/2025-05-01-메모.md", "---\nlayout: posts\n---\n짧은 메모\n"],
    ["_pages/splash.md", `---\nlayout: splash\n---\n${PROSE}`],
    ["README.md", `---\ndescription: 일일 회고\n---\n\n# ✏️ 2024.10.23 (수)\n\n${PROSE}`],
    ["_pages/sample-page.md", PROSE],
    ["_posts/default-post.md", `---\ndate: 2025-05-01\n---\n${PROSE}`],
    ["posts/README.md", `---\ndate: 2025-05-01\n---\n${PROSE}`],
    ["백준/1000. A＋B/README.md", SOLUTION],
    ["백준/#2444 별 찍기 - 7/README.md", SUBMISSION],
    ["서버/License.md", PROSE],
    [
      "0001-two-sum/README.md",
      '<h2><a href="https://leetcode.com/problems/two-sum">1. Two Sum</a></h2><h3>Easy</h3><hr><p>Given</p>\n',
    ],
    ["DB/Index.md", PROSE],
    ["Security/Security.md", PROSE],
    ["패턴/template-method.md", PROSE],
    ["vue/04-template.md", "## 문법\n"],
    ["C++/template.md", PROSE],
    ["templates/2025-05-01.md", PROSE],
    ["TIL/2025-05-01-쓰는-법.md", "---\ntitle: '{{ date }}'\n---\n"],
    ["vue.js.md", PROSE],
    ["en/단어.md", PROSE],
    ["_featured_tags/메모.md", PROSE],
    ["_books/클린-코드.md", "---\nlayout: book\ntitle: 클린 코드\n---\n"],
    ["_posts/It/2025-05-01-메모.md", PROSE],
    ["_posts/es/2025-05-01-검색.md", `${PROSE}Übergröße für Café à la carte.\n`],
    ["_posts/cs/2025-05-01-cache.md", ENGLISH],
    ["_posts/ko/2025-05-01-redis.md", PROSE],
    ["docs/_posts/2025-05-01-post-mortem.md", PROSE],
    ["docs/_posts/2025-05-01-redis.md", ENGLISH],
    ["docs/_docs/05-설정.md", PROSE],
    ["docs/_portfolio/shop.md", ENGLISH],
    ["docs/_pages/about.md", PROSE],
    ["test/2025-05-01-redis.md", PROSE],
    ["content/posts/redis/index.md", "---\ndate: 2025-05-01\n---\n- [만료](https://a.kr)\n"],
    ["blog/2025-05-01-redis/index.md", "- [만료](https://a.kr)\n"],
    ["posts/타입/index.md", "---\ndate: 2025-05-01\ntype: post\n---\n짧은 글\n"],
    ["도구/Claude.md", PROSE],
    ["자바/MOC.md", PROSE],
    ["글.ko.md", PROSE],
    ["_posts/2025-05-01-redis.md", `---\npublished: false\n---\n${PROSE}`],
    ["_drafts/2025-05-01-redis.md", PROSE],
    ["TIL/redis.md", `---\ndraft: true\n---\n${PROSE}`],
    ["_drafts/2025년 5월 회고.md", PROSE],
    ["redis.md", `---\ndraft: false\npublished: true\n---\n${PROSE}`],
  ])("%s is a note like any other", (path, text) => {
    expect(noteOf(path, text)).not.toHaveProperty("leftOut");
  });

  it("says the date that it has all the same", () => {
    const { leftOut } = noteOf("redis.en.md", "---\ndate: 2025-05-01\n---\n");
    expect(leftOut?.date).toMatchObject({ text: "2025-05-01", source: "front-matter" });
  });

  it("is a note where the settings say so", () => {
    const rules = rulesOf(settingsWith({ leftOut: ["template"] }));
    expect(noteOf("redis.en.md", "---\ndate: 2025-05-01\n---\n", rules).date?.text).toBe("2025-05-01");
  });

  it("keeps the days of a README that is a diary, and leaves out only what stands above", () => {
    const text = `# TIL\n\n${PROSE}\n\n${"## 2022.04.04\n- 가\n\n## 2022.04.05\n- 나\n"}${"- 다라마바사\n".repeat(40)}`;
    const notes = readNotes("README.md", text, rulesOf(settingsWith()));
    expect(notes.map(({ date, leftOut }) => date?.text ?? leftOut?.reason)).toEqual([
      "readme",
      "2022-04-04",
      "2022-04-05",
    ]);
  });
});

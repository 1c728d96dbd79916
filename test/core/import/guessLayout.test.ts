import { describe, expect, it } from "vitest";
import { guessLayout } from "../../../src/core/import/guessLayout.ts";
import { renderNotePath } from "../../../src/core/note/notePath.ts";
import { engines } from "../../../src/engines.ts";
import { noteOf, settingsWith } from "../../support/notebook.ts";
import { day } from "../calendar/days.ts";

const own = settingsWith();
const CURRENT = [own.tomak.path, own.til.path];

/** Notes of six days, named by a function of the day. */
function notes(nameOf: (date: string, index: number) => string, extra: readonly string[] = []) {
  const days = ["2025-04-29", "2025-04-30", "2025-05-01", "2025-05-02", "2025-05-03", "2025-05-04"];
  return [...days.map((date, index) => nameOf(date, index)), ...extra].map((path) => noteOf(path, "글\n"));
}

describe("how a repository names its notes", () => {
  it.each([
    [
      "a Jekyll site",
      (date: string, index: number) => `_posts/${date}-글-${index}.md`,
      "_posts/{{ date }}-{{ slug }}.md",
      "_posts/{{ date }}-{{ slug }}.md",
    ],
    [
      "a file a day",
      (date: string) => `${date.slice(0, 4)}/${date.slice(5, 7)}/${date}.md`,
      "{{ year }}/{{ month }}/{{ date }}.md",
      "{{ year }}/{{ month }}/{{ date }}-{{ slug }}.md",
    ],
    [
      "Markdown with components",
      (date: string, index: number) => `blog/${date}-글-${index}.mdx`,
      "blog/{{ date }}-{{ slug }}.mdx",
      "blog/{{ date }}-{{ slug }}.mdx",
    ],
    [
      "bundles of Markdown with components",
      (date: string, index: number) => `blog/${date}-글-${index}/index.mdx`,
      "blog/{{ date }}-{{ slug }}/index.mdx",
      "blog/{{ date }}-{{ slug }}/index.mdx",
    ],
    [
      "digits alone",
      (date: string) => `TIL/${date.replaceAll("-", "")}.md`,
      "TIL/{{ year }}{{ month }}{{ day }}.md",
      "TIL/{{ year }}{{ month }}{{ day }}-{{ slug }}.md",
    ],
    [
      "dots and a title",
      (date: string, index: number) => `${date.replaceAll("-", ".")} 글 ${index}.md`,
      "{{ year }}.{{ month }}.{{ day }} {{ slug }}.md",
      "{{ year }}.{{ month }}.{{ day }} {{ slug }}.md",
    ],
    [
      "the day alone below its month",
      (date: string) => `${date.slice(0, 4)}/${date.slice(5, 7)}/${date.slice(8)}.md`,
      "{{ year }}/{{ month }}/{{ day }}.md",
      "{{ year }}/{{ month }}/{{ day }}-{{ slug }}.md",
    ],
    [
      "topics below the posts of a site",
      (date: string, index: number) => `_posts/${"가나다".charAt(index % 3)}/${date}-글-${index}.md`,
      "_posts/{{ date }}-{{ slug }}.md",
      "_posts/{{ date }}-{{ slug }}.md",
    ],
    [
      "one topic more than others",
      (date: string, index: number) => `_posts/${index < 5 ? "자바" : "디비"}/${date}-글-${index}.md`,
      "_posts/{{ date }}-{{ slug }}.md",
      "_posts/{{ date }}-{{ slug }}.md",
    ],
    [
      "the language of most",
      (date: string, index: number) => `_posts/${index < 5 ? "ko" : "sw"}/${date}-글-${index}.md`,
      "_posts/ko/{{ date }}-{{ slug }}.md",
      "_posts/ko/{{ date }}-{{ slug }}.md",
    ],
    [
      "a folder for each post",
      (date: string, index: number) => `content/posts/${date}-글-${index}/index.md`,
      "content/posts/{{ date }}-{{ slug }}/index.md",
      "content/posts/{{ date }}-{{ slug }}/index.md",
    ],
    [
      "a folder for each day",
      (date: string) => `blog/${date}/index.md`,
      "blog/{{ date }}/index.md",
      "blog/{{ date }}-{{ slug }}/index.md",
    ],
    ["TIL behind each day", (date: string) => `${date}_TIL.md`, "{{ date }}_TIL.md", "{{ date }}_TIL-{{ slug }}.md"],
  ])("is seen: %s", async (_, nameOf, tomakPath, tilPath) => {
    const layout = guessLayout(notes(nameOf), "plain", CURRENT);
    expect(layout).toMatchObject({ tomakPath, tilPath, noteCount: 6 });
    const render = await engines.loadTemplates();
    const variables = { kind: "tomak", date: day("2025-05-05"), title: "오늘의 토막글 7", number: 7 } as const;
    const path = renderNotePath(tomakPath, variables, render);
    if (!path.ok) throw new Error(path.problem.reason);
    expect(noteOf(path.path).date?.text).toBe("2025-05-05");
  });

  it("is seen where the day stands in the front matter", () => {
    const posts = [..."가나다라마바"].map((name) =>
      noteOf(`content/posts/${name}.md`, "---\ndate: 2025-05-01\n---\n글\n"),
    );
    expect(guessLayout(posts, "hugo", CURRENT)).toMatchObject({
      name: "Hugo 블로그",
      source: "front-matter",
      tilPath: "content/posts/{{ slug }}.md",
    });
  });

  it("is seen of a diary beside many notes without days", () => {
    const others = Array.from({ length: 90 }, (_, index) => `자바/글-${index}.md`);
    const diary = notes((date) => `일기/${date}.md`, others);
    expect(guessLayout(diary, "plain", CURRENT)?.tomakPath).toBe("일기/{{ date }}.md");
    const topic = notes((date, index) => `책/클린 코드/${date}-${index}장.md`, others);
    expect(guessLayout(topic, "plain", CURRENT)).toBeUndefined();
  });

  it("is seen of a folder for each post whose day stands in the front matter", () => {
    const posts = [..."가나다라마바"].map((name) =>
      noteOf(`content/blog/${name}/index.md`, "---\ndate: 2025-05-01\n---\n글\n"),
    );
    expect(guessLayout(posts, "plain", CURRENT)?.tilPath).toBe("content/blog/{{ slug }}/index.md");
  });

  it("knows Hexo by where its posts lie", () => {
    const posts = notes((date, index) => `source/_posts/${date}-글-${index}.md`);
    expect(guessLayout(posts, "jekyll", CURRENT)?.name).toBe("Hexo 블로그");
  });

  it("tells what it is and where its days come from", () => {
    const posts = notes((date, index) => `_posts/${date}-글-${index}.md`, ["about.md"]);
    expect(guessLayout(posts, "chirpy", CURRENT)).toMatchObject({
      name: "Jekyll 블로그",
      source: "name",
      noteCount: 7,
    });
    expect(
      guessLayout(
        notes((date) => `TIL/${date}.md`),
        "plain",
        CURRENT,
      )?.name,
    ).toBe("TIL 저장소");
  });

  it.each([
    ["there are too few", notes((date) => `${date}.md`).slice(0, 4)],
    ["notes have no days", notes((_, index) => `글-${index}.md`)],
    ["every file is named in its own way", notes((date, index) => `${"가나다라마바".charAt(index)}/${date}.md`)],
    [
      "it is ours already",
      notes((date, index) => `TIL/${date.slice(0, 4)}/${date.slice(5, 7)}/${date}-글-${index}.md`),
    ],
    ["folders count something else", notes((date, index) => `week${index}/${date}.md`)],
  ])("is not, when %s", (_, some) => {
    expect(guessLayout(some, "plain", CURRENT)).toBeUndefined();
  });
});

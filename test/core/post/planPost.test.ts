import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PostPlan, type PostRequest, planPost } from "../../../src/core/post/planPost.ts";
import { findSeries } from "../../../src/core/post/series/findSeries.ts";
import { FIRST_PART, seriesPart } from "../../../src/core/post/series/seriesPart.ts";
import type { Site } from "../../../src/core/settings/settings.ts";
import { expectGolden } from "../../support/golden.ts";
import { type MemoryNotebook, memoryNotebook, noteOf, type SettingValues } from "../../support/notebook.ts";
import { day } from "../calendar/days.ts";

const june = day("2025-06-07");
const now = Date.parse("2025-06-07T21:30:00+09:00");

const NOTES = {
  "TIL/2025/05/2025-05-03-만료.md":
    "---\ntitle: Redis에서 만료된 키를 지우는 방법\ntags: [Redis, ★]\nlink: https://redis.io/docs/expire\n---\n\n# 두 가지 방식\n\n- 접근할 때 지움 ([캐시](../../2025-05-10-캐시.md))\n- ![그림](그림.png)\n\n```sh\necho '{{ ttl }}'\n",
  "TIL/2025-05-10-캐시.md":
    "---\ntitle: 캐시 스탬피드\ntags: [redis, 캐시]\n---\n\n- 만료 시각이 겹침[^1]\n\n[^1]: 각주\n",
  "TIL/2025-05-11-몰림.md":
    "---\ntitle: 몰리는 요청\nlink: https://example.com/a_(b)\n---\n\n- 무작위 값을 더함[^1]\n\n[^1]: 다른 각주\n",
  "TIL/2025/05/그림.png": "png",
};

const SITES: readonly (readonly [Site, string, Readonly<Record<string, string>>, SettingValues])[] = [
  ["chirpy", "_drafts", { "_config.yml": "theme: jekyll-theme-chirpy\n" }, {}],
  ["minimal-mistakes", "_drafts", { "_config.yml": "theme: minimal-mistakes-jekyll\n" }, {}],
  ["hugo", "content/posts", { "hugo.toml": "" }, {}],
  ["velog", "글", {}, { "retro.site": "velog" }],
  ["plain", "글", {}, {}],
];

const golden = (name: string): URL => new URL(`golden/${name}.md`, import.meta.url);

function notesOf(notebook: MemoryNotebook, ...paths: readonly string[]) {
  return paths.flatMap((path) => notebook.index.notesIn(path));
}

const PATHS = ["TIL/2025/05/2025-05-03-만료.md", "TIL/2025-05-10-캐시.md", "TIL/2025-05-11-몰림.md"] as const;

async function plan(
  files: Readonly<Record<string, string>>,
  values: SettingValues = {},
  more: Partial<PostRequest> = {},
): Promise<PostPlan> {
  const notebook = await memoryNotebook({ ...NOTES, ...files }, values);
  const notes = notesOf(notebook, ...PATHS);
  return planPost(notebook, { title: "Redis에서 만료된 키를 지우는 방법", notes, day: june, now, ...more });
}

function created(made: PostPlan) {
  if (made.action !== "create") throw new Error(`not created: ${JSON.stringify(made)}`);
  return made;
}

describe("a post begun from notes", () => {
  it.each(SITES)("on %s lies where drafts live, in the site's form", async (site, folder, files, values) => {
    const { draft } = created(await plan(files, values));
    expect(draft.path).toBe(`${folder}/Redis에서-만료된-키를-지우는-방법.md`);
    expectGolden(draft.text, golden(`post-${site}`));
    expect(noteOf(draft.path, draft.text)).toMatchObject({
      kind: "post",
      title: "Redis에서 만료된 키를 지우는 방법",
      tags: ["Redis", "캐시"],
    });
    expect(draft.text.slice(0, draft.cursor)).toMatch(/\n---\n\n$/);
  });

  it("keeps each note's own text, with links that lead where they led", async () => {
    const { text } = created(await plan({})).draft;
    expect(text).toContain("([캐시](../TIL/2025-05-10-캐시.md))");
    expect(text).toContain("![그림](../TIL/2025/05/그림.png)");
    // The open fence is closed, the two footnotes keep apart.
    expect(text).toContain("echo '{{ ttl }}'\n```\n");
    expect(text).toContain("[^1]: 각주");
    expect(text).toContain("다른 각주");
    expect(text.match(/\[\^1\]/g)).toHaveLength(2);
    expect(text).toContain("- [몰리는 요청](https://example.com/a_(b))\n");
  });

  it("loses no line of a note", async () => {
    const line = fc.stringMatching(/^(?:- |> |\d\. |#{1,4} )?[가-힣a-z*`[(|<]{1,12}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(line, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
        async (notes) => {
          const files = Object.fromEntries(
            notes.map((lines, index) => [`TIL/${index}.md`, `# 제목\n\n${lines.join("\n")}\n`]),
          );
          const notebook = await memoryNotebook(files);
          const request = { title: "글", notes: [...notebook.index.notes()], day: june, now };
          const { text } = created(await planPost(notebook, request)).draft;
          // What mends emphasis and lowers headings adds marks, and takes none of the words.
          const words = (written: string): string => written.replace(/<!-- -->/g, "").replace(/[^가-힣a-z]/g, "");
          for (const lines of notes) expect(words(text)).toContain(words(lines.join("\n")));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is the same for the same notes at the same time, and begins empty without any", async () => {
    expect(await plan({})).toEqual(await plan({}));
    const { text } = created(await plan({}, {}, { notes: [], title: "빈 글" })).draft;
    expect(text).toBe(
      "---\ntitle: 빈 글\ndate: 2025-06-07 21:30:00 +0900\ncategories: []\ntags: []\ndraft: true\n---\n\n\n\n## 어떤 문제였나\n\n\n\n## 알게 된 것\n\n\n\n## 정리하며\n\n\n",
    );
  });

  it("copies images where the settings say so", async () => {
    const { copies, draft } = created(await plan({ "_config.yml": "" }, { "retro.images": "copy" }));
    expect(copies.map(({ from, to }) => [from, to])).toEqual([
      ["TIL/2025/05/그림.png", "assets/images/2025-06/그림.png"],
    ]);
    expect(draft.text).toContain("![그림](/assets/images/2025-06/그림.png)");
  });

  it("is not made where there is one already, in any normalisation", async () => {
    const path = "글/Redis에서-만료된-키를-지우는-방법.md".normalize("NFD");
    expect(await plan({ [path]: "내가 쓴 글\n" })).toEqual({ action: "open", path });
  });

  it("goes where the setting says, and follows the notebook's own template", async () => {
    const { draft } = created(
      await plan(
        {
          ".tomaknote/templates/post.md":
            "{{ header }}\n{% for entry in entries %}{{ entry.note }}\n{% endfor %}{{ tags | yaml }}\n",
        },
        { "post.path": "posts/{{ date }}-{{ slug }}.md" },
      ),
    );
    expect(draft.path).toBe("posts/2025-06-07-Redis에서-만료된-키를-지우는-방법.md");
    expect(draft.text).toContain(`---\n${PATHS.join("\n")}\n[Redis, 캐시]\n`);
    expect(draft.cursor).toBe(draft.text.length);
  });

  it("is refused with the line of a template that cannot be used, and with a path outside of the notebook", async () => {
    expect(await plan({ ".tomaknote/templates/post.md": "글\n{{ nothing }}\n" })).toMatchObject({
      action: "refuse",
      problem: { reason: "template", template: "post", line: 2 },
    });
    expect(await plan({}, { "post.path": "../{{ slug }}.md" })).toMatchObject({
      action: "refuse",
      problem: { reason: "path", setting: "post.path", problem: { reason: "outside" } },
    });
  });
});

describe("a post of a series", () => {
  const POSTS = {
    "_config.yml": "",
    "_posts/2025-05-24-함께.md":
      '---\ntitle: "31차시 3:함께읽기"\ncategories:\n  - 함께읽기\ntags: [설계]\n---\n\n## 31. 하나\n\n### 31.1 배경\n\n## 45. 끝\n',
    "_posts/2025-05-31-함께.md":
      '---\ntitle: "32차시 4:함께읽기"\ncategories:\n  - 함께읽기\ntags: [설계]\n---\n\n## 46. 하나\n\n### **46.1 배경**\n\n## 60. 끝\n',
  };

  it("goes on after the last, in its title, its headings, its tags and its category", async () => {
    const notebook = await memoryNotebook(POSTS);
    const [series] = findSeries(notebook.index.notes());
    if (series === undefined) throw new Error("no series");
    const part = await seriesPart(notebook, series);
    expect(part).toEqual({
      number: 33,
      heading: "## 61.",
      subheading: "### 61.1",
      tags: ["설계"],
      categories: ["함께읽기"],
    });
    const { draft } = created(
      await planPost(notebook, { title: series.next.title, notes: [], day: june, now, series: part }),
    );
    expect(draft.path).toBe("_drafts/33차시-5-함께읽기.md");
    expectGolden(draft.text, golden("series-jekyll"));
    expect(draft.text.slice(0, draft.cursor)).toMatch(/## 61\. $/);
  });

  it("begins at one", async () => {
    const { draft } = created(await plan({}, {}, { title: "카프카 스터디 1차시", notes: [], series: FIRST_PART }));
    expect(draft.text).toMatch(/## 1\. \n\n- 출처: \n\n### 1\.1 \n/);
  });
});

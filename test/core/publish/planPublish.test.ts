import { describe, expect, it } from "vitest";
import { expectGolden } from "../../support/golden.ts";
import { memoryNotebook } from "../../support/notebook.ts";
import { NOW, planOf, publish } from "./publish.ts";

const BODY = `
# Redis

![그림](../그림/만료.png "제목") [TIL](../TIL/2025-05-03-만료.md)과 [문서](https://redis.io)

\`[코드](../그림/만료.png)\`

[라벨]: ../그림/a.png
<img src="../그림/만료.png">
`;

const yaml = (more = "") =>
  `---\ntitle:   "Redis의 만료된 키"   # 제목\ndate: 2026-01-01 09:00:00 +0900 # 처음 쓴 날\ncategories: [개발,  redis]\ntags:\n- redis # 태그\n${more}---\n${BODY}`;

const toml = `+++\ntitle = 'Redis의 만료된 키' # 제목\ndate = 2026-01-01T09:00:00+09:00 # 처음\ndraft = true\ntags = [ "redis" ]\n+++\n${BODY}`;

/** Files of a site, the draft, and where it goes. */
const SITES: Readonly<
  Record<string, readonly [files: Record<string, string>, draft: string, text: string, post: string]>
> = {
  chirpy: [
    {
      "_config.yml": "theme: jekyll-theme-chirpy\n",
      "_posts/2026/2026-01-02-a.md": "",
      "_posts/2026/2026-02-02-b.md": "",
    },
    "_drafts/redis-expire.md",
    yaml(),
    "_posts/2026/2026-11-21-redis-expire.md",
  ],
  jekyll: [
    { "_config.yml": "" },
    "_drafts/redis-expire.md",
    yaml("published: false\n"),
    "_posts/2026-11-21-redis-expire.md",
  ],
  "minimal-mistakes": [
    { "_config.yml": "remote_theme: mmistakes/minimal-mistakes\n" },
    "_drafts/java/Redis의 만료된 키.md",
    yaml(),
    "_posts/java/2026-11-21-Redis의-만료된-키.md",
  ],
  "hugo-yaml": [{ "hugo.toml": "" }, "content/posts/redis.md", yaml("draft: true # 아직\n"), "content/posts/redis.md"],
  "hugo-toml": [{ "hugo.toml": "" }, "content/posts/redis/index.md", toml, "content/posts/redis/index.md"],
  velog: [{}, "회고/redis.md", yaml("kind: 글\n"), "글/2026/2026-11-21-Redis의-만료된-키.md"],
  tistory: [
    {},
    "초안/redis.md",
    `\uFEFF${yaml("draft: yes\n").replaceAll("\n", "\r\n")}`,
    "글/2026/2026-11-21-Redis의-만료된-키.md",
  ],
  plain: [{}, "_drafts/redis.md", "# Redis의 만료된 키\n\n![그림](a.png)\n", "글/2026/2026-11-21-Redis의-만료된-키.md"],
};

const PATTERN = "글/{{ year }}/{{ date }}-{{ slug }}.md";

describe("a published draft", () => {
  it.each(Object.entries(SITES))("is what the site takes for a post (%s)", async (name, [files, draft, text, post]) => {
    const hasPattern = name === "velog" || name === "tistory" || name === "plain";
    const notebook = await memoryNotebook(
      { ...files, [draft]: text },
      { ...(hasPattern && { "publish.path": PATTERN, "retro.site": name }) },
    );
    const published = await publish(notebook, draft);
    expect(published.path).toBe(post);
    expectGolden(`${published.text}`, new URL(`${name}.golden.md`, import.meta.url));
    // It is a post now, and none to publish.
    expect(await planOf(notebook, post)).toEqual({ action: "refuse", reason: "already" });
  });

  it("has the day of the notebook's zone, wherever it is published", async () => {
    const files = { "_config.yml": "", "_drafts/a.md": "---\ntitle: a\n---\n" };
    const late = Date.parse("2026-11-21T15:30:00Z");
    const seoul = await publish(await memoryNotebook(files), "_drafts/a.md", late);
    expect(seoul).toMatchObject({
      path: "_posts/2026-11-22-a.md",
      text: "---\ntitle: a\ndate: 2026-11-22 00:30:00 +0900\n---\n",
    });
    const utc = await publish(await memoryNotebook(files, { timeZone: "UTC" }), "_drafts/a.md", late);
    expect(utc).toMatchObject({
      path: "_posts/2026-11-21-a.md",
      text: "---\ntitle: a\ndate: 2026-11-21 15:30:00 +0000\n---\n",
    });
  });

  it("keeps a date that says the same moment, byte for byte", async () => {
    const text = "---\ntitle: a\ndate: '2026-11-21T14:10:00Z'\n---\n글\n";
    const notebook = await memoryNotebook({ "_config.yml": "", "_drafts/a.md": text });
    expect((await publish(notebook, "_drafts/a.md")).text).toBe(text);
  });

  it("never takes a name that another file has, in whatever spelling", async () => {
    const text = "---\ntitle: 가\n---\n";
    const notebook = await memoryNotebook({
      "_config.yml": "",
      "_drafts/가.md": text,
      [`_posts/2026-11-21-${"가".normalize("NFD")}.md`]: "",
      "_posts/2026-11-21-가-2.MD": "",
    });
    expect((await publish(notebook, "_drafts/가.md")).path).toBe("_posts/2026-11-21-가-3.md");
  });

  it.each([
    ["a name that says something", "_drafts/2026-01-01-만료.md", "title: 제목", "만료"],
    ["the slug of its front matter", "_drafts/만료.md", "title: 제목\nslug: Redis Expire", "Redis-Expire"],
    ["its title for want of a name", "_drafts/2026-01-01.md", "title: 'C++/자바: 정리?'", "C++-자바-정리"],
    ["a retro's title", "_drafts/2025-05-회고.md", "title: 2025년 5월 회고", "2025년-5월-회고"],
  ])("is called by %s", async (_, draft, head, slug) => {
    const notebook = await memoryNotebook({ "_config.yml": "", [draft]: `---\n${head}\n---\n` });
    expect((await publish(notebook, draft)).path).toBe(`_posts/2026-11-21-${slug}.md`);
  });

  it.each([
    [["2026/2026-01-01-a.md", "2025/2025-01-01-a.md", "2024-01-01-a.md"], "2026/"],
    [["2026/01/2026-01-01-a.md", "2025/12/2025-12-01-a.md"], "2026/11/"],
    [["2026-01-01-a.md", "2026-01-02-a.md", "2025/2025-01-01-a.md"], ""],
    [["자바/2026-01-01-a.md", "개발/2025-01-01-a.md"], "개발/"],
    [["자바/2026-01-01-a.md", "spring/2025-01-01-a.md"], ""],
    [[], ""],
  ])("lies in the folder that others like it have: %j", async (posts, folder) => {
    const notebook = await memoryNotebook({
      "_config.yml": "",
      "_drafts/a.md": "---\ntitle: a\ncategories: [개발]\n---\n",
      ...Object.fromEntries(posts.map((path) => [`_posts/${path}`, ""])),
    });
    expect((await publish(notebook, "_drafts/a.md")).path).toBe(`_posts/${folder}2026-11-21-a.md`);
  });

  it("goes to the posts of its own site when the notebook holds several", async () => {
    const notebook = await memoryNotebook({
      "hugo.toml": "",
      "blog/_config.yml": "",
      "blog/_drafts/a.md": "---\ntitle: a\n---\n![가](../assets/a.png)\n",
    });
    expect(await publish(notebook, "blog/_drafts/a.md")).toMatchObject({
      path: "blog/_posts/2026-11-21-a.md",
      text: expect.stringContaining("![가](../assets/a.png)"),
    });
  });

  it("has a day in its name, for want of which Jekyll passed over it among the posts", async () => {
    const text = "---\ntitle: a\n---\n";
    const notebook = await memoryNotebook({
      "_config.yml": "",
      "_posts/aws/VPC.md": text,
      "_posts/aws/2026-1-2-b.md": text,
    });
    expect((await publish(notebook, "_posts/aws/VPC.md")).path).toBe("_posts/aws/2026-11-21-VPC.md");
    expect(await planOf(notebook, "_posts/aws/2026-1-2-b.md")).toEqual({ action: "refuse", reason: "already" });
  });

  it("leads to itself from its new place", async () => {
    const text = "---\ntitle: 가\n---\n\n[위](가.md#처음) [옆](./나.md)\n";
    const files = { "_config.yml": "", "_posts/2026/2026-01-01-a.md": "", "_drafts/가.md": text };
    expect((await publish(await memoryNotebook(files), "_drafts/가.md")).text).toContain(
      "[위](2026-11-21-가.md#처음) [옆](../../_drafts/나.md)",
    );
  });

  it("in Hugo has its name's day changed, and from elsewhere goes where posts are", async () => {
    const draft = "---\ntitle: a\ndraft: true\n---\n";
    const others = { "content/blog/2026-01-01-b.md": "", "content/blog/2026-01-02-c.md": "" };
    const dated = await memoryNotebook({ "hugo.toml": "", ...others, "content/blog/2026-02-01-a.md": draft });
    expect((await publish(dated, "content/blog/2026-02-01-a.md")).path).toBe("content/blog/2026-11-21-a.md");
    const away = await memoryNotebook({ "hugo.toml": "", ...others, "초안/가나.md": draft });
    expect((await publish(away, "초안/가나.md")).path).toBe("content/blog/2026-11-21-가나.md");
    const bundles = await memoryNotebook({ "hugo.toml": "", "content/posts/b/index.md": "", "초안/가나.md": draft });
    expect((await publish(bundles, "초안/가나.md")).path).toBe("content/posts/가나/index.md");
  });

  it.each([
    [["2025/12/a.md", "2026/02/b.md", "_index.md", "about.md"], "2026/11/가나.md"],
    [["2026/9/a.md", "2026/10/b.md"], "2026/11/가나.md"],
    [["2025/a/index.md", "2026/b/index.ko.md"], "2026/가나/index.md"],
    [["자바/a.md", "개발/b.md"], "가나.md"],
    [["_index.md"], "가나.md"],
  ])("in Hugo lies in the folders that others like it have: %j", async (posts, place) => {
    const notebook = await memoryNotebook({
      "hugo.toml": "",
      "초안/가나.md": "---\ntitle: a\ndraft: true\n---\n",
      ...Object.fromEntries(posts.map((path) => [`content/posts/${path}`, ""])),
    });
    expect((await publish(notebook, "초안/가나.md")).path).toBe(`content/posts/${place}`);
  });
});

describe("publishing is refused", () => {
  const refusalOf = async (files: Record<string, string>, path: string, values = {}) => {
    const plan = await planOf(await memoryNotebook(files, values), path);
    return plan.action === "refuse" ? plan.reason : plan.action;
  };

  it.each([
    ["already", { "_config.yml": "", "_posts/2026-01-01-a.md": "---\ntitle: a\n---\n" }, "_posts/2026-01-01-a.md"],
    ["not-a-draft", { "_config.yml": "", "TIL/2026-01-01-a.md": "---\ntitle: a\n---\n" }, "TIL/2026-01-01-a.md"],
    [
      "not-a-draft",
      { "_config.yml": "", "2026.md": "# 일기\n\n## 2026-01-01\n\n글\n\n## 2026-01-02\n\n글\n" },
      "2026.md",
    ],
    // A site of pages alone.
    ["not-a-draft", { "_config.yml": "", "study/posts/2026/07.md": "# 오늘\n" }, "study/posts/2026/07.md"],
    ["no-place", { "회고/2025-05-회고.md": "---\ntitle: 2025년 5월 회고\n---\n" }, "회고/2025-05-회고.md"],
    ["broken-front-matter", { "_config.yml": "", "_drafts/a.md": "---\ntitle: [a\n---\n" }, "_drafts/a.md"],
    ["broken-front-matter", { "_config.yml": "", "_drafts/a.md": "---\ntitle: a\n\n글\n" }, "_drafts/a.md"],
    ["unsupported", { "_config.yml": "", "_drafts/a.md": "---\ntitle: a\ndate: [2026]\n---\n" }, "_drafts/a.md"],
  ])("%s", async (reason, files, path) => {
    expect(await refusalOf(files, path)).toBe(reason);
  });

  it.each(["../밖/{{ slug }}.md", "/밖/{{ slug }}.md", "글/{{ slug", "글/{{ slug }}.txt"])(
    "where the setting is %s",
    async (pattern) => {
      const files = { "회고/2025-05-회고.md": "---\ntitle: 2025년 5월 회고\n---\n" };
      expect(await refusalOf(files, "회고/2025-05-회고.md", { "publish.path": pattern })).toBe("place");
    },
  );

  it("and led to the clipboard where a post is pasted", async () => {
    const files = { "회고/2025-05-회고.md": "---\ntitle: 2025년 5월 회고\n---\n" };
    expect(await refusalOf(files, "회고/2025-05-회고.md", { "retro.site": "velog" })).toBe("paste");
  });
});

it("a title without a year may become another year's retro", async () => {
  const files = { "_config.yml": "", "_drafts/5월-회고.md": "---\ntitle: 5월 회고\ndate: 2025-06-01\n---\n" };
  expect((await publish(await memoryNotebook(files), "_drafts/5월-회고.md")).plan.changesPeriod).toBe(true);
  const soon = Date.parse("2026-04-01T00:00:00+09:00");
  expect((await publish(await memoryNotebook(files), "_drafts/5월-회고.md", soon)).plan.changesPeriod).toBe(false);
  expect(NOW).toBeGreaterThan(soon);
});

describe("the 글감 that a draft was begun from", () => {
  const event = (note: string, post: string, at = "2026-11-01T09:00:00.000+09:00") =>
    `${JSON.stringify({ at, note, title: "만료", gist: "abc", event: "post", post })}\n`;

  it("leads to the post when the draft has moved", async () => {
    const history =
      event("TIL/a.md", "_drafts/a.md") +
      event("TIL/b.md", "_drafts/b.md") +
      event("TIL/a.md", "_drafts/c.md", "2026-10-01T09:00:00.000+09:00");
    const notebook = await memoryNotebook({
      "_config.yml": "",
      "_drafts/a.md": "---\ntitle: a\n---\n",
      ".tomaknote/recall.jsonl": history,
    });
    await publish(notebook, "_drafts/a.md");
    expect(await notebook.readText(".tomaknote/recall.jsonl")).toBe(
      history + event("TIL/a.md", "_posts/2026-11-21-a.md", "2026-11-21T23:10:00.000+09:00"),
    );
  });

  it("is left alone when it has gone on to another draft", async () => {
    const history =
      event("TIL/a.md", "_drafts/a.md") + event("TIL/a.md", "_drafts/b.md", "2026-11-02T09:00:00.000+09:00");
    const notebook = await memoryNotebook({
      "_config.yml": "",
      "_drafts/a.md": "---\ntitle: a\n---\n",
      ".tomaknote/recall.jsonl": history,
    });
    expect((await publish(notebook, "_drafts/a.md")).plan.others).toEqual([]);
  });
});

describe("what a draft in another folder names from where it lies", () => {
  const files = { "hugo.toml": "", "그림/a.png": "", "초안/b.png": "", "static/c.png": "", "초안/c.png": "" };
  const published = async (text: string, more: Readonly<Record<string, string>> = {}) => {
    const notebook = await memoryNotebook(
      { ...files, ...more, "초안/글.md": text },
      { "publish.path": "글/2026/{{ slug }}.md" },
    );
    const { text: after, plan } = await publish(notebook, "초안/글.md");
    const [, head = "", body = ""] = /^---\n(.*?)date:.*?\n---\n(.*)$/s.exec(after) ?? [];
    return { head, body, leavesImages: plan.leavesImages };
  };
  const draft = (head: string, body = "") => `---\ntitle: 글\ndraft: true\n${head}date: 2026-01-01\n---\n${body}`;

  it("is led there from its new place: images of the front matter", async () => {
    const head = [
      "image: ../그림/a.png # ../그림/a.png\n",
      'cover:\n  image: "./b.png"\n  alt: ./b.png\n',
      "thumbnail: b.png\n",
      "images: [ ../그림/a.png, 'b.png' ]\n",
    ];
    const { head: after } = await published(draft(head.filter((line) => !line.includes("alt")).join("")));
    expect(after).toBe(
      "title: 글\ndraft: false\nimage: ../../그림/a.png # ../그림/a.png\n" +
        "thumbnail: ../../초안/b.png\nimages: [ ../../그림/a.png, '../../초안/b.png' ]\n",
    );
    const nested = await published(draft('cover:\n  image: "./b.png"\n  alt: 그림 b.png\n'));
    expect(nested.head).toContain('cover:\n  image: "../../초안/b.png"\n  alt: 그림 b.png\n');
  });

  it("stays when the site reads it from its root, when there is no such file, and in what is no image", async () => {
    const head =
      "image: c.png\ncover: /그림/a.png\nbanner: https://a.kr/b.png\nthumbnail: ../없음.png\nlogo: '{{ a }}/b.png'\nsubtitle: b.png\n";
    const after = await published(draft(head));
    expect(after.head).toBe(`title: 글\ndraft: false\n${head}`);
    expect(after.leavesImages).toBe(false);
  });

  it("is told of when the form cannot be edited: the same words for a reader", async () => {
    const head = "image: b.png\nsubtitle: b.png\n";
    const after = await published(draft(head));
    expect(after.head).toBe(`title: 글\ndraft: false\n${head}`);
    expect(after.leavesImages).toBe(true);
  });

  it("is led there from its new place: names in [[ ]] that begin with a folder's dots, and no others", async () => {
    const { body } = await published(
      draft("", "[[../TIL/가|말]] ![[./b.png]] [[가]] [[TIL/가]] [[./글#끝]] [[글]] `[[../TIL/가]]`\n"),
      { "TIL/가.md": "" },
    );
    expect(body).toBe(
      "[[../../TIL/가|말]] ![[../../초안/b.png]] [[가]] [[TIL/가]] [[./글#끝]] [[글]] `[[../TIL/가]]`\n",
    );
  });
});

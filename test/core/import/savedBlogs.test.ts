import { describe, expect, it } from "vitest";
import {
  describeLeft,
  describeSkipped,
  filesOf as filesToBring,
  remarksOn,
} from "../../../src/core/import/describeImport.ts";
import { ImportRefused } from "../../../src/core/import/importFile.ts";
import { memoryNotebook } from "../../support/notebook.ts";
import { bringInto, filesOf, planInto, read } from "../../support/picked.ts";

const only = async (contents: Readonly<Record<string, string>>, site?: "chirpy" | "hugo") => {
  const { items } = await planInto(await memoryNotebook({}), filesOf(contents), site === undefined ? {} : { site });
  return items[0] ?? { path: "", text: "" };
};

describe("what tools save of a velog's feed", () => {
  const feed = [
    '<h1 id="하나">하나</h1>',
    "<p>본문 <strong>굵게</strong><br />줄</p>",
    '<pre><code class="language-python">a = 1',
    "",
    "# 주석",
    "- 목록 아님",
    "</code></pre>",
    "<ul>\n<li>가<ul>\n<li>나</li>\n</ul>\n</li>\n</ul>",
    '<p><img alt="" src="https://velog.velcdn.com/images/a.png" /></p>',
    "<hr />",
  ].join("\n");

  it("is Markdown under the title that its file has, whatever stands in its code", async () => {
    expect(await only({ "velog-posts/도커란 무엇인가 .md": feed })).toMatchObject({
      path: "글/velog-posts/도커란 무엇인가.md",
      text: "---\ntitle: 도커란 무엇인가\n---\n\n# 하나\n\n본문 **굵게**  \n줄\n\n```python\na = 1\n\n# 주석\n- 목록 아님\n```\n\n- 가\n  - 나\n\n![](https://velog.velcdn.com/images/a.png)\n\n---\n",
    });
  });

  it("keeps the lines that a tool wrote above it, and is of the day they say", async () => {
    const { path, text } = await only({
      "velog-posts/도커/도커.md": `# 도커\n\n🔗 [원문](https://velog.io/@a/d)\n\n🗓 작성일: Tue, 08 Jul 2025 16:30:52 GMT\n\n${feed}`,
    });
    expect(path).toBe("글/2025/2025-07-09-도커.md");
    expect(text).toContain("# 도커\n\n🔗 [원문](https://velog.io/@a/d)\n\n🗓 작성일");
    expect(text).toContain("\n# 하나\n\n본문 **굵게**");
  });

  it.each([
    ["**Published:** 2023-02-11T20:00:00.000Z", "2023-02-12"],
    ["Created: May 20, 2023 8:26 AM", "2023-05-20"],
    ["> 게시일 : 2024. 2. 3. 오후 2:11", "2024-02-03"],
  ])("has its day from %j above the text", async (line, date) => {
    expect(await only({ "글.md": `# 글\n\n${line}\n\n본문\n` })).toMatchObject({ date });
  });

  it.each(["수정일: 2024-02-03", "```\nCreated: May 20, 2023\n```", "그날은 Created: May 20, 2023 이었다"])(
    "has none from %j",
    async (line) => {
      expect((await only({ "글.md": `# 글\n\n${line}\n\n본문\n` })).text).not.toContain("date:");
    },
  );

  it.each([
    '# 제목\n\n<p align="center"><img src="a.png" width="300"></p>\n',
    "<p>글</p>\n\nMarkdown 문단\n",
    "<details>\n<summary>접힌</summary>\n\n- 목록\n</details>\n",
    "글\n\n```html\n<p>코드</p>\n```\n",
  ])("is left alone where it is Markdown with tags in it: %j", async (text) => {
    expect((await only({ "글.md": text })).text).toBe(text);
  });

  it("stays private in a blog, whose generator does not know the service's word for it", async () => {
    const post = "---\ntitle: 비밀\ndate: 2024-01-02\nis_private: true\n---\n글\n";
    expect((await only({ "비밀.md": post }, "chirpy")).text).toContain(
      "is_private: true\nprivate: true\npublished: false\n",
    );
    expect((await only({ "비밀.md": post }, "hugo")).text).toContain("private: true\ndraft: true\n");
    const open = post.replace("is_private: true", "is_private: false");
    expect((await only({ "글.md": open }, "chirpy")).text).toBe(open);
  });

  it("writes true and false anew as such, not as words", async () => {
    const { text } = await only({
      "글.md": '---\ntitle: "그는 "안녕"이라 했다"\ndate: 2024-01-02\npublished: false\n---\n글\n',
    });
    expect(text).toContain("\npublished: false\n");
  });
});

describe("pages that a browser saved", () => {
  const page = (body: string, head = ""): string =>
    `<html><head><title>글 - 블로그</title>${head}</head><body>${body}</body></html>`;

  it.each([
    ["Tistory, an older skin", '<div id="article-view"><p>본문</p></div><div>옆</div>'],
    ["Tistory, one more", '<div class="area_view"><p>본문</p></div><div>옆</div>'],
    [
      "Tistory, with what it puts below",
      '<div class="contents_style"><p>본문</p><div class="container_postbtn"><a>저작자표시</a></div><div class="another_category"><h4>다른 글</h4></div></div>',
    ],
    ["Naver", '<div class="se-documentTitle">글</div><div class="se-main-container"><p>본문</p></div><div>댓글</div>'],
    ["brunch", '<div class="wrap_body"><p>본문</p></div><div>댓글</div>'],
    ["Medium", "<article><h1>글 - 블로그</h1><p>본문</p></article>"],
  ])("have what was written and nothing else: %s", async (_, body) => {
    expect((await only({ "글.html": page(body) })).text).toMatch(/---\n\n본문\n$/);
  });

  it.each([
    ['<span class="date">2020. 5. 1. 12:00</span><article><p>본문</p></article>', "2020-05-01 12:00:00 +0900"],
    ["<div><span>a</span><span>·</span><span>2023년 3월 4일</span></div><article><p>본문</p></article>", "2023-03-04"],
    [
      "<em>작성일: 2023.03.04 14:11</em><article><p>본문 <time>2024-01-01</time></p></article>",
      "2023-03-04 14:11:00 +0900",
    ],
    ["<p>2019년 1월 1일에 시작한 블로그</p><article><p>본문</p></article>", undefined],
    ["<article><p>2023년 3월 4일</p><p>본문</p></article>", undefined],
  ])("are of the day that their skin shows: %s", async (body, date) => {
    const { text } = await only({ "글.html": page(body) });
    expect(/^date: (.*)$/m.exec(text)?.[1]).toBe(date);
  });

  it("do not bring along the frames that were saved with them", async () => {
    const files = {
      "글.html": page("<article><p>본문</p></article>"),
      "글_files/saved_resource.html": page("<p>광고</p>"),
    };
    expect((await read(filesOf(files))).notes.map(({ from }) => from)).toEqual(["글.html"]);
  });

  it("that only frame another one are that one, or say so", async () => {
    const outer = page('<iframe src="./글_files/PostView.html"></iframe>');
    const inner = page('<div class="se-main-container"><p>안</p></div>', '<meta property="og:title" content="글">');
    const { notes } = await read(filesOf({ "글.html": outer, "글_files/PostView.html": inner }));
    expect(notes[0]?.text).toBe("---\ntitle: 글\ntags: []\n---\n\n안\n");
    expect(describeSkipped(await read(filesOf({ "글.html": outer })))[0]).toContain(
      "새 탭에서 열어 저장해 주세요): 글.html",
    );
  });
});

describe("what comes along", () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

  it("are pictures whatever they are called, once where several notes show them, and what is not there is told of", async () => {
    const notebook = await memoryNotebook({});
    const { items, left } = await planInto(
      notebook,
      filesOf({
        "가.md": "---\ndate: 2024-01-01\n---\n# 가\n\n![](img/a.dat) ![](img/b) ![](img/없음.png) ![](run.exe)\n",
        "나.md": "---\ndate: 2024-01-02\n---\n# 나\n\n![](img/a.dat)\n",
        "img/a.dat": png,
        "img/b": png,
        "run.exe": new Uint8Array([0x4d, 0x5a]),
      }),
    );
    expect(items[0]?.text).toContain("![](img/2024-01-01-가/a.dat.png) ![](img/2024-01-01-가/b.png) ![](img/없음.png)");
    expect(items[1]?.text).toContain("![](img/2024-01-01-가/a.dat.png)");
    expect(filesToBring(items).map(({ to }) => to)).toEqual([
      "글/2024/img/2024-01-01-가/a.dat.png",
      "글/2024/img/2024-01-01-가/b.png",
    ]);
    expect(describeLeft(left)).toEqual([
      expect.stringContaining("모르는 종류예요. 필요하면 직접 옮겨 주세요): run.exe"),
      expect.stringContaining("없는 그림이에요. 있다면 폴더째 골라 다시 가져와 주세요): img/없음.png"),
    ]);
  });

  it("says that a backup of Tistory does not tell which posts are private", () => {
    expect(remarksOn([{ origin: "Notion" }])).toEqual([]);
    expect(remarksOn([{ origin: "티스토리" }])[0]).toContain("비공개");
  });

  it("leaves a file that cannot be read, and refuses all of what is not what it claims to be", async () => {
    const [good, bad] = filesOf({ "좋은.md": "글\n", "나쁜.md": "글\n" });
    if (good === undefined || bad === undefined) throw new Error("two files");
    const failing = (error: Error) => [good, { ...bad, read: () => Promise.reject(error) }];
    const { notes, skipped } = await read(failing(new Error("EACCES")));
    expect(notes.map(({ from }) => from)).toEqual(["좋은.md"]);
    expect(skipped.unreadable).toEqual(["나쁜.md"]);
    await expect(read(failing(new ImportRefused("깨졌어요")))).rejects.toThrow("깨졌어요");
  });
});

describe("a note that was brought in and written on since", () => {
  const original = "---\ntitle: 도커\ndate: 2024-01-02\n---\n\n컨테이너를 다룬다.\n이미지를 만든다.\n볼륨을 붙인다.\n";
  const path = "글/2024/2024-01-02-도커.md";

  it.each([
    ["a changed title", path, original.replace("title: 도커", "title: 도커 다시 보기")],
    ["a changed title and name", "글/2024/다른-이름.md", original.replace("title: 도커", "title: 컨테이너")],
    ["changed lines", path, original.replace("이미지를 만든다.", "이미지는 층으로 되어 있다.\n덧붙임")],
    ["a text that is gone", path, "---\ntitle: 도커\ndate: 2024-01-02\n---\n"],
  ])("is not brought in again: %s", async (_, place, text) => {
    const { items, existing } = await bringInto(
      await memoryNotebook({ [place]: text }),
      filesOf({ "docker.md": original }),
    );
    expect(items).toEqual([]);
    expect(existing).toEqual(["도커"]);
  });

  it("does not keep another of its title out, nor one that only says the same of a part", async () => {
    const own = {
      "글/메모.md": "---\ntitle: 메모\n---\n내가 쓴 글\n",
      [path]: original.replace("컨테이너를", "가상 머신을"),
    };
    const { items } = await planInto(
      await memoryNotebook(own),
      filesOf({
        "메모.md": "---\ntitle: 메모\n---\n다른 데서 쓴 글\n",
        "b.md":
          "---\ntitle: 쿠버네티스\ndate: 2024-01-02\n---\n파드를 띄운다.\n노드를 본다.\n서비스를 연다.\n이미지를 만든다.\n",
      }),
    );
    expect(items.map((item) => item.path)).toEqual(["글/메모-2.md", "글/2024/2024-01-02-쿠버네티스.md"]);
  });
});

import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { describeAttached, describeLeft, describeSkipped } from "../../../src/core/import/describeImport.ts";
import { writtenStamp } from "../../../src/core/import/writtenStamp.ts";
import { openZip } from "../../../src/core/import/zip/openZip.ts";
import { readFrontMatter } from "../../../src/core/note/frontMatter/read.ts";
import { memoryNotebook } from "../../support/notebook.ts";
import { bringInto, filesOf, planInto, read } from "../../support/picked.ts";

const ID = "0123456789abcdef0123456789abcdef";
const OTHER = "fedcba9876543210fedcba9876543210";

describe("days as they are written elsewhere", () => {
  it.each([
    ["2023년 5월 19일 오후 8:26", "2023-05-19 20:26:00 +0900"],
    ["2023년 5월 19일 오전 12:05", "2023-05-19 00:05:00 +0900"],
    ["@2023년 5월 19일", "2023-05-19"],
    ["May 19, 2023 8:26 PM", "2023-05-19 20:26:00 +0900"],
    ["May 19, 2023 12:00 PM", "2023-05-19 12:00:00 +0900"],
    ["September 1, 2023", "2023-09-01"],
    ["2023/05/19 → 2023/05/21", "2023-05-19"],
    ["2021-05-01 09:08:07", "2021-05-01 09:08:07 +0900"],
    ["2021. 5. 1. 09:08", "2021-05-01 09:08:00 +0900"],
    ["2021-05-10T16:52:27.150Z", "2021-05-11 01:52:27 +0900"],
    ["2023-02-11T23:29:16+09:00", "2023-02-11 23:29:16 +0900"],
    ["2023-02-30", undefined],
    ["Foo 19, 2023", undefined],
    ["어제", undefined],
    ["", undefined],
  ])("%j", (written, stamp) => {
    expect(writtenStamp(written, "Asia/Seoul")).toBe(stamp);
  });
});

describe("an export of Notion", () => {
  const page = [
    "# 레디스 정리",
    "",
    "생성 일시: 2023년 5월 19일 오후 8:26",
    "태그: 레디스, 캐시",
    "상태: 완료",
    "URL: https://example.com/redis",
    "date: 봄",
    "",
    "키는 만료된다.",
    "",
    `![그림](%E1%84%85%E1%85%A6%20${ID}/Untitled.png)`,
    "",
    `[하위](%E1%84%85%E1%85%A6%20${ID}/%E1%84%92%E1%85%A1%20${OTHER}.md) [밖](https://a.kr)`,
    "",
  ].join("\n");
  // Names as macOS has them.
  const folder = `${"레".normalize("NFD")} ${ID}`;
  const contents = {
    [`레디스 정리 ${ID}.md`]: page,
    [`${folder}/${"하".normalize("NFD")} ${OTHER}.md`]: "# 하위 글\n\nCreated: May 20, 2023 8:26 AM\n\n안\n",
    [`${folder}/Untitled.png`]: new Uint8Array([1, 2, 3]),
    [`표 ${ID}.csv`]: "Name\n하나\n",
  };

  it("keeps titles, properties, images and the way from page to page", async () => {
    const zip = zipSync({
      "Export-Part-1.zip": zipSync(
        Object.fromEntries(
          Object.entries(contents).map(([path, content]) => [
            path,
            typeof content === "string" ? strToU8(content) : content,
          ]),
        ),
      ),
    });
    const notebook = await memoryNotebook({});
    const { items } = await bringInto(notebook, await openZip(zip), { as: "note" });
    expect(items.map(({ path, attached }) => [path, attached.map(({ to }) => to)])).toEqual([
      ["노트/2023/05/2023-05-19-레디스-정리.md", ["노트/2023/05/img/2023-05-19-레디스-정리/Untitled.png"]],
      ["노트/2023/05/2023-05-20-하위-글.md", []],
    ]);
    expect(items[0]?.text).toBe(
      [
        "---",
        "title: 레디스 정리",
        "date: 2023-05-19 20:26:00 +0900",
        "tags: [레디스, 캐시]",
        "상태: 완료",
        "notion date: 봄",
        "link: https://example.com/redis",
        `source: notion:${ID}`,
        "---",
        "",
        "키는 만료된다.",
        "",
        "![그림](img/2023-05-19-레디스-정리/Untitled.png)",
        "",
        "[하위](2023-05-20-하위-글.md) [밖](https://a.kr)",
        "",
      ].join("\n"),
    );
    const [note] = notebook.index.notes().filter(({ title }) => title === "레디스 정리");
    expect(note).toMatchObject({
      kind: "note",
      tags: ["레디스", "캐시"],
      date: { text: "2023-05-19", precision: "day" },
    });
  });

  it("brings documents along, tells of what is too large or may run, and of its tables", async () => {
    const files = filesOf({
      [`글 ${ID}.md`]: `# 글\n\n[보고서](%EA%B8%80%20${ID}/%EB%B3%B4%EA%B3%A0%EC%84%9C%20(1).pdf) [큰](%EA%B8%80%20${ID}/큰.mp4) ![](%EA%B8%80%20${ID}/큰.png)\n[설치](%EA%B8%80%20${ID}/설치.exe) [표](%ED%91%9C%20${OTHER}.csv) [밖](https://a.kr/x.pdf)\n`,
      [`글 ${ID}/보고서 (1).pdf`]: new Uint8Array([1]),
      [`글 ${ID}/설치.exe`]: new Uint8Array([2]),
      [`표 ${OTHER}.csv`]: "Name\n하나\n",
      [`표 ${OTHER}_all.csv`]: "Name\n하나\n",
      "다른.csv": "a,b\n",
    });
    // As a folder in the editor has them: how large they are is known to who asks.
    const large = ["큰.mp4", "큰.png"].map((name) => ({
      path: `글 ${ID}/${name}`,
      size: 0,
      measure: async () => 20_000_001,
      read: () => Promise.reject(new Error("read, though it is too large")),
    }));
    const notebook = await memoryNotebook({});
    const { items, left } = await bringInto(notebook, [...files, ...large], { as: "note" });
    expect(items.map(({ attached }) => attached.map(({ to }) => to))).toEqual([["노트/files/글/보고서-(1).pdf"]]);
    expect(items[0]?.text).toContain(`[보고서](files/글/보고서-%281%29.pdf) [큰](%EA%B8%80%20${ID}/큰.mp4)`);
    expect(describeLeft(left)).toEqual([
      `가져오지 않은 파일 (20MB가 넘어요. 필요하면 직접 옮겨 주세요): 글 ${ID}/큰.png, 글 ${ID}/큰.mp4`,
      `가져오지 않은 파일 (실행될 수 있거나 모르는 종류예요. 필요하면 직접 옮겨 주세요): 글 ${ID}/설치.exe`,
    ]);
    expect(describeSkipped(await read(files))).toEqual([
      `가져오지 않은 파일 (Notion의 표예요. 줄마다 있는 글은 노트로 가져와요): 표 ${OTHER}.csv, 표 ${OTHER}_all.csv`,
    ]);
    expect(describeAttached(items.flatMap(({ attached }) => attached))).toBe("첨부 1개");
  });

  it("is known again by its ids, whatever became of title, day and place", async () => {
    const notebook = await memoryNotebook({
      "다른/곳.md": `---\ntitle: 새 제목\ndate: 2024-01-01\nsource: notion:${ID}\n---\n\n고친 글\n`,
    });
    const { items, existing } = await bringInto(notebook, filesOf(contents), { as: "note" });
    expect(items.map(({ title }) => title)).toEqual(["하위 글"]);
    expect(existing).toEqual(["레디스 정리"]);
  });

  it("takes lines of text below the heading for text", async () => {
    const { notes } = await read(filesOf({ [`글 ${ID}.md`]: "# 글\n\n주의: 이것은 글이다.\n그리고 이어진다.\n" }));
    expect(notes[0]?.text).toContain("\n\n주의: 이것은 글이다.\n그리고 이어진다.\n");
  });

  it("loses no line, whatever stands in a page", async () => {
    const line = fc.oneof(
      fc.constantFrom(
        "",
        "# 제목",
        "태그: a, b",
        "Created: May 1, 2023",
        "상태: 완료",
        "상태: 또",
        "- 목록",
        "```",
        "---",
        "키:값",
        "a: b: c",
      ),
      fc.integer({ min: 0, max: 9_999 }).map((number) => `줄${number}: 값${number}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const { notes } = await read(filesOf({ [`글 ${ID}.md`]: lines.join("\n") }));
        const text = notes[0]?.text ?? "";
        for (const [value] of lines.join("\n").matchAll(/값\d+|목록|완료|또/g)) expect(text).toContain(value);
        if (text !== "") expect(readFrontMatter(text).problem).toBeUndefined();
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("a backup of Tistory", () => {
  const post = `<!DOCTYPE html><html><head><title>머리</title><script>bad()</script></head><body id="tt-body-page">
<div class="article-header"><p class="category">개발/Spring</p><h2 class="title-article">빈의 &quot;생명&quot;: 주기</h2>
<div class="box-info"><p class="date">2021-05-01 12:34:56</p></div></div>
<div class="article-view"><div class="tt_article_useless_p_margin contents_style"><p data-ke-size="size16">본문 <b>굵게</b></p>
<pre class="java" data-ke-language="java" data-ke-type="codeblock"><code>class A {}</code></pre>
<figure class="imageblock"><span data-url="https://cdn/x"><img src="./img/img.png" onerror="bad()"></span></figure></div></div>
<div class="tags">#spring #두 단어 태그 #JAVA</div></body></html>`;
  const contents = {
    "blog-1-1/105/105-빈의-생명-주기.html": post,
    "blog-1-1/105/img/img.png": new Uint8Array([9]),
    "blog-1-1/style.css": "p{}",
  };

  it("becomes Markdown with its day, category, tags, code and images", async () => {
    const notebook = await memoryNotebook({});
    const { items } = await bringInto(notebook, filesOf(contents));
    expect(items.map(({ path, attached, origin }) => [path, attached.map(({ to }) => to), origin])).toEqual([
      ["글/2021/2021-05-01-빈의-생명-주기.md", ["글/2021/img/2021-05-01-빈의-생명-주기/img.png"], "티스토리"],
    ]);
    expect(items[0]?.text).toBe(
      [
        "---",
        `title: '빈의 "생명": 주기'`,
        "date: 2021-05-01 12:34:56 +0900",
        "categories: [개발, Spring]",
        "tags: [spring, 두 단어 태그, JAVA]",
        "source: tistory:105@2021-05-01",
        "---",
        "",
        "본문 **굵게**",
        "",
        "```java",
        "class A {}",
        "```",
        "",
        "![](img/2021-05-01-빈의-생명-주기/img.png)",
        "",
      ].join("\n"),
    );
    expect((await bringInto(notebook, filesOf(contents))).items).toEqual([]);
  });

  it("goes where a blog has its posts", async () => {
    const notebook = await memoryNotebook({});
    const { items } = await planInto(notebook, filesOf(contents), { site: "chirpy" });
    expect(items[0]?.path).toBe("_posts/2021-05-01-빈의-생명-주기.md");
  });

  it("as a saved page has its title, day and address from the page", async () => {
    const page = `<html><head><meta property="og:title" content="글 &amp; 제목"><meta property="article:published_time" content="2023-02-11T23:29:16+09:00"><link rel="canonical" href="https://a.tistory.com/3"></head><body><nav>메뉴</nav><article><h1>글 제목</h1><div class="contents_style"><p>본문</p><a href="/x">더</a></div></article><footer>바닥</footer></body></html>`;
    const { notes } = await read(filesOf({ "글.html": page }));
    expect(notes[0]?.text).toBe(
      "---\ntitle: 글 & 제목\ndate: 2023-02-11 23:29:16 +0900\ntags: []\nlink: https://a.tistory.com/3\nsource: https://a.tistory.com/3\n---\n\n본문\n\n[더](/x)\n".replace(
        "본문\n\n[더]",
        "본문\n\n[더]",
      ),
    );
  });
});

describe("a folder of Markdown, or what a tool saved of a velog", () => {
  it("stays as it is, save for links to images and the day that only its name had", async () => {
    const notebook = await memoryNotebook({});
    const velog = `---\ntitle: "lodash"\ndescription: "무엇"\ndate: 2021-05-10T16:52:27.150Z\ntags: ["JavaScript"]\n---\n# 머리\n\n![](/images/uuid-a.png)\n`;
    const { items } = await bringInto(
      notebook,
      filesOf({
        "backup/content/lodash.md": velog,
        "backup/images/uuid-a.png": new Uint8Array([1]),
        "TIL/2022-01-05-git.md": "# 깃\n\n- 커밋\n",
        "메모/아무 날도 아닌 글.md": "글\n",
        "README.md": "# 저장소\n\n[글](a.md)\n",
      }),
    );
    expect(items.map(({ path, kind }) => [path, kind])).toEqual([
      ["글/2021/2021-05-11-lodash.md", "post"],
      ["TIL/2022/01/2022-01-05-깃.md", "til"],
      ["글/메모/아무 날도 아닌 글.md", "post"],
    ]);
    expect(items[0]?.text).toBe(velog.replace("/images/uuid-a.png", "img/2021-05-11-lodash/uuid-a.png"));
    expect(items[1]?.text).toBe("# 깃\n\n- 커밋\n");
  });

  it("with HTML for its body becomes Markdown", async () => {
    const { notes } = await read(
      filesOf({
        "a.md":
          '---\ntitle: 글\ndate: 2021-05-10\n---\n<h2>소제목</h2>\n<p>본문 <a href="javascript:x()">링크</a></p>\n',
      }),
    );
    expect(notes[0]?.text).toBe("---\ntitle: 글\ndate: 2021-05-10\n---\n\n## 소제목\n\n본문 링크\n");
  });

  it("with front matter that cannot be read is given one that can", async () => {
    const { notes } = await read(
      filesOf({
        "a.md": '---\ntitle: "그는 "안녕"이라 했다"\ndate: 2021-05-10T16:52:27.150Z\ntags: ["a"]\n---\n본문\n',
      }),
    );
    expect(readFrontMatter(notes[0]?.text ?? "").problem).toBeUndefined();
    expect(notes[0]?.text).toContain("본문");
    expect(notes[0]?.text).toContain("안녕");
  });

  it("is counted where it is not brought in", async () => {
    const { notes, skipped } = await read(
      filesOf({
        "cp949.md": new Uint8Array([0xb1, 0xdb, 0xb1, 0xdb]),
        "빈.md": " \n",
        "README.md": "# 목차\n\n[글](a.md)\n",
        "a.csv": "x",
      }),
    );
    expect(notes).toEqual([]);
    expect(skipped).toMatchObject({ "not-utf8": ["cp949.md"], empty: ["빈.md"], "no-note": ["README.md"] });
  });

  const name = fc
    .array(
      fc.constantFrom(
        "..",
        ".",
        "글",
        "2023-01-02-글",
        "a b",
        "CON",
        "~",
        "C:",
        "x\u0000y",
        "한글",
        "#?&",
        "긴".repeat(90),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => `${parts.join("/")}.md`);
  const line = fc.constantFrom(
    "# 제목",
    "---",
    "title: a",
    "tags: [b]",
    "글이다",
    "- 목록",
    "```",
    "<b>x</b>",
    "![](a.png)",
    "2023-01-02",
    "## 2023.01.02",
    "",
  );

  it("knows one again whose front matter is broken and whose name was taken", async () => {
    const notebook = await memoryNotebook({});
    const files = filesOf({ "CON.md": "2023-01-02\n", "2023-01-02-글/CON.md": "---\ntitle: a\n" });
    expect((await bringInto(notebook, files, { as: "note" })).items.map(({ path }) => path)).toEqual([
      "노트/2023/01/2023-01-02-CON.md",
      "노트/2023/01/2023-01-02-CON-2.md",
    ]);
    expect((await bringInto(notebook, files, { as: "note" })).items).toEqual([]);
  });

  it("never leaves the notebook, loses no line, and is brought in once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(name, fc.array(line, { minLength: 1, maxLength: 8 })), {
          selector: ([path]) => path,
          maxLength: 4,
        }),
        fc.constantFrom("post" as const, "til" as const, "note" as const),
        async (entries, as) => {
          const files = filesOf(Object.fromEntries(entries.map(([path, lines]) => [path, `${lines.join("\n")}\n`])));
          const notebook = await memoryNotebook({});
          const { notes } = await read(files);
          const { items } = await bringInto(notebook, files, { as });
          for (const { path } of items) {
            expect(path.split("/")).not.toContain("..");
            expect(path).toMatch(/^(?:글|TIL|노트|토막글)\/[^\u0000]*\.md$/);
          }
          expect(items.length).toBe(notes.length);
          expect(new Set(items.map(({ path }) => path)).size).toBe(items.length);
          for (const [index, { text }] of items.entries()) {
            const before = notes[index]?.text ?? "";
            const bodyOf = (whole: string) => whole.slice(readFrontMatter(whole).bodyStart).trim();
            expect(bodyOf(text)).toBe(bodyOf(before));
          }
          expect((await bringInto(notebook, files, { as })).items).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});

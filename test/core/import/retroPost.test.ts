import { describe, expect, it } from "vitest";
import { importInto, readPost } from "../../support/importPost.ts";
import { memoryNotebook } from "../../support/notebook.ts";

const FRONT = "---\ntitle: 2025년 5월 회고\ndate: 2025-06-01 23:30:33 +0900\n---\n\n첫머리 글\n\n";

const rows = (source: string) =>
  readPost(source).entries.map(({ kind, number, title, link, body }) => [
    kind,
    number ?? null,
    title,
    link ?? null,
    body,
  ]);

const TWO = [
  ["tomak", 95, "오늘의 토막글 95", null, "- 하나\n- 둘"],
  ["tomak", 96, "오늘의 토막글 96", null, "- 셋"],
  ["til", null, "락", null, "- 넷"],
  ["til", null, "인덱스", "https://a.kr/b_(c)", "- 다섯\n  - 여섯"],
];

describe("every way of writing such a post", () => {
  it.each([
    [
      "bold titles",
      "## 5월 동안 쓴 토막글들\n\n**오늘의 토막글 95**\n\n- 하나\n- 둘\n\n**오늘의 토막글 96**\n\n- 셋\n\n## 5월 동안 쓴 TIL\n\n**락**\n\n- 넷\n\n**[인덱스](https://a.kr/b_(c))**\n\n- 다섯\n  - 여섯\n",
    ],
    [
      "other words, links around bold, no blank lines",
      "## 5월 동안 기록했던 토막글들\n**오늘의 토막글 95**\n- 하나\n- 둘\n**오늘의 토막글 96**\n- 셋\n## 5월 TIL 모음\n**락**\n- 넷\n[**인덱스**](https://a.kr/b_(c))\n- 다섯\n  - 여섯\n",
    ],
    [
      "headings",
      "## 토막글\n\n### 오늘의 토막글 95\n\n- 하나\n- 둘\n\n### 오늘의 토막글 96\n- 셋\n\n## TIL\n\n### 락\n\n- 넷\n\n### [인덱스](https://a.kr/b_(c))\n\n- 다섯\n  - 여섯\n",
    ],
    [
      "headings of the section's own rank, bold in headings",
      "## 5월 토막글들\n\n## 오늘의 토막글 95\n\n- 하나\n- 둘\n\n## **오늘의 토막글 96**\n\n- 셋\n\n## **5월 동안 쓴 TIL**\n\n### **락**\n\n- 넷\n\n### **[인덱스](https://a.kr/b_(c))**\n\n- 다섯\n  - 여섯\n",
    ],
    [
      "plain titles",
      "## 5월 동안 쓴 토막글들\n\n오늘의 토막글 95\n\n- 하나\n- 둘\n\n오늘의 토막글 96\n\n- 셋\n\n## 5월 동안 쓴 TIL\n\n락\n\n- 넷\n\n[인덱스](https://a.kr/b_(c))\n\n- 다섯\n  - 여섯\n",
    ],
    [
      "underlined section headings",
      "5월 동안 쓴 토막글들\n---\n\n**오늘의 토막글 95**\n\n- 하나\n- 둘\n\n**오늘의 토막글 96**\n\n- 셋\n\n5월 동안 쓴 TIL\n---\n\n**락**\n\n- 넷\n\n**[인덱스](https://a.kr/b_(c))**\n\n- 다섯\n  - 여섯\n",
    ],
  ])("%s", (_, lists) => {
    for (const source of [lists, FRONT + lists, (FRONT + lists).replaceAll("\n", "\r\n"), `\uFEFF${FRONT}${lists}`]) {
      expect(rows(source)).toEqual(TWO);
      expect(readPost(source).looseLines).toBe(0);
    }
    expect(rows((FRONT + lists).normalize("NFD")).map(([, , title]) => title)).toEqual(TWO.map(([, , title]) => title));
  });

  it("grouped by tag, with favourites", () => {
    const source = `${FRONT}## 이달의 토막글

**오늘의 토막글 95**

- 하나

**락**

- 둘

## 5월 동안 쓴 TIL

### DB

**인덱스**

- 셋

**뷰**

- 넷

### 태그 없음

**큐**

- 다섯
`;
    const read = readPost(source).entries.map(({ kind, title, body, tags, starred }) => [
      kind,
      title,
      body,
      tags,
      starred,
    ]);
    expect(read).toEqual([
      ["tomak", "오늘의 토막글 95", "- 하나", [], true],
      ["til", "락", "- 둘", [], true],
      ["til", "인덱스", "- 셋", ["DB"], undefined],
      ["til", "뷰", "- 넷", ["DB"], undefined],
      ["til", "큐", "- 다섯", [], undefined],
    ]);
  });

  it("headings whose entries all begin with the same bold line", () => {
    const source = "## 5월 TIL\n\n### 락\n\n**요약**\n\n- 하나\n\n### 큐\n\n**요약**\n\n- 둘\n";
    expect(rows(source)).toEqual([
      ["til", null, "락", null, "**요약**\n\n- 하나"],
      ["til", null, "큐", null, "**요약**\n\n- 둘"],
    ]);
  });

  it("keeps bullets, spaces and nesting as they are", () => {
    const body = "* 별표\n    * 안쪽\n\n\n+ 더하기\n1. 번호  \n\n> 인용\n\n문단";
    expect(rows(`## 5월 TIL\n\n**락**\n\n${body}\n\n**둘**\n`)).toEqual([
      ["til", null, "락", null, body],
      ["til", null, "둘", null, ""],
    ]);
  });

  it("tells each title's line in the file", () => {
    const post = readPost(`\uFEFF${FRONT}## 5월 TIL\n\n**락**\n\n- 넷\n**둘**\n`.replaceAll("\n", "\r\n"));
    expect(post.entries.map(({ line }) => line)).toEqual([9, 12]);
  });
});

describe("where an entry begins", () => {
  it.each([
    [
      "a bold line in a numbered entry",
      "## 토막글\n**오늘의 토막글 1**\n- 하나\n\n**중요**\n\n- 둘\n",
      ["오늘의 토막글 1"],
    ],
    [
      "bold lines and headings in a fence",
      "## TIL\n**락**\n\n```md\n**굵게**\n# 제목\n### 셋\n오늘의 토막글 3\n```\n\n**둘**\n- x\n",
      ["락", "둘"],
    ],
    ["a fence that is left open", "## TIL\n**락**\n\n```\n**굵게**\n## 5월 토막글들\n**오늘의 토막글 1**\n", ["락"]],
    [
      "a sentence that begins like a title",
      "## 토막글\n오늘의 토막글 1\n- 하나\n오늘의 토막글 2를 쓰다가\n- 둘\n오늘의 토막글 3 (비)\n- 셋\n",
      ["오늘의 토막글 1", "오늘의 토막글 3 (비)"],
    ],
    [
      "a remark after a marked title",
      "## 토막글\n**오늘의 토막글 1 비 오는 날**\n- 하나\n### 오늘의 토막글 2 - 맑음\n- 둘\n",
      ["오늘의 토막글 1 비 오는 날", "오늘의 토막글 2 - 맑음"],
    ],
    [
      "bold lines among plain titles",
      "## TIL\n\n락\n\n- 하나\n\n**중요**\n\n인덱스\n\n- 둘\n\n큐\n\n- 셋\n",
      ["락", "인덱스", "큐"],
    ],
    [
      "a plain line above a list among bold titles",
      "## TIL\n**락**\n\n이유는 둘\n\n- 하나\n\n순서는 셋\n\n- 둘\n**인덱스**\n- 셋\n",
      ["락", "인덱스"],
    ],
    ["subheadings below bold titles", "## TIL\n**락**\n\n#### 까닭\n\n- 하나\n\n**둘**\n- x\n", ["락", "둘"]],
    [
      "marks within titles",
      "## TIL\n**`useEffect` 정리 [1/2] 🎉**\n- x\n**C*와 C\\*의 차이**\n- y\n",
      ["`useEffect` 정리 [1/2] 🎉", "C*와 C\\*의 차이"],
    ],
    [
      "plain titles that begin with marks",
      "## TIL\n\n`useEffect` 정리\n\n- x\n\n[백준] 1000번\n\n- y\n\n🎉 축하\n\n- z\n",
      ["`useEffect` 정리", "[백준] 1000번", "🎉 축하"],
    ],
    [
      "a line above ---, which Markdown takes for a heading",
      "## TIL\n**락**\n문단\n---\n이어지는 글\n\n**둘**\n- x\n",
      ["락", "둘"],
    ],
    ["titles in italics or with trailing spaces", "## TIL\n**락**   \n- x\n*기울임*\n- y\n", ["락"]],
  ])("%s", (_, lists, titles) => {
    expect(readPost(FRONT + lists).entries.map(({ title }) => title)).toEqual(titles);
  });

  it("loses no line: what stands before the first title is counted", () => {
    const post = readPost(`${FRONT}## 5월 TIL\n\n머리 글\n\n두 줄\n\n**락**\n\n문단\n---\n이어지는 글\n`);
    expect(post.looseLines).toBe(2);
    expect(post.entries.map(({ body }) => body)).toEqual(["문단\n---\n이어지는 글"]);
    expect(readPost(`${FRONT}## 5월 TIL\n\n글만 있다\n`)).toMatchObject({ entries: [], looseLines: 1 });
  });
});

describe("which sections hold entries", () => {
  it.each([
    ["none", "## 5월에 해낸 것들\n\n**굵은 줄**\n\n- 글\n", []],
    [
      "not those around them",
      "## 해낸 것들\n**굵은 줄**\n- 글\n## 토막글\n**오늘의 토막글 1**\n- 하나\n## 마치며\n**끝**\n- 글\n",
      ["오늘의 토막글 1"],
    ],
    ["TIL before 토막글", "## TIL\n**락**\n- 하나\n## 토막글\n**오늘의 토막글 1**\n- 둘\n", ["락", "오늘의 토막글 1"]],
    [
      "below a heading for both",
      "## 5월의 토막글과 TIL\n### 토막글들\n**오늘의 토막글 1**\n- 하나\n### TIL\n**락**\n- 둘\n## 끝\n**굵게**\n- 셋\n",
      ["오늘의 토막글 1", "락"],
    ],
    [
      "below the post's own title",
      "# 5월의 TIL\n## 토막글\n**오늘의 토막글 1**\n- 하나\n## TIL\n**락**\n- 둘\n",
      ["오늘의 토막글 1", "락"],
    ],
    ["whatever an entry is called", "## TIL\n### 좋은 TIL\n- 하나\n### 첫 토막글\n- 둘\n", ["좋은 TIL", "첫 토막글"]],
    ["not headings that only speak of them", "## TIL을 쓰는 까닭\n**락**\n- 하나\n## until\n**둘**\n- x\n", []],
  ])("%s", (_, lists, titles) => {
    expect(readPost(FRONT + lists).entries.map(({ title }) => title)).toEqual(titles);
  });

  it("reads a post that is empty, or all front matter", () => {
    for (const source of ["", "\uFEFF", FRONT, "---\ntitle: [\n---\n", "## TIL"])
      expect(readPost(source).entries).toEqual([]);
  });
});

describe("the month of a post", () => {
  const LISTS = "## 쓴 TIL\n\n**락**\n\n- 글\n";

  it.each([
    ["dated in the next month", "_posts/2025-04-04-a.md", "---\ntitle: 2025년 3월 회고\n---\n", "2025-03"],
    ["without its year, dated in the next month", "_posts/2025-04-04-a.md", "---\ntitle: 3월 회고\n---\n", "2025-03"],
    [
      "of December, dated in January",
      "a.md",
      "---\ntitle: 12월 회고\ndate: 2026-01-02 10:00:00 +0900\n---\n",
      "2025-12",
    ],
    ["of January, dated on its last day", "a.md", "---\ntitle: 1월 회고\ndate: 2025-01-31\n---\n", "2025-01"],
    [
      "in the section headings alone",
      "_posts/2025-06-01-a.md",
      "---\ntitle: 돌아보기\n---\n## 5월 동안 쓴 토막글들\n\n",
      "2025-05",
    ],
    [
      "in a list's heading before any other",
      "_posts/2025-06-01-a.md",
      "---\ntitle: 돌아보기\n---\n## 6월에 할 일\n\n## 5월 동안 쓴 토막글들\n\n",
      "2025-05",
    ],
    ["in its first heading", "2025-06-01-a.md", "# 2025년 5월 회고\n", "2025-05"],
    ["in its file's name", "2025-05-회고.md", "---\ntitle: 돌아보기\n---\n", "2025-05"],
    ["nowhere", "a.md", "---\ntitle: 돌아보기\n---\n", undefined],
    ["without a year and a date", "a.md", "---\ntitle: 5월 회고\n---\n", undefined],
  ])("%s", (_, path, front, month) => {
    expect(readPost(front + LISTS, path).month).toBe(month);
  });
});

describe("importing", () => {
  const post = (lists: string) => readPost(FRONT + lists);

  it("creates notes that claim the post's month and their place in it, and no day", async () => {
    const notebook = await memoryNotebook({});
    const { items } = importInto(
      notebook,
      post("## 토막글\n**오늘의 토막글 95**\n- 하나\n## TIL\n**12 factor: 앱**\n- 둘\n**[락](https://a.kr)**\n"),
    );
    expect(items.map(({ path }) => path)).toEqual([
      "토막글/2025/05/2025-05-토막글-95.md",
      "TIL/2025/05/2025-05-TIL-12-factor-앱.md",
      "TIL/2025/05/2025-05-락.md",
    ]);
    expect(items.map(({ text }) => text)).toEqual([
      "---\ntitle: 오늘의 토막글 95\nmonth: 2025-05\norder: 1\ncategories: [토막글]\ntags: []\n---\n\n- 하나\n",
      '---\ntitle: "12 factor: 앱"\nmonth: 2025-05\norder: 1\ncategories: [TIL]\ntags: []\n---\n\n- 둘\n',
      "---\ntitle: 락\nmonth: 2025-05\norder: 2\ncategories: [TIL]\ntags: []\nlink: https://a.kr\n---\n\n\n",
    ]);
    for (const note of notebook.index.notes()) expect(note.date).toMatchObject({ text: "2025-05", precision: "month" });
  });

  it("brings in what is new and nothing twice, one for one", async () => {
    const notebook = await memoryNotebook({
      "2025-05-03.md": "# 오늘의 토막글 95\n",
      "TIL/2025-05-04-락.md": "",
      "TIL/2025-06-04-큐.md": "",
    });
    const lists =
      "## 토막글\n**오늘의 토막글 95**\n- a\n**오늘의 토막글 95**\n- b\n## TIL\n**락**\n- c\n**락**\n- d\n**큐**\n- e\n";
    const plan = importInto(notebook, post(lists));
    expect(plan.existing.map(({ body }) => body)).toEqual(["- a", "- c"]);
    expect(plan.items.map(({ path, entry }) => [path, entry.body])).toEqual([
      ["토막글/2025/05/2025-05-토막글-95.md", "- b"],
      ["TIL/2025/05/2025-05-락.md", "- d"],
      ["TIL/2025/05/2025-05-큐.md", "- e"],
    ]);
    expect(importInto(notebook, post(lists)).items).toEqual([]);
  });

  it("gives entries of one name names of their own, never one that a file has", async () => {
    const notebook = await memoryNotebook({
      ["TIL/2025/05/2025-05-락.md".normalize("NFD")]: "---\nmonth: 2024-01\ntitle: 다른 글\n---\n",
    });
    const { items } = importInto(notebook, post("## TIL\n**락!**\n**락?**\n**락**\n**LOCK**\n**lock**\n"));
    const folder = "TIL/2025/05".normalize("NFD");
    expect(items.map(({ path }) => path)).toEqual([
      `${folder}/2025-05-락!.md`,
      `${folder}/2025-05-락-2.md`,
      `${folder}/2025-05-락-3.md`,
      `${folder}/2025-05-LOCK.md`,
      `${folder}/2025-05-lock-2.md`,
    ]);
  });

  it("points out numbers that another month has too", async () => {
    const notebook = await memoryNotebook({
      "2025-04-30.md": "# 오늘의 토막글 95\n",
      "2025-05-30.md": "# 오늘의 토막글 97\n",
    });
    const plan = importInto(
      notebook,
      post("## 토막글\n**오늘의 토막글 95**\n- a\n**오늘의 토막글 96**\n**오늘의 토막글 97**\n"),
    );
    expect(plan.repeatedNumbers).toEqual([95]);
    expect(plan.items).toHaveLength(2);
  });

  it("refuses a path out of the notebook", async () => {
    const notebook = await memoryNotebook({}, { "til.path": "../{{ slug }}.md" });
    expect(() => importInto(notebook, post("## TIL\n**락**\n"))).toThrow(/til\.path.*outside/);
  });
});

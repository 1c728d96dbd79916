import { describe, expect, it } from "vitest";
import { NEVER_CANCELLED } from "../../../../src/core/notebook/files.ts";
import { describeRelation } from "../../../../src/core/recall/related/describeRelation.ts";
import { findRelated, type RelatedRequest } from "../../../../src/core/recall/related/findRelated.ts";
import { NoteSearch } from "../../../../src/core/search/noteSearch.ts";
import { addNote, memoryNotebook } from "../../../support/notebook.ts";

const til = (title: string, tags: string, body: string): string =>
  `---\ntitle: ${title}\ntags: [${tags}]\n---\n\n${body}\n`;

const NOTES = {
  "TIL/2025-05-03-만료.md": til(
    "Redis에서 만료된 키를 지우는 방법",
    "Redis",
    "- TTL이 지난 키는 바로 지워지지 않음\n- 접근할 때 지우는 방식과 주기적으로 표본을 뽑는 방식이 있음",
  ),
  "TIL/2025-05-10-캐시.md": til(
    "캐시 스탬피드",
    "redis, 캐시",
    "- 만료 시각이 겹치면 DB로 몰림\n- TTL에 무작위 값을 더함",
  ),
  "TIL/2025-05-11-쿠키.md": til("세션 쿠키", "HTTP", "- 쿠키의 만료는 Max-Age로 정함\n- 표본 TTL"),
  "TIL/2025-05-12-이벤트.md": til("이벤트 루프", "JS", "- 매크로태스크와 마이크로태스크"),
  "TIL/2025-05-13-스캔.md": til("KEYS 대신 SCAN", "Redis", "- 운영에서 KEYS는 쓰지 않음"),
  "토막글/2025-05-14.md": til("오늘의 토막글 3", "", "- 산책을 오래 했다"),
  "회고/2025-05-회고.md": til("2025년 5월 회고", "Redis", "**Redis에서 만료된 키를 지우는 방법**\n\n- TTL이 지난 키"),
};

async function open(contents: Readonly<Record<string, string>>) {
  const notebook = await memoryNotebook(contents);
  const { files, index } = notebook;
  const search = await NoteSearch.over({ files, index, concurrency: 4, cancellation: NEVER_CANCELLED });
  await search.readTexts();
  const related = async (path: string, more: Partial<RelatedRequest> = {}) => {
    const [note] = index.notesIn(path);
    if (note === undefined) throw new Error(`no note ${path}`);
    const text = await notebook.readText(path);
    return findRelated(search, { note, text, limit: 10, cancellation: NEVER_CANCELLED, ...more });
  };
  const shown = async (path: string, more: Partial<RelatedRequest> = {}) =>
    (await related(path, more)).map((found) => `${found.note.title}: ${describeRelation(found)}`);
  return { notebook, search, related, shown };
}

describe("findRelated", () => {
  it("finds notes by tags and words they share, best first, and says why", async () => {
    const { shown } = await open(NOTES);
    expect(await shown("TIL/2025-05-03-만료.md")).toEqual([
      "캐시 스탬피드: 같은 태그: Redis · 함께 나온 말: 만료, TTL",
      "세션 쿠키: 함께 나온 말: 만료, 표본, TTL",
      "KEYS 대신 SCAN: 같은 태그: Redis",
    ]);
  });

  it("answers the same whatever the order in which files were read", async () => {
    const forwards = await (await open(NOTES)).shown("TIL/2025-05-03-만료.md");
    const backwards = await (await open(Object.fromEntries(Object.entries(NOTES).reverse()))).shown(
      "TIL/2025-05-03-만료.md",
    );
    expect(backwards).toEqual(forwards);
  });

  it("finds none for a note that shares nothing rare, and never a retro, a post, or what the caller leaves out", async () => {
    const { shown } = await open({
      ...NOTES,
      "_posts/2025-06-01-글.md": til("Redis 만료 TTL", "Redis", "- 만료 TTL 표본"),
    });
    expect(await shown("토막글/2025-05-14.md")).toEqual([]);
    const all = await shown("TIL/2025-05-03-만료.md");
    expect(all.join()).not.toMatch(/회고|Redis 만료 TTL/);
    const rest = await shown("TIL/2025-05-03-만료.md", { isLeftOut: ({ title }) => title === "캐시 스탬피드" });
    expect(rest).toEqual(all.slice(1));
  });

  it("takes marks of favourites for nothing", async () => {
    const { shown } = await open({ "a.md": til("이벤트 루프", "★", "- 큐"), "b.md": til("산책", "★", "- 걷기") });
    expect(await shown("a.md")).toEqual(["산책: 같은 태그: ★"]);
    expect(await shown("a.md", { ignoredTags: ["#★"] })).toEqual([]);
  });

  it("takes words of all notes for nothing", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `TIL/${index}.md`,
        til(`배운 것 ${index}`, "매일", `- 스프링에서 배운 주제 ${index}`),
      ]),
    );
    const { shown } = await open({ ...NOTES, ...many });
    expect(await shown("TIL/3.md")).toEqual([]);
  });

  it("takes one word in common for chance, unless the other note is called so", async () => {
    const { shown } = await open({
      "a.md": til("락을 잡는 순서", "", "- 교착상태를 피하려고 순서를 정함"),
      "b.md": til("회의 메모", "", "- 교착상태라는 말이 나옴"),
      "c.md": til("교착상태의 네 조건", "", "- 상호배제"),
    });
    expect(await shown("a.md")).toEqual(["교착상태의 네 조건: 함께 나온 말: 교착상태"]);
  });

  it("finds Hangul in letters (NFD), and what is only in a title", async () => {
    const { shown } = await open({
      "a.md": til("동형암호와 잡음", "", "- 동형암호"),
      "b.md": til("동형암호 실험".normalize("NFD"), "", "- 시작"),
    });
    expect(await shown("a.md")).toEqual(["동형암호 실험: 함께 나온 말: 동형암호"]);
  });

  it("follows notes that change", async () => {
    const { notebook, search, shown } = await open(NOTES);
    addNote(notebook, "TIL/2025-06-01-새.md", til("만료 알림", "redis", "- keyspace notification, TTL"));
    search.follow(["TIL/2025-06-01-새.md"]);
    await search.readTexts();
    expect((await shown("TIL/2025-05-03-만료.md")).join("\n")).toContain(
      "만료 알림: 같은 태그: Redis · 함께 나온 말: 만료, TTL",
    );
  });

  it("keeps to the limit, and stops when nobody waits any more", async () => {
    const { shown } = await open(NOTES);
    expect(await shown("TIL/2025-05-03-만료.md", { limit: 1 })).toHaveLength(1);
    expect(await shown("TIL/2025-05-03-만료.md", { cancellation: { aborted: true } })).toEqual([]);
  });

  it("takes a day of a diary for a note of its own", async () => {
    const { shown } = await open({
      "2025.md":
        "# 일기\n\n## 2025-05-01\n\n- 세그먼트트리로 구간합을 구함\n\n## 2025-05-02\n\n- 세그먼트트리의 구간합에 느린 갱신\n\n## 2025-05-03\n\n- 쉬었다\n",
    }).then(({ search, notebook }) => ({
      shown: async () => {
        const [note] = notebook.index.notesIn("2025.md").filter(({ date }) => date?.text === "2025-05-01");
        if (note === undefined) throw new Error("no diary");
        const text = await notebook.readText("2025.md");
        const found = await findRelated(search, { note, text, limit: 5, cancellation: NEVER_CANCELLED });
        return found.map((other) => `${other.note.date?.text}: ${describeRelation(other)}`);
      },
    }));
    expect(await shown()).toEqual(["2025-05-02: 함께 나온 말: 구간합, 세그먼트트리"]);
  });
});

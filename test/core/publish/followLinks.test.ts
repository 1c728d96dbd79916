import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NEVER_CANCELLED } from "../../../src/core/notebook/files.ts";
import { readDraft } from "../../../src/core/publish/draftText.ts";
import { followLinks } from "../../../src/core/publish/plan/followLinks.ts";
import { targetOf } from "../../../src/core/retro/entry/linkTarget.ts";
import { applyEdits } from "../../../src/core/text/edit.ts";
import { memoryNotebook } from "../../support/notebook.ts";

const FROM = "_drafts/레디스 만료_키.md";
const TO = "_posts/2026/2026-11-21-레디스-만료_키.md";
const nfd = (text: string): string => text.normalize("NFD");

async function followed(files: Readonly<Record<string, string | Uint8Array | Error>>) {
  const notebook = await memoryNotebook({ [FROM]: "글\n", ...files });
  const options = { cancellation: NEVER_CANCELLED };
  const { files: changed, left, unread } = await followLinks(notebook, FROM, TO, options);
  return {
    left,
    unread,
    texts: Object.fromEntries(changed.map(({ path, text, edits }) => [path, applyEdits(text, edits)])),
  };
}

describe("links of other notes to a draft that is published", () => {
  it.each([
    ["[글](../_drafts/레디스%20만료_키.md)", "[글](../_posts/2026/2026-11-21-레디스-만료_키.md)"],
    ["[글](<../_drafts/레디스 만료_키.md#끝> '제목')", "[글](<../_posts/2026/2026-11-21-레디스-만료_키.md#끝> '제목')"],
    [
      `[글](../_drafts/${encodeURIComponent("레디스 만료_키.md")})`,
      "[글](../_posts/2026/2026-11-21-레디스-만료_키.md)",
    ],
    [`[글](<../_drafts/${nfd("레디스 만료_키.md")}>)`, "[글](<../_posts/2026/2026-11-21-레디스-만료_키.md>)"],
    ["[글](<../_drafts/레디스 만료\\_키.md>)", "[글](<../_posts/2026/2026-11-21-레디스-만료_키.md>)"],
    [
      "[글][이름]\n\n[이름]: ../_drafts/레디스%20만료_키.md",
      "[글][이름]\n\n[이름]: ../_posts/2026/2026-11-21-레디스-만료_키.md",
    ],
    ['<a href="../_drafts/레디스%20만료_키.md">글</a>', '<a href="../_posts/2026/2026-11-21-레디스-만료_키.md">글</a>'],
  ])("follow it: %s", async (before, after) => {
    const text = (link: string) =>
      `\uFEFF---\r\ntitle:  노트 # 그대로\r\n---\r\n\r\n- 앞 ${link.replaceAll("\n", "\r\n")}\r\n\r\n뒤  \r\n`;
    expect((await followed({ "TIL/가.md": text(before) })).texts).toEqual({ "TIL/가.md": text(after) });
  });

  it.each([
    "`[글](../_drafts/레디스%20만료_키.md)`",
    "```md\n[글](../_drafts/레디스%20만료_키.md)\n```",
    "[다른 글](../초안/레디스%20만료_키.md) [바깥](https://a.kr/_drafts/레디스%20만료_키.md)",
    "../_drafts/레디스 만료_키.md",
  ])("stay where they are no links to it: %s", async (text) => {
    expect(await followed({ "TIL/가.md": `${text}\n` })).toEqual({ texts: {}, left: [], unread: [] });
  });

  it("lead from each note's own folder, from other drafts and diaries too", async () => {
    const link = "(<레디스 만료_키.md>)";
    const { texts } = await followed({
      "_drafts/다음.md": `[지난 글]${link}\n`,
      "_posts/2026/2026-11-20-앞.md": "[다음 글](<../../_drafts/레디스 만료_키.md>)\n",
      "일기.md": "# 일기\n\n## 2026-11-20\n\n[글](<_drafts/레디스 만료_키.md>)\n\n## 2026-11-21\n\n글\n",
    });
    expect(texts).toEqual({
      "_drafts/다음.md": "[지난 글](<../_posts/2026/2026-11-21-레디스-만료_키.md>)\n",
      "_posts/2026/2026-11-20-앞.md": "[다음 글](<2026-11-21-레디스-만료_키.md>)\n",
      "일기.md": "# 일기\n\n## 2026-11-20\n\n[글](<_posts/2026/2026-11-21-레디스-만료_키.md>)\n\n## 2026-11-21\n\n글\n",
    });
  });

  it("are found by any name: encoded, escaped, with a mark of its own letters, among a thousand others", async () => {
    for (const [name, written] of [
      ["a&b.md", "a&amp;b.md"],
      ["a_.md", "a\\_.md"],
      ["cafe\u0301.md", "cafe\u0301.md"],
      ["A1.markdown", "%41%31.markdown"],
      ["a.md", `a.md) ${"[글](ba.md) ".repeat(2000)}[끝](b.md`],
    ] as const) {
      const notebook = await memoryNotebook({ [`_drafts/${name}`]: "", "_drafts/다음.md": `[글](${written})\n` });
      const options = { cancellation: NEVER_CANCELLED };
      const { files } = await followLinks(notebook, `_drafts/${name}`, "글/새.md", options);
      expect(files, name).toHaveLength(1);
    }
  });

  it("stay in what is excluded and in what remembers a retro", async () => {
    const text = "[글](<../../_drafts/레디스 만료_키.md>)\n";
    expect(await followed({ "node_modules/a/b.md": text, ".tomaknote/retro/2025-05.md": text })).toEqual({
      texts: {},
      left: [],
      unread: [],
    });
  });

  it("stay in what cannot be written back, which is told", async () => {
    const link = "[g](../_drafts/%EB%A0%88%EB%94%94%EC%8A%A4%20%EB%A7%8C%EB%A3%8C_%ED%82%A4.md)\n";
    // `가나다라` in CP949.
    const cp949 = new Uint8Array([
      0xb0,
      0xa1,
      0xb3,
      0xaa,
      0xb4,
      0xd9,
      0xb6,
      0xf3,
      0x0a,
      ...new TextEncoder().encode(link),
    ]);
    const { texts, left, unread } = await followed({
      "TIL/가.md": cp949,
      "TIL/나.md": `줄\r\n${link}`,
      "TIL/다.md": `---\ntitle: [a\n---\n${link}`,
      "TIL/라.md": `<<<<<<< HEAD\n${link}=======\n글\n>>>>>>> main\n`,
      "TIL/마.md": new Error("closed"),
    });
    expect(texts).toEqual({});
    expect(left).toEqual([
      { path: "TIL/가.md", why: expect.stringContaining("CP949") },
      { path: "TIL/나.md", why: expect.stringContaining("줄 끝") },
      { path: "TIL/다.md", why: expect.stringContaining("머리말") },
      { path: "TIL/라.md", why: expect.stringContaining("충돌") },
    ]);
    expect(unread).toEqual([{ path: "TIL/마.md", why: "파일을 읽을 수 없어요. 권한을 확인해 주세요." }]);
  });

  it("tells of folders that cannot be read, and not of notes that are gone meanwhile", async () => {
    const notebook = await memoryNotebook({ [FROM]: "글\n", "TIL/가.md": "글\n" });
    notebook.files.away.add("드라이브");
    const { list } = notebook.files;
    notebook.files.list = async (...args) => [...(await list.apply(notebook.files, args)), "TIL/없음.md"];
    const { unread } = await followLinks(notebook, FROM, TO, { cancellation: NEVER_CANCELLED });
    expect(unread).toEqual([{ path: "드라이브", why: "폴더를 읽을 수 없어요." }]);
  });

  it("changes addresses that led to it, and nothing else", async () => {
    const address = fc.constantFrom(
      ...[
        "레디스%20만료_키.md",
        "./레디스%20만료_키.md#a",
        "<레디스 만료_키.md>",
        "../_drafts/레디스%20만료_키.md?a=1",
      ],
      ...["다른.md", "../TIL/레디스%20만료_키.md", "https://a.kr/레디스%20만료_키.md", "#레디스"],
    );
    const line = fc.oneof(
      address.map((to) => `- 글 [글](${to}) 뒤`),
      address.map((to) => `[라벨]: ${to}`),
      address.map((to) => `> <a href="${to.replace(/[<>]/g, "")}">가</a>`),
      address.map((to) => `\`[코드](${to})\``),
      fc.constantFrom("```", "---", "| [a](레디스%20만료_키.md) |", "", "<!--", "-->"),
      fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, " ")),
    );
    const text = fc
      .tuple(fc.array(line, { maxLength: 10 }), fc.constantFrom("\n", "\r\n"))
      .map(([lines, eol]) => lines.join(eol));
    await fc.assert(
      fc.asyncProperty(text, async (before) => {
        const path = "_drafts/다음.md";
        const after = (await followed({ [path]: before })).texts[path] ?? before;
        const parse = await (await memoryNotebook({})).engines.loadMarkdown();
        const read = (written: string) => {
          const { links, body } = readDraft(path, written, parse);
          const spans = [...new Map(links.map(({ addressSpan }) => [addressSpan.start, addressSpan])).values()];
          const blanks = spans.map(({ start, end }) => ({ start, end, newText: "" }));
          return { targets: links.map((link) => targetOf(link.address, path)), rest: applyEdits(body.text, blanks) };
        };
        expect(read(after).targets).toEqual(read(before).targets.map((target) => (target === FROM ? TO : target)));
        // A definition that no link uses follows as well.
        const definitions = /^\[라벨\]:.*$/gm;
        expect(read(after).rest.replace(definitions, "")).toBe(read(before).rest.replace(definitions, ""));
      }),
    );
  });
});

describe("names of the draft in other notes", () => {
  const NEW = "2026-11-21-레디스-만료_키";

  it.each([
    ["[[레디스 만료_키]]", `[[${NEW}]]`],
    ["[[레디스 만료_키|보이는 말]]", `[[${NEW}|보이는 말]]`],
    ["앞[[레디스 만료_키#제목]]뒤", `앞[[${NEW}#제목]]뒤`],
    ["[[레디스 만료_키#제목|말]] [[다른]]", `[[${NEW}#제목|말]] [[다른]]`],
    ["![[레디스 만료_키]]", `![[${NEW}]]`],
    ["- [ ] [[ 레디스 만료_키.md ]]", `- [ ] [[ ${NEW}.md ]]`],
    [`> [[${nfd("레디스 만료_키")}]]`, `> [[${NEW}]]`],
    ["| [[레디스 만료_키]] |\n| --- |", `| [[${NEW}]] |\n| --- |`],
    ["[[레디스 만료_키]][[레디스 만료_키]]", `[[${NEW}]][[${NEW}]]`],
    ["[[_drafts/레디스 만료_키]]", `[[_posts/2026/${NEW}]]`],
    ["[[/_drafts/레디스 만료_키]]", `[[/_posts/2026/${NEW}]]`],
    ["[[../_drafts/레디스 만료_키]]", `[[../_posts/2026/${NEW}]]`],
  ])("are its new one: %s", async (before, after) => {
    const text = (link: string) => `---\r\ntitle: 노트\r\n---\r\n\r\n${link.replaceAll("\n", "\r\n")}\r\n\r\n뒤  \r\n`;
    expect(await followed({ "TIL/가.md": text(before) })).toEqual({
      texts: { "TIL/가.md": text(after) },
      left: [],
      unread: [],
    });
  });

  it.each([
    "`[[레디스 만료_키]]`",
    "```\n[[레디스 만료_키]]\n```",
    "\\[[레디스 만료_키]]",
    "[[레디스 만료_키]](https://a.kr)",
    "[[다른/레디스 만료_키]] [[레디스]] [[#레디스 만료_키]] [[../레디스 만료_키]]",
    "[레디스 만료_키]",
  ])("are left alone where they are none: %s", async (text) => {
    expect(await followed({ "TIL/가.md": `${text}\n` })).toEqual({ texts: {}, left: [], unread: [] });
  });

  it("say where the post is when another note has its new name already", async () => {
    const { texts } = await followed({ [`TIL/${NEW}.md`]: "", "TIL/가.md": "[[레디스 만료_키]]\n" });
    expect(texts).toEqual({ "TIL/가.md": `[[_posts/2026/${NEW}]]\n` });
  });

  it("stay, and are told of, where another note has the old name, and in front matter", async () => {
    const named = await followed({ "TIL/레디스 만료_키.md": "", "TIL/가.md": "[[레디스 만료_키]]\n" });
    expect(named.texts).toEqual({});
    expect(named.left).toEqual([{ path: "TIL/가.md", why: expect.stringContaining("이름이 같은 노트가 또 있어") }]);
    const head = await followed({ "TIL/가.md": '---\nup: "[[레디스 만료_키]]"\n---\n[[레디스 만료_키]]\n' });
    expect(head.texts).toEqual({ "TIL/가.md": `---\nup: "[[레디스 만료_키]]"\n---\n[[${NEW}]]\n` });
    expect(head.left).toEqual([{ path: "TIL/가.md", why: "머리말의 [[ ]]는 고치지 않았어요." }]);
  });

  it("stay where the post keeps its name, another note's as well", async () => {
    const notebook = await memoryNotebook({ "초안/가.md": "", "TIL/가.md": "", "초안/나.md": "[[가]] [[초안/가]]\n" });
    const { files, left } = await followLinks(notebook, "초안/가.md", "글/가.md", { cancellation: NEVER_CANCELLED });
    expect(left).toEqual([]);
    expect(files.map(({ text, edits }) => applyEdits(text, edits))).toEqual(["[[가]] [[글/가]]\n"]);
  });

  it("change, and nothing else does", async () => {
    const name = fc.constantFrom(
      "레디스 만료_키",
      "_drafts/레디스 만료_키",
      "../_drafts/레디스 만료_키.md",
      "다른",
      "a#b",
      "",
    );
    const piece = fc.oneof(
      name.map((to) => `[[${to}]]`),
      fc.tuple(name, fc.string({ maxLength: 5 })).map(([to, words]) => `[[${to}|${words}]]`),
      fc.constantFrom("[[", "]]", "|", "`", "\\", "\n", "\n\n", "```\n", "# ", "| ", "(", "[글](a.md)", "<b>"),
      fc.string({ maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const before = pieces.join("").replaceAll("\r", "");
        const after = (await followed({ "TIL/가.md": before })).texts["TIL/가.md"] ?? before;
        const old = after
          .replaceAll(`../_posts/2026/${NEW}`, "../_drafts/레디스 만료_키")
          .replaceAll(`_posts/2026/${NEW}`, "_drafts/레디스 만료_키")
          .replaceAll(NEW, "레디스 만료_키");
        expect(old).toBe(before);
      }),
    );
  });
});

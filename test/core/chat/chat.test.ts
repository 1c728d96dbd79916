import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { beforeAll, describe, expect, it } from "vitest";
import { asLinkTitle, asMarkdownText } from "../../../src/core/chat/answerParts.ts";
import { findAnswer } from "../../../src/core/chat/findAnswer.ts";
import { helpAnswer } from "../../../src/core/chat/helpAnswer.ts";
import { noQuizAnswer } from "../../../src/core/chat/noQuizAnswer.ts";
import { askedMonth, retroAnswer } from "../../../src/core/chat/retroAnswer.ts";
import type { Note } from "../../../src/core/note/note.ts";
import type { NotebookIndex } from "../../../src/core/notebook/notebookIndex.ts";
import { memoryNotebook, noteOf } from "../../support/notebook.ts";
import { day } from "../calendar/days.ts";

const markdown = new MarkdownIt({ html: true, linkify: true });

/** The text of the parts, with titles for links and nothing for buttons. */
function textOf(parts: ReturnType<typeof findAnswer>): string {
  return parts.map((part) => ("markdown" in part ? part.markdown : "note" in part ? `[${part.title}]` : "")).join("");
}

describe("text in Markdown", () => {
  it.each([
    "[눌러](command:workbench.action.quit)",
    "<img src=x onerror=alert(1)>",
    "https://example.com www.example.com",
    "**굵게** _기울임_ `코드` ~~지움~~ $(warning) &lt;",
    "# 제목",
    "- 목록",
    "1. 차례",
    "    코드",
    "![그림](http://example.com/a.png)",
    "|a|b|",
    "\\[x](y)",
    ":smile: #file:secret @agent /quit",
  ])("is nothing but text: %s", (text) => {
    const html = markdown.render(asMarkdownText(text));
    expect(html.replace(/^<p>|<\/p>\n$/g, "")).not.toMatch(/[<>]/);
    expect(decoded(html).replace(/<\/?p>|\n/g, "")).toBe(text.trim());
  });

  it("whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(markdown.render(`- 앞 ${asMarkdownText(text)} 뒤`)).not.toMatch(/<(?!\/?(?:ul|li)>)/);
      }),
    );
  });

  it("is a link's title that cannot end the link", () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        const html = markdown.renderInline(`[${asLinkTitle(title)}](http://note/1)`);
        expect(html.match(/<a /g) ?? []).toHaveLength(1);
        expect(html).toContain('href="http://note/1"');
      }),
    );
    expect(asLinkTitle("[카프카](command:x) `a`")).toBe("［카프카］(command:x) 'a'");
    expect(asLinkTitle(" \n ")).toBe("제목 없음");
  });
});

function decoded(html: string): string {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

const hit = (note: Note, text?: string) =>
  ({ note, level: "body", ...(text !== undefined && { line: { line: 7, text, matches: [] } }) }) as const;

describe("/find", () => {
  const kafka = noteOf(
    "TIL/2025/05/2025-05-03-카프카.md",
    "---\ntitle: '카프카 [리밸런싱](command:x)'\n---\n\n- 멈춘다\n",
  );
  const secret = noteOf("TIL/2025/05/2025-05-04-비밀.md", "---\ntitle: 비밀\nprivate: true\n---\n\n카프카\n");

  it("shows each note as a link, with its kind, day and line", () => {
    const parts = findAnswer("카프카", [hit(kafka, "- <b>멈춘다</b> [x](command:y)")], 50);
    expect(textOf(parts)).toBe(
      "‘카프카’에 맞는 노트를 1편 찾았어요.\n\n- **카프카 \\[리밸런싱\\]\\(command\\:x\\)** [카프카 ［리밸런싱］(command:x)] · TIL · 2025\\-05\\-03  \n  \\- \\<b\\>멈춘다\\<\\/b\\> \\[x\\]\\(command\\:y\\)\n",
    );
    expect(parts).toContainEqual({ note: kafka, line: 7, title: expect.any(String) });
    expect(parts.at(-1)).toEqual({ command: "findNote", title: "노트 찾기에서 보기", arguments: ["카프카"] });
  });

  it("counts private notes and shows nothing of them", () => {
    const text = textOf(findAnswer("카프카", [hit(kafka), hit(secret, "비밀 카프카")], 50));
    expect(text).toContain("비공개이거나 읽지 못한 노트 1편은 채팅에 보이지 않아요.");
    expect(text).not.toContain("비밀");
    expect(textOf(findAnswer("카프카", [hit(secret)], 50))).toContain("맞는 노트가 없어요");
  });

  it("shows ten and counts the rest", () => {
    const many = Array.from({ length: 13 }, (_, at) => hit(noteOf(`TIL/${at}.md`, `# 제목 ${at}\n`)));
    expect(textOf(findAnswer("제목", many, 50))).toContain("그 밖에 3편이 더 있어요.");
  });
});

describe("/retro", () => {
  let index: NotebookIndex;
  beforeAll(async () => {
    ({ index } = await memoryNotebook({
      "토막글/2025/05/2025-05-01-토막글-95.md": "# 오늘의 토막글 95\n\n- 하나\n",
      "TIL/2025/05/2025-05-03-카프카.md": "# 카프카\n\n- 멈춘다\n",
      "TIL/2025/05/2025-05-04-비밀.md": "---\ntitle: 비밀\n비공개: true\n---\n",
      "TIL/2025/04/2025-04-03-레디스.md": "# 레디스\n",
      "회고/2025-04.md": "# 2025년 4월 회고\n",
    }));
  });
  const month = (text: string) => askedMonth(text, day("2025-05-20"));

  it.each([
    ["", "2025-05"],
    ["2025-05", "2025-05"],
    ["2025년 5월", "2025-05"],
    ["5월 회고", "2025-05"],
    ["6월", "2024-06"],
    ["지난 달", "2025-04"],
    ["2025/4", "2025-04"],
    ["내일", undefined],
    ["13월", undefined],
    ["2025-13", undefined],
  ])("reads %j", (text, wanted) => {
    expect(month(text)).toBe(wanted);
  });

  it("says how many notes there are, which, and leads to the retro", () => {
    const may = month("2025-05") ?? expect.fail();
    const parts = retroAnswer(index, may);
    expect(textOf(parts)).toMatchInlineSnapshot(`
      "**2025년 5월** · 토막글 1편 · TIL 2편 · 쓴 날 3일 · 가장 길게 이어 쓴 날 2일 · 지난달보다 2편 많음

      - 1일 **오늘의 토막글 95** [오늘의 토막글 95]
      - 3일 **카프카** [카프카]
      - 그 밖에 1편
      "
    `);
    expect(parts.at(-1)).toEqual({ command: "makePeriodRetro", title: "월간 회고 만들기", arguments: ["2025-05"] });
  });

  it("leads to the retro there is", () => {
    const parts = retroAnswer(index, month("2025-04") ?? expect.fail());
    expect(textOf(parts)).toContain("이 달의 회고가 이미 있어요: **2025년 4월 회고** [2025년 4월 회고]");
    expect(parts.at(-1)).toMatchObject({ title: "월간 회고 다시 만들기" });
    expect(textOf(retroAnswer(index, month("2024-01") ?? expect.fail()))).toContain("노트가 없어요");
  });
});

describe("without a command", () => {
  it("says what there is, and how to look for what was typed", () => {
    expect(textOf(helpAnswer(""))).toMatch(/^노트에 대해 이렇게 물어보세요/);
    expect(textOf(helpAnswer("카프카 [x](command:y)"))).toContain("/find 카프카 \\[x\\]\\(command\\:y\\)");
  });
});

describe("/quiz with nothing to ask", () => {
  const today = day("2026-11-21");

  it("says when there will be something, whatever the setting", () => {
    expect(textOf(noQuizAnswer(0, day("2026-11-25"), today))).toBe(
      "지금 물어볼 TIL이 없어요. 다음에 물어볼 날은 2026년 11월 25일 수요일 (4일 뒤)이에요.",
    );
    expect(textOf(noQuizAnswer(0, undefined, today))).toBe(
      "지금 물어볼 TIL이 없어요. 쓴 지 오래된 TIL이 생기면 물어볼게요.",
    );
  });

  it("says where those are asked about that no model may see", () => {
    const parts = noQuizAnswer(2, day("2026-11-25"), today);
    expect(textOf(parts)).toContain("비공개이거나 읽지 못한 TIL 2개");
    expect(parts).toContainEqual({ command: "askMe", title: "아는지 물어보기", arguments: [] });
  });
});

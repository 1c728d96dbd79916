import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../src/core/note/frontMatter/read.ts";
import { canBeInline } from "../../../src/core/note/inlineTagName.ts";
import { inlineTagSpots } from "../../../src/core/note/inlineTags.ts";
import { defaultRules, noteOf, rulesOf, settingsWith } from "../../support/notebook.ts";

const tagsIn = (text: string): readonly string[] =>
  inlineTagSpots(text, readFrontMatter(text).bodyStart).map(({ tag }) => tag);

describe("what is a tag of a body", () => {
  it.each<[string, string, readonly string[]]>([
    ["a line of tags", "글\n\n#스프링 #Study/Spring #TIL/자바\n\n글", ["스프링", "Study/Spring", "TIL/자바"]],
    ["a line of tags with commas", "글\n#스프링, #자바,#k8s\n글", ["스프링", "자바", "k8s"]],
    ["one among others that is no name", "글\n#회고 #2025\n글", ["회고"]],
    ["the first line", "#스프링\n\n글", ["스프링"]],
    ["the first line below the title", "# 제목\n\n#스프링\n글", ["스프링"]],
    ["the last line", "글\n\n#study/spring/백기선\n\n", ["study/spring/백기선"]],
    ["beside what the note belongs to", "#WIL #본캠프  [[본캠프]]\n글", ["WIL", "본캠프"]],
    ["alone beside what the note belongs to", "#WIL [[WIL]]\n글", ["WIL"]],
    [
      "the tags of HackMD, before others",
      "# 제목\n\n###### tags: `💻 TIL`, `Swift` ` Clean Swift `\r\n글\n\n#자바 #스프링\n",
      ["💻 TIL", "Swift", "Clean Swift", "자바", "스프링"],
    ],
    ["behind a label", "태그: #spring #jpa\n글", ["spring", "jpa"]],
    ["at the end of a line", "- 오늘은 큐를 봤다 #자료구조\n글", ["자료구조"]],
    ["behind a link with an address", "- [글](https://a.kr/b?c=1#d) #스프링\n글", ["스프링"]],
    ["beside a link whose title has others", "- [강연 #우아콘2023](https://a.kr/1) #카프카\n글", ["카프카"]],
    ["in a link to another note", "- [오늘 #회고 모음](회고.md)\n글", ["회고"]],
    ["before a mark", "같다 → #멱등성 → [[개념]]\n글", ["멱등성"]],
    ["in brackets' company", "글 #회고, 그리고 #일기.\n글", ["회고", "일기"]],
    ["between Korean words, as written", "오늘 #회고를 썼다\n글", ["회고를"]],
    ["as an item of a list", "- #스프링\n- 글\n- [ ] #할일 #회사\n", ["스프링", "할일", "회사"]],
    ["in a nested list", "- 글\n    - 글 #자바\n", ["자바"]],
    ["in a quotation", "> 글 #자바\n글", ["자바"]],
    ["a star", "- 글 #★\n글", ["★"]],
    ["twice", "글 #자바\n글 #자바\n", ["자바", "자바"]],
    ["with CRLF", "글\r\n\r\n#자바 #스프링\r\n글\r\n", ["자바", "스프링"]],
    ["behind code", "글 `#코드` #자바\n글", ["자바"]],
    ["after a fence", "```sh\n#설치 #실행\n```\n글 #자바\n", ["자바"]],
  ])("%s", (_, text, expected) => {
    expect(tagsIn(text)).toEqual(expected);
  });

  it.each([
    ["a heading", "# 제목\n## 소제목\n글"],
    ["a heading without its space", "글\n#제목\n글"],
    ["a heading of that name", "## tags: 글\n###### 태그 `tags`\n글 ###### tags: `TIL`\n"],
    ["tags of HackMD in code", "```md\n###### tags: `TIL`\n```\n"],
    ["an empty tag of HackMD", "###### tags: ` ` ``\n"],
    ["a heading with a link without its space", "#참고 [글](a.md)\n글"],
    ["a heading of words without its space", "#제목 한 줄\n글"],
    ["a title without its space, when lower headings have none either", "#스택\n\n##1. 구조\n글"],
    ["colours", "글 #fff9e4 그리고 #FFF 와 #d9d9d9, #add\n글"],
    ["numbers", "이슈 #1 과 #12를 고침 owner/repo#12\n"],
    ["an anchor", "## 절 {#anchor}\n[가기](#link) 글\n"],
    [
      "the title of what is linked elsewhere",
      "- [[번역] 큐 #자료구조 #자바](https://a.kr/1)\n- [확률 - #로또](https://a.kr/2) 글\n",
    ],
    ["an address with a fragment", "https://a.kr/#절 참고\n"],
    ["C", "#include <stdio.h>\n#define MAX 100\n글 #include 는 #ifdef 와\n"],
    ["a fence", "```\n글 #자바\n#자바 #스프링\n```\n"],
    ["a fence of tildes in a list", "- 글\n  ~~~sh\n  글 #자바\n  ~~~\n"],
    ["a fence that is never closed", "```\n글 #자바\n"],
    ["code in a line", "글 `a #자바` ``b ` #자바`` 글\n"],
    ["indented code", "글\n\n    글 #자바\n\t글 #자바\n"],
    ["HTML", '<a href="#자바" title=" #자바">글</a>\n<!-- #자바 -->\n'],
    ["CSS", "  #main { color: #fff }\n a #main{ x }\n"],
    ["a comment of a shell", "1. kubectl drain node-1 #파드 제거\n$ ls #목록\n"],
    ["a comment behind a statement", "commission = 100 #수수료\nprint() #줄바꿈\nx; #끝\n"],
    ["a comment line", "글\n#passwd:    db files\n#toc : true\n#/etc/chrony.conf 파일\n글"],
    ["names of things between words", "주의: #request, #session, #servletContext를 쓰지 않는다\n- 주로 #RRGGBB 형태\n"],
    ["names at a line's beginning", "#message, #uris, #temporals(날짜), #numbers\n"],
    ["the mark itself", "- 구분자 #은 뜻이 없고 #를 적는다\n"],
    ["a label behind a picture of a bulb", "💡 #Rootca.cnf 내용\n💡 #링크파일 작성\n"],
    ["a word with a mark of its own", "글 #C++ 글 #C# 글 #node.js 글\n"],
    ["a link to a heading", "글 [[노트 #절]] 글\n"],
    ["an escaped mark", "글 \\#자바\n"],
    ["a comment of the front matter", "---\ntags: [A] #태그 설정\ntitle: a #자바\n---\n글\n"],
    ["a very long line", `${"글 ".repeat(3_000)}#자바\n글`],
  ])("not %s", (_, text) => {
    expect(tagsIn(text)).toEqual([]);
  });

  it("is where it is said to be, in NFC", () => {
    const tag = "자바".normalize("NFD");
    const text = `---\ntitle: 글\n---\n- 글 #${tag}\n`;
    const [spot] = inlineTagSpots(text, readFrontMatter(text).bodyStart);
    expect(spot?.tag).toBe("자바");
    expect(text.slice(spot?.start, spot?.end)).toBe(tag);
  });

  it("follows a # right before, whatever the text", () => {
    const piece = fc.constantFrom(
      "#",
      "자바",
      "a",
      " ",
      "\n",
      "`",
      "```",
      "- ",
      "> ",
      "/",
      "1",
      ",",
      "\t",
      "<",
      "~~~",
      "\r\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        for (const { tag, start, end } of inlineTagSpots(text, 0)) {
          expect(text.charAt(start - 1)).toBe("#");
          expect(text.slice(start, end).normalize("NFC")).toBe(tag);
          expect(canBeInline(tag)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  // A square of any of these lengths would not end within the tests' time.
  it.each([
    ["tags", " #a".repeat(400_000), 0],
    ["tags on lines", "글 #a\n".repeat(200_000), 200_000],
    ["backticks", "`` ` #a ".repeat(100_000), 0],
    ["fences", "```\n~~~\n#a\n".repeat(100_000), 0],
    ["hyphens", `글 #a${"-".repeat(1_000_000)}`, 0],
    ["marks of lists", `${"- ".repeat(1_900)}#a\n`.repeat(200), 200],
    ["lines of one tag", "\n #a \n".repeat(200_000), 2],
  ])("takes linear time with many %s", (_, text, count) => {
    expect(inlineTagSpots(text, 0)).toHaveLength(count);
  });
});

describe("a note", () => {
  const text = "---\ntags: [경제]\n---\n- 글 #자바 #경제\n";

  it("has the tags of its front matter, then those of its body, each once", () => {
    expect(noteOf("a.md", text, defaultRules).tags).toEqual(["경제", "자바"]);
  });

  it("has those of its front matter alone when the settings say so", () => {
    expect(noteOf("a.md", text, rulesOf(settingsWith({ inlineTags: false }))).tags).toEqual(["경제"]);
  });
});

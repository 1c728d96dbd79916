import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askAbout } from "../../../../src/core/recall/question/askAbout.ts";

const REDIS = `## 지우는 두 가지 방법

- **수동 삭제**는 키에 접근할 때 확인하고 지운다
- \`activeExpireCycle\`이 1초에 열 번, 만료된 키를 골라 지운다

## 확인하는 법

\`\`\`sh
redis-cli info keyspace
\`\`\`
`;

/** What is asked of a note, time after time. */
function turns(title: string, text: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, reviews) => {
    const { asked, text: words, hints, cloze } = askAbout({ id: `TIL/${title}.md`, title, text, reviews });
    const sentence = cloze === undefined ? [] : [cloze.map((part) => part ?? "____").join("")];
    return [asked, words, ...sentence, ...hints].join(" | ");
  });
}

describe("a question about a note", () => {
  it("is its title, its headings, or a sentence with a term left out, each time another", () => {
    const asked = turns("만료된 키가 사라지는 때", REDIS, 9);
    expect([...asked.slice(0, 3)].map((text) => text.split(" | ")[0]).sort()).toEqual(["blank", "headings", "title"]);
    expect(asked).toContain(
      "title | ‘만료된 키가 사라지는 때’에 대해 무엇을 알고 있나요? | 지우는 두 가지 방법 | 확인하는 법",
    );
    expect(asked).toContain(
      "headings | ‘만료된 키가 사라지는 때’에 이런 것들을 적어 두었어요. 하나씩 설명해 볼까요? | 지우는 두 가지 방법 | 확인하는 법",
    );
    expect([...new Set(asked.filter((text) => text.startsWith("blank")))].sort()).toEqual([
      "blank | ‘만료된 키가 사라지는 때’에서, 빈칸에 들어갈 말은 무엇인가요? | ____은(는) 키에 접근할 때 확인하고 지운다",
      "blank | ‘만료된 키가 사라지는 때’에서, 빈칸에 들어갈 말은 무엇인가요? | ____이(가) 1초에 열 번, 만료된 키를 골라 지운다",
    ]);
  });

  it("asks for a name in code only where the words of the note offer nothing", () => {
    const code = "```sql\nSELECT indexrelid FROM pg_index;\n```\n";
    expect(turns("남는 것", `- \`INVALID\`인 인덱스가 남는다\n\n${code}`, 9).join("\n")).not.toContain("____ FROM");
    expect(turns("남는 것", code, 9).join("\n")).toContain("SELECT ____ FROM pg_index;");
  });

  it("shows words without marks, escapes and HTML, and composed", () => {
    const text = "- _그리고_ \\<iostream\\>의 <b>`ETag`</b>가 같으면 304를 받는다".normalize("NFD");
    const [asked = ""] = turns("2025-05-01", text, 1);
    expect(asked).toBe("blank | 빈칸에 들어갈 말은 무엇인가요? | 그리고 <iostream>의 ____이(가) 같으면 304를 받는다");
    expect(turns("시맨틱과 `div`", "- 뜻", 1)).toEqual(["title | ‘시맨틱과 div’에 대해 무엇을 알고 있나요?"]);
    expect(turns("__init__과 List<String>", "- 뜻", 1)).toEqual([
      "title | ‘__init__과 List<String>’에 대해 무엇을 알고 있나요?",
    ]);
  });

  it("shows as much of a title as a line may have", () => {
    for (const mark of ["`", "<a ", "_a", "**", "말"]) {
      const { text } = askAbout({ id: "a.md", title: mark.repeat(100_000), text: "- 뜻", reviews: 0 });
      expect(text.length, mark).toBeLessThan(700);
    }
  });

  it("shows no headings that any note could have, or that say what is asked for", () => {
    const text = "## 내용\n\n- 배움\n\n## 참고 자료\n\n- 글\n\n## 2025-05-01\n";
    expect(turns("2025-05-01", text, 6).some((asked) => asked.startsWith("headings"))).toBe(false);
    const said = "## 객체는 하나만 만든다\n";
    const asked = turns("싱글톤", `# 싱글톤\n\n## 장점\n\n## 쓰는 때\n\n${said}${text}`, 6);
    expect(asked).toContain("headings | ‘싱글톤’에 이런 것들을 적어 두었어요. 하나씩 설명해 볼까요? | 장점 | 쓰는 때");
    expect(asked).toContain("title | ‘싱글톤’에 대해 무엇을 알고 있나요? | 장점 | 쓰는 때");
  });

  it("says of a line of code that it is one", () => {
    const text = "```js\nconst { signal } = new AbortController();\n```\n";
    const asked = askAbout({ id: "a.md", title: "2025-05-01", text, reviews: 0 });
    expect(asked).toEqual({
      ...{ asked: "blank", text: "빈칸에 들어갈 말은 무엇인가요?", hints: [], isCode: true },
      cloze: ["const { signal } = new ", null, "();"],
    });
  });

  it("does not show a title that says the answer, as long as there is something else", () => {
    const statement = "마이크로태스크는 렌더링보다 먼저 비워진다";
    const asked = turns(statement, "- `queueMicrotask`로 넣은 일은 그 태스크가 끝나면 곧 돈다\n", 6);
    expect(asked.every((text) => text.startsWith("blank"))).toBe(true);
    expect(turns("Redis는 단일 스레드로 동작한다", "- 그렇다\n", 2)).toEqual([
      "blank | 빈칸에 들어갈 말은 무엇인가요? | ____은(는) 단일 스레드로 동작한다",
      "blank | 빈칸에 들어갈 말은 무엇인가요? | ____은(는) 단일 스레드로 동작한다",
    ]);
    expect(turns("값은 늘 복사된다", "- 그렇다\n", 1)).toEqual([
      "title | ‘값은 늘 복사된다’ 왜 그런지, 어떻게 되는지 설명할 수 있나요?",
    ]);
  });

  it.each([
    [
      "2025-05-01",
      "## 락\n\n- 하나\n\n## 큐\n\n- 둘\n",
      "headings | 이런 것들을 적어 두었어요. 하나씩 설명해 볼까요? | 락 | 큐",
    ],
    ["5월 1일 목요일 TIL", "- 배움\n", "title | 이 노트에 무엇을 적었는지 기억하나요? | 5월 1일 목요일 TIL"],
    ["자바 람다", "- 함수\n", "title | ‘자바 람다’에 대해 무엇을 알고 있나요?"],
    ["TCP 개요", "- 약속\n", "title | ‘TCP 개요’에 대해 무엇을 알고 있나요?"],
    ["왜 느린가요", "- 몰라서\n", "title | ‘왜 느린가요’에 대해 무엇을 알고 있나요?"],
  ])("of %s is fit for it", (title, text, question) => {
    expect(turns(title, text, 1)).toEqual([question]);
  });

  it("gives the term away neither in the title nor elsewhere in the sentence", () => {
    const text = '- `ETag`가 같으면 ETag를 다시 보내지 않고, "ETags"와는 다르다\n- `If-None-Match`에 `ETag`를 넣는다\n';
    const asked = turns("조건부 요청", text, 12).join("\n");
    expect(asked).toContain('____이(가) 같으면 ____을(를) 다시 보내지 않고, "ETags"와는 다르다');
    expect(turns("2025-05-01", "- `Redis`는 빠르고 redis 서버는 하나다", 3).join("\n")).not.toContain("____");
    expect(turns("ETag와 조건부 요청", text, 12).join("\n")).not.toContain("If-None-Match에 ____");
  });

  it("leaves out nouns of Hangul by what follows them, never verbs and words that say nothing", () => {
    const text = [
      "- 옵티마이저는 통계를 보고 계획을 고른다",
      "- 통계가 오래되면 잘못 고르는 경우를 자주 본다",
      "- 사용하는 사람이 많은 경우는 드물다",
      "- 이때는 어디까지를 옮길지 그대로를 적어야 한다",
    ].join("\n");
    const asked = turns("쿼리가 느려질 때", text, 12).filter((question) => question.startsWith("blank"));
    expect([...new Set(asked.map((question) => question.split(" | ")[2]))].sort()).toEqual([
      "____이(가) 오래되면 잘못 고르는 경우를 자주 본다",
      "옵티마이저는 ____을(를) 보고 계획을 고른다",
    ]);
  });

  it("takes no table, HTML, definition, template, indented code or line around an address for a sentence", () => {
    const text = [
      "| `가나다라` | 표에 적은 것 아무거나 |",
      "<div>`가나다라`는 표시에 적은 것이다</div>",
      "[1]: https://example.com/`가나다라`",
      "`가나다라`는 https://example.com 에서 읽은 것이다",
      "{% raw %} `가나다라`는 틀에 적은 것이다",
      "    let `가나다라` = 들여 쓴 코드에 적은 것",
      "![`가나다라` 그림에 적은 것이다](a.png)",
    ].join("\n");
    expect(turns("표와 그림", text, 4).every((question) => question.startsWith("title"))).toBe(true);
  });

  it("is not asked twice in a row for a line that the note has twice", () => {
    const text = "- **굵은 말**은 이렇게 적는다\n- **굵은 말**은 이렇게 적는다\n- `code`를 넣어 두는 줄이다";
    const asked = [0, 1, 2, 3].map((reviews) => askAbout({ id: "a.md", title: "", text, reviews }));
    for (const [index, question] of asked.entries()) expect(question).not.toEqual(asked[index + 1]);
  });

  it("is the same for the same note, another one the next time, and made of its words, whatever the text", () => {
    const line = fc.oneof(
      fc.constantFrom(
        "## 소제목",
        "# 제목",
        "```",
        "~~~",
        "- **굵은 말**은 이렇게 적는다",
        "`code`를 넣어 두는 줄이다",
        "",
      ),
      fc.string({ unit: "grapheme", maxLength: 60 }),
    );
    const id = fc.constantFrom("a.md", "TIL/나.md", "다.md#2025-05-01");
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 20 }),
        id,
        fc.string({ maxLength: 30 }),
        fc.nat(50),
        (lines, id, title, reviews) => {
          const note = { id, title, text: lines.join("\n"), reviews };
          const question = askAbout(note);
          expect(question).toEqual(askAbout(note));
          expect(question.text).not.toBe("");
          const all = new Set(
            Array.from({ length: 40 }, (_, more) => JSON.stringify(askAbout({ ...note, reviews: more }))),
          );
          if (all.size > 1) expect(askAbout({ ...note, reviews: reviews + 1 })).not.toEqual(question);
        },
      ),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, it } from "vitest";
import { entryBody, excerptOf, headingTitle } from "../../../src/core/note/noteBody.ts";

describe("headingTitle", () => {
  it.each([
    ["# 제목\n", "제목"],
    ["\n\n글\n\n# 제목 ##\n", "제목"],
    ["#제목\n# 진짜", "진짜"],
    ["## 둘째\n", undefined],
    ["```sh\n# 주석\n```\n# 제목", "제목"],
    ["````\n```\n# 주석\n````\n# 제목", "제목"],
    ["```\n```js\n# 주석\n```\n# 제목", "제목"],
    ["~~~\n# 주석\n```\n# 주석\n~~~\n# 제목", "제목"],
    ["```code``` 글\n# 제목", "제목"],
    ["```\n# 닫지 않은 울타리", undefined],
    ["#   \n# 제목\r\n글", "제목"],
    ["# C#\n", "C#"],
    ["JVM\n===\n글", "JVM"],
    ['<h1 align="center">JVM <i>구조</i></h1>\n# 제목', "JVM <i>구조</i>"],
    ["<h1></h1>\n# 제목", "제목"],
    ["<h1>&lt;form&gt; 태그</h1>\n# 제목", "제목"],
    ["<h1>\nJVM\n</h1>\n# 제목", "제목"],
    ["글 <h1>JVM</h1>\n# 제목", "제목"],
    ["```html\n<h1>JVM</h1>\n```\n# 제목", "제목"],
    ["글\n\n**JVM** 구조  \r\n======  \r\n글\n# 제목", "**JVM** 구조"],
    ["# 제목\n\nJVM\n===", "제목"],
    ["두 줄로 된\n문단\n===\n# 제목", "제목"],
    ["- 목록\n===\n# 제목", "제목"],
    ["1. 목록\n===\n# 제목", "제목"],
    ["> 인용\n===\n# 제목", "제목"],
    ["    code\n===\n# 제목", "제목"],
    ["```\n글\n===\n```\n# 제목", "제목"],
    ["2022-10-18\n===\n# 제목", "제목"],
    ["글\n\n===\n# 제목", "제목"],
    ["글\n==\n# 제목", "제목"],
    ["글\n--\n# 제목", "제목"],
    ["    # 들여 쓴 코드", undefined],
    ["", undefined],
  ])("%j: %s", (head, title) => {
    expect(headingTitle(head)).toBe(title);
  });
});

describe("entryBody", () => {
  it.each([
    ["\n- 하나\n- 둘\n", "제목", "- 하나\n- 둘"],
    ["# 제목\n\n- 하나\n", "제목", "- 하나"],
    ["제목\n===\n\n- 하나\n", "제목", "- 하나"],
    ["# 제목\n\n- 하나\n".normalize("NFD"), "제목", "- 하나".normalize("NFD")],
    ["# 다른 제목\n\n- 하나\n", "제목", "# 다른 제목\n\n- 하나"],
    ["글\n# 제목\n", "제목", "글\n# 제목"],
    ["- 하나\r\n- 둘\r\n", "제목", "- 하나\n- 둘"],
    ["- 하나\n- \n- \n", "제목", "- 하나"],
    ["- \n- \n- \n", "제목", ""],
    ["-\n- 하나", "제목", "-\n- 하나"],
    ["- 하나\n---\n", "제목", "- 하나\n---"],
    ["  들여 쓴 첫 줄\n", "제목", "  들여 쓴 첫 줄"],
    ["- 하나  \n\n\n- 둘", "제목", "- 하나  \n\n\n- 둘"],
    ["", "제목", ""],
  ])("%j of %s: %j", (body, title, expected) => {
    expect(entryBody(body, title)).toBe(expected);
  });
});

describe("excerptOf", () => {
  it("has the first lines that say something, one line each, cut to a readable length", () => {
    expect(excerptOf("# 제목\n\n- 하나\n- \n\n  - 둘\n셋\n넷\n다섯")).toBe("- 하나\n- 둘\n셋\n넷");
    expect(excerptOf("가".repeat(4000))).toBe(`${"가".repeat(160)}…`);
    expect(excerptOf("import Box from '@site/src/Box';\n\nimport 문은 위에 적는다.")).toBe("import 문은 위에 적는다.");
  });
});

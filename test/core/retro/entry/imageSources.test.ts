import { describe, expect, it } from "vitest";
import { imageSources } from "../../../../src/core/retro/entry/imageSources.ts";
import { targetOf } from "../../../../src/core/retro/entry/linkTarget.ts";
import { parseMarkdown as parse } from "../../../../src/markdown.ts";

const NOTE = "TIL/2025/05/글.md";
const sources = (body: string) => imageSources(body, NOTE, parse);

describe("imageSources", () => {
  it.each([
    ["an image", "![그림](a.png)", ["TIL/2025/05/a.png"]],
    ["one in `<>` with a title", "![그림](<../첫 그림.JPG> '제목')", ["TIL/2025/첫 그림.JPG"]],
    [
      "an encoded name, and what follows it",
      "![a](./%EA%B7%B8%EB%A6%BC%20(1).png?w=3#x)",
      ["TIL/2025/05/그림 (1).png"],
    ],
    ["an escaped name", "![a](a\\_b.png)", ["TIL/2025/05/a_b.png"]],
    ["by a label, in all forms", "![a][그림] ![그림][] ![그림]\n\n[그림]: a.png '제목'", ["TIL/2025/05/a.png"]],
    ["by the first of two definitions", "![a]\n\n[A]: a.png\n[a]: b.png", ["TIL/2025/05/a.png"]],
    [
      "of a tag in a line and in a block",
      '글 <img src="a.png">\n\n<p><img alt="" src=\'b.gif\'></p>',
      ["TIL/2025/05/a.png", "TIL/2025/05/b.gif"],
    ],
    ["inside a link", "[![a](a.png)](b.png)", ["TIL/2025/05/a.png"]],
    [
      "in a list, a quote and a table",
      "- ![a](a.png)\n> ![b](b.png)\n\n| ![c](c.png) |\n| --- |",
      ["TIL/2025/05/a.png", "TIL/2025/05/b.png", "TIL/2025/05/c.png"],
    ],
    ["twice", "![a](a.png) ![b](./a.png)", ["TIL/2025/05/a.png"]],
  ])("finds %s", (_, body, expected) => {
    expect(sources(body)).toEqual(expected);
  });

  it.each([
    ["a link", "[a](a.png) [b]\n\n[b]: b.png"],
    ["an address of the site or of another", "![a](/a.png) ![b](https://a.kr/b.png) ![c](data:image/png;base64,AA)"],
    ["what the site fills in", "![a]({{ site.url }}/a.png)"],
    ["what is no image", "![비밀](../../../.env) ![글](다른.md) ![폴더](a.png/)"],
    ["what lies outside of the notebook", "![a](../../../../a.png) ![b](%2e%2e/%2E%2E/../../b.png)"],
    ["an encoded slash", "![a](..%2fa.png) ![b](a%5C..%5Cb.png)"],
    ["a path of Windows", "![a](그림\\a.png)"],
    ["code", "`![a](a.png)`\n\n```\n![b](b.png)\n```"],
    ["a comment", "<!-- ![a](a.png) <img src='b.png'> -->"],
  ])("passes over %s", (_, body) => {
    expect(sources(body)).toEqual([]);
  });

  it("names a target in NFC, and takes a `%` that encodes nothing as it is", () => {
    expect(targetOf("그림.png".normalize("NFD"), NOTE)).toBe("TIL/2025/05/그림.png".normalize("NFC"));
    expect(targetOf("100%.png", NOTE)).toBe("TIL/2025/05/100%.png");
  });
});

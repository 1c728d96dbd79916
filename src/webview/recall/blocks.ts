import type { Block, Span, SpanMark } from "../../core/recall/noteBlocks.ts";
import { html } from "../dom.ts";

const ELEMENTS: Readonly<Record<SpanMark, "code" | "strong" | "em" | "s" | "span">> = {
  ...{ code: "code", strong: "strong", em: "em", s: "s" },
  // Where a link leads is in the note; here it is words.
  link: "span",
};

/** A note's blocks as elements. Its headings stand below those of the page. */
export function blockElements(blocks: readonly Block[]): readonly HTMLElement[] {
  return blocks.map(blockElement);
}

function blockElement(block: Block): HTMLElement {
  switch (block.type) {
    case "paragraph":
      return html("p", {}, ...spanNodes(block.spans));
    case "heading":
      return html(block.level <= 2 ? "h3" : "h4", {}, ...spanNodes(block.spans));
    case "code":
      return html("pre", { tabindex: 0 }, html("code", {}, block.text));
    case "list": {
      const items = block.items.map((item) => html("li", {}, ...blockElements(item)));
      return block.start === undefined ? html("ul", {}, ...items) : html("ol", { start: block.start }, ...items);
    }
    case "quote":
      return html("blockquote", {}, ...blockElements(block.blocks));
    case "table":
      return html("div", { class: "scroll", tabindex: 0 }, tableElement(block.rows));
    case "rule":
      return html("hr", {});
  }
}

function tableElement([head = [], ...rows]: readonly (readonly (readonly Span[])[])[]): HTMLElement {
  const row = (cells: readonly (readonly Span[])[], name: "th" | "td") =>
    html("tr", {}, ...cells.map((cell) => html(name, {}, ...spanNodes(cell))));
  return html(
    "table",
    {},
    html("thead", {}, row(head, "th")),
    html("tbody", {}, ...rows.map((cells) => row(cells, "td"))),
  );
}

function spanNodes(spans: readonly Span[]): readonly Node[] {
  return spans.map(({ text, marks }) =>
    marks.reduceRight<Node>(
      (node, mark) => html(ELEMENTS[mark], mark === "link" ? { class: "link" } : {}, node),
      document.createTextNode(text),
    ),
  );
}

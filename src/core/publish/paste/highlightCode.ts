import { common, createLowlight } from "lowlight";
import type { ElementContent } from "./hast.ts";

/** The text of a block of code in coloured pieces; `undefined` for a language that is not known, or a block too long to be read. */
export type HighlightCode = (language: string, code: string) => ElementContent[] | undefined;

const lowlight = createLowlight(common);

/** More is no example in a post; grammars are not held to linear time. */
const LONGEST = 20_000;

/** Readable on a white page and on a dark one: at least 4.5 : 1 on `#ffffff` and 3.3 : 1 on `#1e1e1e` (WCAG 2.2, 1.4.3). */
const COLOURS: Readonly<Record<string, string>> = {
  ...{ keyword: "#a347cc", "selector-tag": "#a347cc", literal: "#a347cc", operator: "#a347cc" },
  ...{ string: "#2f8132", regexp: "#2f8132", addition: "#2f8132", quote: "#2f8132" },
  ...{ number: "#b35c00", symbol: "#b35c00", bullet: "#b35c00" },
  ...{ comment: "#737373", doctag: "#737373" },
  ...{ title: "#2474c4", section: "#2474c4", link: "#2474c4", "selector-class": "#2474c4", "selector-id": "#2474c4" },
  ...{ type: "#0f7f7f", built_in: "#0f7f7f", variable: "#0f7f7f", "template-variable": "#0f7f7f" },
  ...{ name: "#c0435c", attr: "#c0435c", attribute: "#c0435c", property: "#c0435c", deletion: "#c0435c" },
  ...{ meta: "#8a6d00" },
};

/**
 * Colours stand in the text itself: a skin without a highlighter has no style for classes. One that has a highlighter
 * reads the text of the code anew and puts its own colours in.
 */
export const highlightCode: HighlightCode = (language, code) => {
  if (code.length > LONGEST || !lowlight.registered(language)) return undefined;
  return lowlight.highlight(language, code).children.flatMap((child) => inColour(child));
};

type Piece = ReturnType<typeof lowlight.highlight>["children"][number];

function inColour(piece: Piece | ElementContent): readonly ElementContent[] {
  if (piece.type === "text") return [{ type: "text", value: piece.value }];
  if (piece.type !== "element") return [];
  const children = piece.children.flatMap((child) => inColour(child));
  const colour = colourOf(piece.properties.className);
  if (colour === undefined) return children;
  return [{ type: "element", tagName: "span", properties: { style: `color: ${colour}` }, children }];
}

function colourOf(classes: unknown): string | undefined {
  const [first] = Array.isArray(classes) ? classes : [];
  return COLOURS[String(first ?? "").replace(/^hljs-/, "")];
}

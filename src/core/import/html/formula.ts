import { findElement, type HtmlElement, hasClass, lineOf } from "./htmlTree.ts";

/** What would mean something to Markdown and lead somewhere: such a formula is no one's. */
const HARMFUL = /\]\(|\]\[|<[a-z/!?]|[`$]|:\/\//i;

/**
 * A formula as it was written, between the marks that blogs know (`$x_i$`, `$$…$$`); `undefined` for what is none. Pages
 * show formulas by hundreds of boxes, and have what was written in an annotation (KaTeX, MathML).
 */
export function formulaOf(element: HtmlElement): string | undefined {
  const isDisplayed = hasClass(element, "katex-display");
  if (!isDisplayed && !hasClass(element, "katex") && element.name !== "math") return undefined;
  const annotation = findElement(
    element,
    ({ name, attributes }) => name === "annotation" && attributes.encoding === "application/x-tex",
  );
  const written = annotation === undefined ? "" : lineOf(annotation);
  if (written === "" || HARMFUL.test(written) || /\p{Cc}/u.test(written)) return undefined;
  const marks = isDisplayed || element.attributes.display === "block" ? "$$" : "$";
  return marks + written + marks;
}

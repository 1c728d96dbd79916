import type { Schema } from "hast-util-sanitize";

/** What a pasted post may have. Everything else goes; of what holds no text for readers, the contents go with it. */
export const POST_SCHEMA: Schema = {
  tagNames: [
    ..."h1 h2 h3 h4 h5 h6 p br hr ul ol li dl dt dd blockquote pre code a img table caption thead tbody tfoot tr th td".split(
      " ",
    ),
    ..."strong b em i u s del ins sub sup mark kbd small figure figcaption details summary div span".split(" "),
  ],
  strip: ["script", "style", "template", "noscript", "textarea", "select", "title", "object", "svg", "math"],
  attributes: {
    a: ["href", "title"],
    img: ["src", "alt", "title", "width", "height"],
    th: ["align", "colSpan", "rowSpan"],
    td: ["align", "colSpan", "rowSpan"],
    ol: ["start"],
    code: [["className", /^language-./]],
    blockquote: [["className", /^tomaknote-prompt-/]],
    details: ["open"],
  },
  protocols: { href: ["http", "https", "mailto"], src: ["http", "https"] },
  ancestors: {
    ...Object.fromEntries(["tbody", "thead", "tfoot", "tr", "td", "th", "caption"].map((name) => [name, ["table"]])),
    li: ["ul", "ol"],
  },
};

/** One attribute list of kramdown, braces included. A quoted value may hold a brace. */
const LIST = String.raw`\{:(?:[^{}"'\n]|"[^"\n]*"|'[^'\n]*')*\}`;
export const ATTRIBUTE_LINE = new RegExp(String.raw`^${LIST}[ \t]*$`);
export const ATTRIBUTES = new RegExp(LIST, "y");
/** `{::options … /}`, `{::comment}`: kramdown's extensions, of which nothing is shown. */
export const EXTENSION_LINE = /^\{(?:::|:\/)[^{}\n]*\}[ \t]*$/;

const CLASS = /\.([\w-]+)/g;
const SIZE = /(?:^|\s)(width|height|w|h)=["']?(\d{1,4})(?:px)?["']?(?=\s|\}|$)/g;

/** What an attribute list says that a page shows. */
export interface Attributes {
  readonly classes: ReadonlySet<string>;
  readonly isToc: boolean;
  readonly width?: string;
  readonly height?: string;
}

export function readAttributes(list: string): Attributes {
  const said = list.slice(2, list.lastIndexOf("}"));
  // Values are no classes: `file="a.js"`.
  const bare = said.replace(/"[^"]*"|'[^']*'/g, "");
  const sizes = new Map([...said.matchAll(SIZE)].map(([, name = "", value = ""]) => [name[0], value]));
  const width = sizes.get("w");
  const height = sizes.get("h");
  return {
    classes: new Set([...bare.matchAll(CLASS)].map(([, name = ""]) => name)),
    isToc: /(?:^|\s)toc(?:\s|$)/.test(bare),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
  };
}

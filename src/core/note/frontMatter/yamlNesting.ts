/** How deep values may nest; real front matter stays far below. */
export const MAX_DEPTH = 64;

const COMPACT_NESTING = new RegExp(`(?:[-?:] {1,8}){${MAX_DEPTH}}`);

/** How many items flow collections may have together: parsing twice as many takes too long to do in one go. */
const MAX_FLOW_MARKS = 4_000;

/** How many brackets may close nothing: the parser reports each, and takes its time. */
const MAX_STRAY_ENDS = 64;

/** Where a YAML text has more of them than a person writes, if it has; looked at without parsing. */
export function flowExcessAt(source: string): number | undefined {
  let marks = 0;
  let open = 0;
  let stray = 0;
  for (let offset = 0; offset < source.length; offset++) {
    const character = source.charAt(offset);
    if (",[{".includes(character) && ++marks > MAX_FLOW_MARKS) return offset;
    if (character === "[" || character === "{") open++;
    if (character !== "]" && character !== "}") continue;
    if (open > 0) open--;
    else if (++stray > MAX_STRAY_ENDS) return offset;
  }
  return undefined;
}

/**
 * Where a YAML text nests too deeply for a parser that recurses, if it does. It looks at brackets and at the compact
 * form (`- - - x`) without parsing, and may only err on the careful side.
 */
export function deepNestingAt(source: string): number | undefined {
  let depth = 0;
  for (let offset = 0; offset < source.length; offset++) {
    const character = source.charAt(offset);
    if (character === "[" || character === "{") depth++;
    if (character === "]" || character === "}") depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return offset;
  }
  return COMPACT_NESTING.exec(source)?.index;
}

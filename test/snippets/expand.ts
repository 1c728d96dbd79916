/** A snippet body expanded the way the editor does it when nobody types anything. */
export interface ExpandedSnippet {
  readonly text: string;
  /** Numbers of the tab stops in the order they stand in the text. */
  readonly stops: readonly number[];
}

/**
 * Expands the part of the snippet grammar our snippets use: `$1`, `${1}`, `${1:default}`, `$NAME`, `${NAME}` and
 * `${NAME/regex/replacement/}`, with `$1` in the replacement.
 * @throws SyntaxError at anything else, an unknown variable or a missing brace
 */
export function expandSnippet(body: string, variables: Readonly<Record<string, string>>): ExpandedSnippet {
  const stops: number[] = [];
  let position = 0;

  const fail = (what: string): never => {
    throw new SyntaxError(`${what} at ${position} of ${JSON.stringify(body)}`);
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    const match = pattern.exec(body);
    if (match === null) return undefined;
    position = pattern.lastIndex;
    return match[0];
  };
  const lookUp = (name: string): string => variables[name] ?? fail(`unknown variable ${name}`);

  function braced(): string {
    const number = take(/\d+/y);
    if (number !== undefined) {
      stops.push(Number(number));
      const value = take(/:/y) === undefined ? "" : textUpTo("}");
      return take(/\}/y) === undefined ? fail("missing brace") : value;
    }
    const value = lookUp(take(/[A-Z_]+/y) ?? fail("neither a tab stop nor a variable"));
    const transform = take(/\/(?:[^/\\]|\\.)+\/(?:[^/\\]|\\.)*\//y);
    if (take(/\}/y) === undefined) fail("missing brace");
    if (transform === undefined) return value;
    const [, pattern = "", replacement = ""] = transform.split(/(?<!\\)\//);
    return value.replace(new RegExp(pattern), (_, group?: string) => replacement.replace("$1", group ?? ""));
  }

  function textUpTo(end: string): string {
    let text = "";
    while (position < body.length && body.charAt(position) !== end) {
      const next = body.charAt(position++);
      if (next !== "$") {
        text += next;
      } else if (take(/\{/y) !== undefined) {
        text += braced();
      } else {
        const number = take(/\d+/y);
        if (number !== undefined) stops.push(Number(number));
        else text += lookUp(take(/[A-Z_]+/y) ?? fail("a lone $"));
      }
    }
    return text;
  }

  return { text: textUpTo(""), stops };
}

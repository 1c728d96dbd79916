/** A tag of a template language in a text: `start` to `end`, both braces included. */
export interface TemplateTag {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How tags begin and what then ends them; the first that fits counts. */
type Marks = readonly (readonly [opening: string, closing: string])[];

export const LIQUID: Marks = [
  ["{{", "}}"],
  ["{%", "%}"],
];

export const SHORTCODES: Marks = [
  ["{{<", ">}}"],
  ["{{%", "%}}"],
];

/** Finds the next tag of a text at or after an offset. What never ends is no tag. */
export function tagReader(text: string, marks: Marks): (from: number) => TemplateTag | undefined {
  const last = new Map(marks.map(([, closing]) => [closing, text.lastIndexOf(closing)]));
  return (from) => {
    for (let start = text.indexOf("{", from); start !== -1; start = text.indexOf("{", start + 1)) {
      const found = marks.find(([opening]) => text.startsWith(opening, start));
      if (found === undefined) continue;
      const [opening, closing] = found;
      if ((last.get(closing) ?? -1) < start + opening.length) continue;
      const end = text.indexOf(closing, start + opening.length) + closing.length;
      return { start, end, text: text.slice(start, end) };
    }
    return undefined;
  };
}

import type { TextEdit } from "../../text/edit.ts";
import type { FieldSpot } from "./fieldSpot.ts";
import type { FrontMatterFormat } from "./frontMatter.ts";
import { fillEmpty } from "./insertValue.ts";
import { locateFields } from "./locate.ts";
import { readFrontMatter } from "./read.ts";
import { renderKey, renderText } from "./render.ts";
import { type EditResult, firstSound, insertBlock, insertLine, isBroken, keyLine } from "./verify.ts";

/** `text` is quoted where it needs to be; a `literal` (a date, a number, `true`) is written as it is. */
export type FieldNotation = "text" | "literal";

/**
 * The edit that gives a key (compared exactly) a scalar value: the value's own range when the key is there, else a new
 * last line; a text without front matter gets a block.
 */
export function setField(text: string, key: string, value: string, notation: FieldNotation = "text"): EditResult {
  const before = readFrontMatter(text);
  if (isBroken(text, before)) return { ok: false, reason: "broken-front-matter" };
  const { block } = before;
  const expectation = {
    isChanged: (other: string) => other === key,
    holds: (after: typeof before) => after.data.get(key) === value,
  };
  const render = (format: FrontMatterFormat, field?: FieldSpot): string => {
    const style = field?.value.kind === "scalar" ? field.value.style : "plain";
    return notation === "literal" ? value : renderText(format, value, style);
  };
  if (block === undefined) {
    const line = keyLine("yaml", renderKey("yaml", key), render("yaml"));
    return firstSound(text, before, [[insertBlock(text, before, line)]], expectation);
  }
  if (before.data.get(key) === value) return { ok: true, edits: [] };
  const spots = locateFields(text, block);
  if (spots === undefined) return { ok: false, reason: "unsupported" };
  const field = spots.fields.find((candidate) => candidate.key === key);
  const rendered = render(block.format, field);
  if (field === undefined) {
    const edit = insertLine(spots.appendAt, block, renderKey(block.format, key), rendered);
    return firstSound(text, before, [[edit]], expectation);
  }
  const edit = replaceValue(field, rendered);
  return edit === undefined ? { ok: false, reason: "not-a-scalar" } : firstSound(text, before, [[edit]], expectation);
}

/** The edit that takes out the lines of a key with a scalar or no value; none when the key is absent. */
export function removeField(text: string, key: string): EditResult {
  const before = readFrontMatter(text);
  if (before.problem !== undefined) return { ok: false, reason: "broken-front-matter" };
  if (before.block === undefined || !before.data.has(key)) return { ok: true, edits: [] };
  const spots = locateFields(text, before.block);
  const field = spots?.fields.find((candidate) => candidate.key === key);
  if (field === undefined) return { ok: false, reason: "unsupported" };
  if (field.value.kind !== "scalar" && field.value.kind !== "empty") return { ok: false, reason: "not-a-scalar" };
  return firstSound(text, before, [[{ start: field.start, end: field.end, newText: "" }]], {
    isChanged: (other) => other === key,
    holds: (after) => !after.data.has(key),
  });
}

function replaceValue(field: FieldSpot, rendered: string): TextEdit | undefined {
  const { value } = field;
  if (value.kind === "empty") return fillEmpty(field, value, rendered);
  return value.kind === "scalar" ? { start: value.start, end: value.end, newText: rendered } : undefined;
}

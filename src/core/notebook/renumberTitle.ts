import { setField } from "../note/frontMatter/editField.ts";
import { readFrontMatter } from "../note/frontMatter/read.ts";
import { firstHeading } from "../note/noteBody.ts";
import { HEAD_LENGTH } from "../note/readNote.ts";
import type { TomakTitle } from "../note/tomakTitle.ts";
import { applyEdits, smallestEdit, type TextEdit } from "../text/edit.ts";
import { writtenLike } from "./renumberNames.ts";

/**
 * The edits that give a 토막글 another number: the digits in its `title`, and in the heading that is its title or repeats
 * it. None when the title is the file's name; `undefined` when the front matter can be changed only by guessing.
 */
export function renumberTitle(
  text: string,
  from: number,
  to: number,
  tomakTitle: TomakTitle,
): readonly TextEdit[] | undefined {
  const { data, bodyStart } = readFrontMatter(text);
  const edits: TextEdit[] = [];
  const key = data.has("title") ? "title" : [...data.keys()].find((name) => name.toLowerCase() === "title");
  const stated = key === undefined ? undefined : data.get(key);
  const isStated = typeof stated === "string" && stated.trim() !== "";
  if (key !== undefined && isStated) {
    const changed = setField(text, key, renumbered(stated, to, tomakTitle));
    if (!changed.ok) return undefined;
    if (changed.edits.length > 0) edits.push(smallestEdit(text, applyEdits(text, changed.edits)));
  }
  const body = text.slice(bodyStart, bodyStart + HEAD_LENGTH);
  const heading = firstHeading(body);
  const isOnTop = heading !== undefined && body.slice(0, heading.start).trim() === "";
  if (heading !== undefined && (!isStated || isOnTop) && tomakTitle.numberIn(heading.title) === from) {
    const start = text.indexOf(heading.title, bodyStart + heading.start);
    const digits = digitsEdit(heading.title, to, tomakTitle);
    if (digits) edits.push({ ...digits, start: start + digits.start, end: start + digits.end });
  }
  return edits;
}

function renumbered(title: string, to: number, tomakTitle: TomakTitle): string {
  const edit = digitsEdit(title, to, tomakTitle);
  return edit === undefined ? title : applyEdits(title, [edit]);
}

/** The digits of a title's number written anew. */
export function digitsEdit(title: string, to: number, tomakTitle: TomakTitle): TextEdit | undefined {
  const digits = tomakTitle.digitsIn(title);
  return digits && { ...digits, newText: writtenLike(title.slice(digits.start, digits.end), to) };
}

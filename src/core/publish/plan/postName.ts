import type { Day } from "../../calendar/day.ts";
import { slugOf } from "../../note/fileName.ts";
import { scalarField } from "../../note/frontMatter/field.ts";
import type { FrontMatter } from "../../note/frontMatter/frontMatter.ts";
import type { Note, NotePath } from "../../note/note.ts";
import { nfc } from "../../text/nfc.ts";

const LEADING_DAY = /^\d{4}-\d{1,2}-\d{1,2}(?:[-_. ]+|$)/;
/** Names that say nothing of what they name. */
const NO_NAME = /^(?:|draft|초안|untitled|무제|제목-없음|new|새-글)$/i;

/**
 * What a post is called in its address: `slug` of the front matter, or the name its draft was given. A retro's name came
 * from a pattern, so that it is called by its title, and so is what has no name of its own.
 */
export function slugOfPost(path: NotePath, note: Pick<Note, "kind" | "title">, frontMatter: FrontMatter): string {
  const stated = scalarField(frontMatter, "slug")?.trim();
  if (stated) return slugOf(stated);
  const own = slugOf(stemOf(path).replace(LEADING_DAY, ""));
  return note.kind === "retro" || NO_NAME.test(own) ? slugOf(note.title) : own;
}

/** The name of a file with its leading day, if it has one, changed. */
export function redated(name: string, day: Day): string {
  return name.replace(/^\d{4}-\d{2}-\d{2}(?=\D)/, day);
}

export function extensionOf(path: NotePath): string {
  return path.slice(path.lastIndexOf("."));
}

function stemOf(path: NotePath): string {
  return nfc(path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, ""));
}

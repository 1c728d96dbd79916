import { readFrontMatter } from "../note/frontMatter/read.ts";
import { renameTags, type TagRename } from "../note/frontMatter/renameTags.ts";
import { canBeInline } from "../note/inlineTagName.ts";
import { inlineTagSpots } from "../note/inlineTags.ts";
import { applyEdits, type TextEdit } from "../text/edit.ts";

export type TagTextChange =
  | {
      readonly ok: true;
      readonly edits: readonly TextEdit[];
      /** `#tags` that keep their name, since the new one cannot stand in a text (`Clean Code`). */
      readonly left: number;
    }
  /** No edit is known that renames the tags and leaves all else as it was. */
  | { readonly ok: false };

/** The smallest edits that give tags of a note other names, in its front matter and, where they count, in its body. */
export function renameTagsInText(text: string, rename: TagRename, inlineTags: boolean): TagTextChange {
  const inFrontMatter = renameTags(text, rename);
  if (!inFrontMatter.ok) return { ok: false };
  if (!inlineTags) return { ok: true, edits: inFrontMatter.edits, left: 0 };
  const spots = inlineTagSpots(text, readFrontMatter(text).bodyStart);
  const inBody: TextEdit[] = [];
  let left = 0;
  const expected: string[] = [];
  for (const { tag, start, end } of spots) {
    const newName = rename(tag);
    const isLeft = newName !== undefined && !canBeInline(newName);
    if (isLeft) left++;
    else if (newName !== undefined && newName !== text.slice(start, end)) {
      inBody.push({ start, end, newText: newName });
    }
    expected.push(newName === undefined || isLeft ? tag : newName);
  }
  const edits = [...inFrontMatter.edits, ...inBody];
  if (readsAs(text, edits, expected)) return { ok: true, edits, left };
  // A name that counts between Korean words (`오늘 #회고를`) may not when it is Latin: then the body stays as it is.
  const asBefore = spots.map(({ tag }) => tag);
  return readsAs(text, inFrontMatter.edits, asBefore)
    ? { ok: true, edits: inFrontMatter.edits, left: left + inBody.length }
    : { ok: false };
}

/** Whether the body has these `#tags` after the edits. */
function readsAs(text: string, edits: readonly TextEdit[], expected: readonly string[]): boolean {
  const after = applyEdits(text, edits);
  const found = inlineTagSpots(after, readFrontMatter(after).bodyStart).map(({ tag }) => tag);
  return found.length === expected.length && found.every((tag, index) => tag === expected[index]);
}

import type { Instant } from "../../calendar/clock.ts";
import { DRAFT_MARKS } from "../../note/draftMarks.ts";
import { setField } from "../../note/frontMatter/editField.ts";
import { scalarField } from "../../note/frontMatter/field.ts";
import { readFrontMatter } from "../../note/frontMatter/read.ts";
import type { TextEdit } from "../../text/edit.ts";
import { dateForPost } from "./dateForPost.ts";

export type HeadOfPost =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: "broken-front-matter" | "unsupported" };

/**
 * Dates a post and takes back what says that it is a draft.
 * @param needsBlock whether a generator reads it; otherwise no front matter is begun
 */
export function headOfPost(text: string, at: Instant, timeZone: string, needsBlock: boolean): HeadOfPost {
  const frontMatter = readFrontMatter(text);
  const edits: TextEdit[] = [];
  for (const { key, draft, out } of DRAFT_MARKS) {
    if (!draft.test(scalarField(frontMatter, key) ?? "")) continue;
    const name = [...frontMatter.data.keys()].find((other) => other.toLowerCase() === key) ?? key;
    const result = setField(text, name, out, "literal");
    if (!result.ok) return refused(result.reason);
    edits.push(...result.edits);
  }
  if (frontMatter.block === undefined && !needsBlock) return { ok: true, edits };
  const dated = dateForPost(text, at, timeZone);
  return dated.ok ? { ok: true, edits: [...edits, ...dated.edits] } : refused(dated.reason);
}

function refused(reason: string): HeadOfPost {
  return { ok: false, reason: reason === "broken-front-matter" ? reason : "unsupported" };
}

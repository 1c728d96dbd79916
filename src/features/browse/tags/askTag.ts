import type { QuickPickItem } from "vscode";
import { isValidTag } from "../../../core/note/frontMatter/tagProblem.ts";
import { normalizeTag } from "../../../core/note/frontMatter/tags.ts";
import { knownTags } from "../../../core/notebook/tagNotes.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { Notice } from "../../../vscode/notice.ts";
import { showFilteredPick } from "./filteredPick.ts";

interface TagItem extends QuickPickItem {
  readonly tag: string;
}

/** Asks for one of the tags in use; with `mayBeNew` for any. `undefined` when the person backed out. */
export async function askTag(
  session: NotebookSession,
  texts: { readonly title: string; readonly placeHolder: string },
  { mayBeNew = false, first = [] }: { readonly mayBeNew?: boolean; readonly first?: readonly string[] } = {},
): Promise<string | undefined> {
  const known = knownTags(session.index.notes());
  if (known.length === 0) throw new Notice("아직 태그가 없어요. 머리말의 tags나 본문의 #태그로 붙일 수 있어요.");
  const items = known.map(({ tag, count }): TagItem => ({ label: `$(tag) ${tag}`, description: `${count}편`, tag }));
  // A tag may be there only as what stands above others.
  const firstItems = first.map(
    (tag): TagItem => items.find((item) => item.tag === tag) ?? { label: `$(tag) ${tag}`, tag },
  );
  const picked = await showFilteredPick<TagItem>({
    ...texts,
    items: [...firstItems, ...items.filter(({ tag }) => !first.includes(tag))],
    textOf: ({ tag }) => tag,
    itemFor: (typed) => {
      const tag = normalizeTag(typed);
      if (!mayBeNew || !isValidTag(tag) || [...items, ...firstItems].some((other) => other.tag === tag))
        return undefined;
      return { label: `$(add) ${tag}`, description: "새 태그", tag };
    },
  });
  return picked?.tag;
}

import { type QuickPickItem, window } from "vscode";
import { tagCounts } from "../core/notebook/tagCounts.ts";
import { nfc } from "../core/text/nfc.ts";
import type { NotebookSession } from "./notebookSession.ts";

interface TagItem extends QuickPickItem {
  readonly tag: string;
}

/** Lets tags be picked from those in use or typed new; `undefined` when the person backed out. */
export async function pickTags(
  session: NotebookSession,
  texts: { readonly title: string; readonly placeHolder: string },
  except: readonly string[] = [],
): Promise<readonly string[] | undefined> {
  const pick = window.createQuickPick<TagItem>();
  pick.title = texts.title;
  pick.placeholder = texts.placeHolder;
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  let known: readonly TagItem[] = [];
  const added: TagItem[] = [];

  const showItems = (): void => {
    const typed = cleanTag(pick.value);
    const listed = [...added, ...known];
    const isNew = typed !== "" && !listed.some(({ tag }) => tag.toLowerCase() === typed.toLowerCase());
    const selected = new Set(pick.selectedItems.map(({ tag }) => tag));
    pick.items = isNew ? [{ label: typed, tag: typed, description: "새 태그", alwaysShow: true }, ...listed] : listed;
    pick.selectedItems = pick.items.filter(({ tag }) => selected.has(tag));
  };
  pick.onDidChangeValue(showItems);
  pick.onDidChangeSelection((items) => {
    for (const item of items) if (item.description === "새 태그" && !added.includes(item)) added.push(item);
  });

  const answer = new Promise<readonly string[] | undefined>((resolve) => {
    pick.onDidAccept(() => {
      const typed = cleanTag(pick.value);
      const tags = pick.selectedItems.map(({ tag }) => tag);
      // What is typed and not ticked is meant too: people type a word and press Enter.
      resolve(typed === "" || tags.includes(typed) ? tags : [...tags, typed]);
      pick.hide();
    });
    pick.onDidHide(() => resolve(undefined));
  });
  pick.busy = true;
  pick.show();
  void session.load().then(() => {
    const left = new Set(except);
    known = tagCounts(session.index.notes())
      .filter(({ tag }) => !left.has(tag))
      .map(({ tag, count }) => ({ label: tag, tag, description: `${count}편` }));
    pick.busy = false;
    showItems();
  });
  try {
    return await answer;
  } finally {
    pick.dispose();
  }
}

function cleanTag(text: string): string {
  return nfc(text)
    .replace(/^#+/, "")
    .replace(/[,[\]{}\s]+/g, " ")
    .trim()
    .replaceAll(" ", "-");
}

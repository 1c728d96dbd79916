import { type Disposable, type QuickInputButton, type QuickPickItem, window } from "vscode";
import { indexOfHangul, searchable } from "../../../core/text/hangul.ts";

export interface FilteredPick<Item extends QuickPickItem> {
  readonly title: string;
  readonly placeHolder: string;
  readonly items: readonly Item[];
  /** What is looked for in an item. */
  textOf(item: Item): string;
  /** An item made of what is typed, shown first. */
  itemFor?(typed: string): Item | undefined;
  readonly buttons?: readonly { readonly button: QuickInputButton; run(): void }[];
}

/** A quick pick that finds Hangul while it is typed, by 초성 too; the editor's own filter does not. */
export function showFilteredPick<Item extends QuickPickItem>(options: FilteredPick<Item>): Promise<Item | undefined> {
  const pick = window.createQuickPick<Item>();
  pick.title = options.title;
  pick.placeholder = options.placeHolder;
  pick.buttons = (options.buttons ?? []).map(({ button }) => button);
  const show = (typed: string): void => {
    const wanted = searchable(typed.trim().replace(/^#/, ""));
    const found = options.items.filter((item) => indexOfHangul(searchable(options.textOf(item)), wanted) >= 0);
    const made = typed.trim() === "" ? undefined : options.itemFor?.(typed);
    // The editor would filter them once more.
    pick.items = [...(made === undefined ? [] : [made]), ...found].map((item) => ({ ...item, alwaysShow: true }));
  };
  show("");
  return new Promise((resolve) => {
    const subscriptions: Disposable[] = [
      pick.onDidChangeValue(show),
      pick.onDidTriggerButton((button) => {
        pick.hide();
        options.buttons?.find((other) => other.button === button)?.run();
      }),
      pick.onDidAccept(() => {
        resolve(pick.selectedItems[0]);
        pick.hide();
      }),
      pick.onDidHide(() => {
        resolve(undefined);
        for (const subscription of subscriptions) subscription.dispose();
        pick.dispose();
      }),
    ];
    pick.show();
  });
}

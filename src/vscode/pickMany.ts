import { type QuickPickItem, window } from "vscode";

export interface PickManyOptions {
  readonly title: string;
  readonly placeHolder: string;
  readonly matchOnDescription?: boolean;
  readonly matchOnDetail?: boolean;
  readonly ignoreFocusOut?: boolean;
}

/**
 * Lets rows be ticked, those with `picked` at first; `undefined` when the person backed out.
 *
 * `window.showQuickPick` opens its list some moments before the rows are in it: an Enter that comes then takes none of
 * them, though they are ticked.
 */
export function pickMany<Row extends QuickPickItem>(
  rows: readonly Row[],
  options: PickManyOptions,
): Promise<readonly Row[] | undefined> {
  const pick = window.createQuickPick<Row>();
  pick.title = options.title;
  pick.placeholder = options.placeHolder;
  pick.canSelectMany = true;
  pick.matchOnDescription = options.matchOnDescription ?? false;
  pick.matchOnDetail = options.matchOnDetail ?? false;
  pick.ignoreFocusOut = options.ignoreFocusOut ?? false;
  pick.items = rows;
  pick.selectedItems = rows.filter(({ picked }) => picked === true);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

import { commands, Uri, window, workspace } from "vscode";
import type { GrassPage } from "../../../core/grass/grassPage.ts";
import { describeChoice } from "../../../core/grass/grassText.ts";
import { slugOf } from "../../../core/note/fileName.ts";

/** Asks where the picture goes and writes it. The dialog itself asks before a file that is there is replaced. */
export async function savePicture(root: Uri, page: GrassPage, svg: string): Promise<void> {
  const name = `잔디-${slugOf(describeChoice(page.choice))}.svg`;
  const target = await window.showSaveDialog({
    defaultUri: Uri.joinPath(root, name),
    filters: { "SVG 그림": ["svg"] },
    title: "잔디 그림 저장",
    saveLabel: "저장",
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(svg));
  void offerToOpen(target);
}

async function offerToOpen(target: Uri): Promise<void> {
  const open = "열기";
  const name = target.path.slice(target.path.lastIndexOf("/") + 1);
  if ((await window.showInformationMessage(`${name}에 잔디 그림을 저장했어요.`, open)) === open)
    await commands.executeCommand("vscode.open", target);
}

import * as vscode from "vscode";
import { activeExtension, freshFolder, inWebWorker, readFile, workspaceFolder, writeFile } from "../support.ts";

describe("the editor under test", () => {
  it("activates the extension", async () => {
    const extension = await activeExtension();
    if (!extension.isActive) throw new Error("not active");
  });

  it("runs the extension that the run is about", async () => {
    const { extensionUri } = await activeExtension();
    if (inWebWorker) {
      if (extensionUri.scheme !== "http") throw new Error(`not served to the web worker: ${extensionUri}`);
      return;
    }
    const wanted = process.env.TOMAKNOTE_TEST_EXTENSION_FOLDER;
    if (wanted === undefined) throw new Error("the harness did not say which extension the run is about");
    if (!extensionUri.fsPath.startsWith(wanted)) throw new Error(`${extensionUri.fsPath} is not in ${wanted}`);
  });

  it("registers every command of the manifest", async () => {
    const extension = await activeExtension();
    const registered = new Set(await vscode.commands.getCommands(true));
    const commands: { command: string }[] = extension.packageJSON.contributes?.commands ?? [];
    const missing = commands.map(({ command }) => command).filter((command) => !registered.has(command));
    if (missing.length > 0) throw new Error(`not registered: ${missing.join(", ")}`);
  });

  it("writes and reads a file with a Hangul name in the workspace", async () => {
    const file = vscode.Uri.joinPath(await freshFolder("smoke"), "토막글", "첫 글.md");
    await writeFile(file, "- 첫째 토막\n");
    const text = await readFile(file);
    if (text !== "- 첫째 토막\n") throw new Error(JSON.stringify(text));
    if (!file.path.startsWith(workspaceFolder().path)) throw new Error(file.path);
  });
});

import * as vscode from "vscode";
import { activeExtension } from "../support.ts";

describe("the editor under test with no folder open", () => {
  it("has no folder", () => {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (folders.length > 0) throw new Error(folders.map(({ name }) => name).join(", "));
  });

  it("activates the extension", async () => {
    await activeExtension();
  });
});

import * as vscode from "vscode";
import { activeExtension } from "../support.ts";

describe("the editor under test with several folders", () => {
  it("has both folders of the workspace file", () => {
    const names = (vscode.workspace.workspaceFolders ?? []).map(({ name }) => name);
    if (names.join() !== "노트,코드") throw new Error(names.join());
  });

  it("activates the extension", async () => {
    await activeExtension();
  });
});

import { spawnSync } from "node:child_process";
import path from "node:path";
import { resolveCliArgsFromVSCodeExecutablePath } from "@vscode/test-electron";
import { ensureServer } from "./installServer.ts";

/** Installs a packaged extension into `extensionsDir`, by the desktop editor given or by the server. */
export function installExtension(executable: string, vsix: string, extensionsDir: string, userDataDir: string): void {
  const forServer = path.basename(executable) === "serverEditor.mjs";
  const [command = "", ...first] = forServer
    ? [process.execPath, ensureServer(), "--accept-server-license-terms", "--server-data-dir", `${userDataDir}-install`]
    : resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const args = [
    "--install-extension",
    vsix,
    "--force",
    "--extensions-dir",
    extensionsDir,
    "--user-data-dir",
    userDataDir,
  ];
  const result = spawnSync(command, [...first, ...args], {
    encoding: "utf8",
    timeout: 60_000,
    shell: process.platform === "win32",
  });
  if (result.status !== 0) throw new Error(`could not install ${vsix}:\n${result.stdout}\n${result.stderr}`);
}

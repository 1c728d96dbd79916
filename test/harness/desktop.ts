import { existsSync } from "node:fs";
import path from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { editorFolder } from "./paths.ts";

/** Time without an answer after which the download server counts as out of reach. */
const PATIENCE_MS = 5000;

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ["/usr/share/code/code", "/usr/share/codium/codium", "/opt/visual-studio-code/code"],
  darwin: [
    "/Applications/Visual Studio Code.app/Contents/MacOS/Electron",
    "/Applications/Visual Studio Code.app/Contents/MacOS/Code",
  ],
  win32: ["LOCALAPPDATA", "PROGRAMFILES"].flatMap((name) => {
    const folder = process.env[name];
    if (folder === undefined) return [];
    return [path.join(folder, name === "LOCALAPPDATA" ? "Programs" : "", "Microsoft VS Code", "Code.exe")];
  }),
};

function hasDisplay(): boolean {
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/**
 * The executable of a desktop VS Code: the one named by TOMAKNOTE_VSCODE, a downloaded one, or an installed one.
 * Nothing where there is no display, or when TOMAKNOTE_EDITOR is `server`.
 */
export async function findDesktop(): Promise<string | undefined> {
  const named = process.env.TOMAKNOTE_VSCODE;
  if (named !== undefined && named !== "") return named;
  if (process.env.TOMAKNOTE_EDITOR === "server" || !hasDisplay()) return undefined;
  try {
    return await downloadAndUnzipVSCode({ version: "stable", cachePath: editorFolder, timeout: PATIENCE_MS });
  } catch (error) {
    console.log(`VS Code를 내려받지 못했습니다: ${error instanceof Error ? error.message : String(error)}`);
  }
  return usualPlaces[process.platform]?.find((file) => existsSync(file));
}

import { statSync } from "node:fs";
import path from "node:path";
import type { EditorServer } from "./server.ts";

export interface Opening {
  /** A folder or a `.code-workspace` file; nothing is opened when left out. */
  readonly workspace?: string | undefined;
  readonly extensionDevelopmentPaths?: readonly string[];
  readonly extensionTestsPath?: string | undefined;
}

function urlPath(file: string): string {
  const slashed = path.resolve(file).split(path.sep).join("/");
  return slashed.startsWith("/") ? slashed : `/${slashed}`;
}

/** The address at which the server's workbench opens in a browser. */
export function workbenchAddress(server: EditorServer, opening: Opening): string {
  const remote = (file: string): string => `vscode-remote://${server.authority}${encodeURI(urlPath(file))}`;
  const payload: [string, string][] = [
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
    ...(opening.extensionDevelopmentPaths ?? []).map((file): [string, string] => [
      "extensionDevelopmentPath",
      remote(file),
    ]),
  ];
  if (opening.extensionTestsPath !== undefined)
    payload.push(["extensionTestsPath", remote(opening.extensionTestsPath)]);
  const address = new URL(`http://${server.authority}/`);
  const { workspace } = opening;
  if (workspace === undefined) address.searchParams.set("ew", "true");
  else address.searchParams.set(statSync(workspace).isDirectory() ? "folder" : "workspace", urlPath(workspace));
  address.searchParams.set("payload", JSON.stringify(payload));
  return address.href;
}

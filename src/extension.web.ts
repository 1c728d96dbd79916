import * as vscode from "vscode";
import type { Activated } from "./activate.ts";
import { loadBundle } from "./vscode/loadBundle.ts";

let main: Promise<typeof import("./main.web.ts")> | undefined;

/**
 * vscode.dev and github.dev: the extension host is a web worker, in which a bundle can require nothing but `vscode`. So
 * this door loads what other bundles share, and then the extension.
 */
export async function activate(context: vscode.ExtensionContext): Promise<Activated> {
  const bundle = (name: string): vscode.Uri => vscode.Uri.joinPath(context.extensionUri, "dist", name);
  const shared = { vscode, "./yaml.js": await loadBundle(bundle("yaml.js"), {}) };
  main = loadBundle<typeof import("./main.web.ts")>(bundle("web/main.js"), shared);
  return (await main).activate(context, shared);
}

export async function deactivate(): Promise<void> {
  await (await main)?.deactivate();
}

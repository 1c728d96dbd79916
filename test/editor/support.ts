import * as vscode from "vscode";

const extensionId = "tomaknote.tomaknote";

/** The extension under test, activated. */
export async function activeExtension(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension(extensionId);
  if (extension === undefined) throw new Error(`${extensionId} is not installed in this editor`);
  await extension.activate();
  return extension;
}

/** The uri of the (first) folder that is open. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error("no folder is open");
  return folder.uri;
}

let folders = 0;

/** Makes a folder inside the workspace that no other test has seen. */
export async function freshFolder(name = "notebook"): Promise<vscode.Uri> {
  folders += 1;
  const folder = vscode.Uri.joinPath(workspaceFolder(), `${name}-${folders}`);
  await vscode.workspace.fs.createDirectory(folder);
  return folder;
}

/** Writes a file as another program would, with the folders on the way. Text is written as UTF-8, bytes as they are. */
export async function writeFile(uri: vscode.Uri, content: string | Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, typeof content === "string" ? new TextEncoder().encode(content) : content);
}

/** The text of a file on disk, a byte order mark included. */
export async function readFile(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  return new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(bytes);
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return false;
    throw error;
  }
}

export async function remove(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(uri, { recursive: true });
}

/** The paths of all files under a folder, relative to it, sorted. */
export async function filesUnder(folder: vscode.Uri): Promise<string[]> {
  const found: string[] = [];
  const walk = async (at: vscode.Uri, prefix: string): Promise<void> => {
    for (const [name, type] of await vscode.workspace.fs.readDirectory(at)) {
      if (type === vscode.FileType.Directory) await walk(vscode.Uri.joinPath(at, name), `${prefix}${name}/`);
      else found.push(prefix + name);
    }
  };
  await walk(folder, "");
  return found.sort();
}

/** Asks again and again until the answer is not undefined or false; fails with `what` when time is up. */
export async function waitFor<T>(
  what: string,
  ask: () => T | undefined | false | Thenable<T | undefined | false>,
  timeoutMs = 5000,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > deadline) throw new Error(`not seen within ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The text of the active editor; waits until there is one (for `uri`, when given). */
export function openedText(uri?: vscode.Uri): Promise<string> {
  return waitFor(`an editor${uri === undefined ? "" : ` of ${uri.path}`}`, () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || (uri !== undefined && document.uri.toString() !== uri.toString())) return undefined;
    return document.getText();
  });
}

export function runCommand<T>(id: string, ...args: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(id, ...args);
}

/** Enter in whatever is asked. */
export const ACCEPT = "workbench.action.acceptSelectedQuickOpenItem";

/** Answers all that a command asks, by these commands of the editor again and again, until it is done. */
export async function answering<T>(asking: Thenable<T>, answers: readonly string[] = [ACCEPT]): Promise<T> {
  const timer = setInterval(() => {
    for (const answer of answers) void runCommand(answer);
  }, 200);
  try {
    return await asking;
  } finally {
    clearInterval(timer);
  }
}

/** Closes every editor; unsaved changes are thrown away. */
export async function closeAllEditors(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await runCommand("workbench.action.files.revert");
  }
  await runCommand("workbench.action.closeAllEditors");
}

/** Sets workspace settings for a test; the answer puts the old values back. */
export async function withSettings(values: Record<string, unknown>): Promise<() => Promise<void>> {
  const set = async (entries: readonly (readonly [string, unknown])[]): Promise<void> => {
    for (const [key, value] of entries) {
      await vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Workspace);
    }
  };
  const before = Object.keys(values).map(
    (key) => [key, vscode.workspace.getConfiguration().inspect(key)?.workspaceValue] as const,
  );
  await set(Object.entries(values));
  return () => set(before);
}

/** Whether this is the extension host in a web worker. */
export const inWebWorker = vscode.env.uiKind === vscode.UIKind.Web && typeof process === "undefined";

/** What a test does with the notebook of its own. */
export interface TestNotebook {
  at(path: string): vscode.Uri;
  /** The paths of all its files, sorted. */
  files(): Promise<string[]>;
}

/** Gives each test of a suite an empty folder as its notebook, and the workspace its own one back. */
export function inFreshNotebook(): TestNotebook {
  let folder: vscode.Uri | undefined;
  let restore: (() => Promise<void>) | undefined;
  const root = (): vscode.Uri => {
    if (folder === undefined) throw new Error("a notebook is there only within a test");
    return folder;
  };
  beforeEach(async () => {
    await activeExtension();
    folder = await freshFolder();
    restore = await withSettings({ "tomaknote.notebook": folder.path.slice(workspaceFolder().path.length + 1) });
  });
  afterEach(async () => {
    await closeAllEditors();
    await restore?.();
  });
  return { at: (path) => vscode.Uri.joinPath(root(), path), files: () => filesUnder(root()) };
}

/** Today in Seoul, `YYYY-MM-DD`: the day notes are written on unless a test's settings say otherwise. */
export function today(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(Date.now());
}

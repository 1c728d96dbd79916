import { FileSystemError, Uri, workspace } from "vscode";

/** How often it is looked whether what was written is there: another window may have written at the same moment. */
const TRIES = 5;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The same as on Node where the editor alone reaches a file: its file systems cannot append, so all of it is read, written
 * and read again. What another window wrote over meanwhile is added once more.
 */
export async function appendToFile(uri: Uri, compose: (lastLines: string) => string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await read(uri);
    const addition = new TextEncoder().encode(compose(decoder.decode(before.slice(-65_536))));
    const after = new Uint8Array(before.length + addition.length);
    after.set(before);
    after.set(addition, before.length);
    await workspace.fs.createDirectory(Uri.joinPath(uri, ".."));
    await workspace.fs.writeFile(uri, after);
    if (decoder.decode(await read(uri)).includes(decoder.decode(addition).trim())) return;
  }
  throw new Error(`${uri.path}: what was added is written over each time`);
}

async function read(uri: Uri): Promise<Uint8Array> {
  try {
    return await workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") return new Uint8Array();
    throw error;
  }
}

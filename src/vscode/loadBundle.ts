import { type Uri, workspace } from "vscode";

/** What a bundle may ask for, by the name it asks with. */
export type SharedModules = Readonly<Record<string, unknown>>;

const loaded = new Map<string, Promise<unknown>>();

/**
 * Loads one of the extension's own bundles in a web worker, where `require` knows only `vscode` and an import has no
 * folder to start from. The editor evaluates our main bundle in the same way. `Exports` is what the bundle exports.
 * @param shared what the bundle's `require` knows
 */
export function loadBundle<Exports>(uri: Uri, shared: SharedModules): Promise<Exports> {
  const key = uri.toString();
  let bundle = loaded.get(key);
  if (bundle === undefined) {
    bundle = evaluate(uri, shared);
    loaded.set(key, bundle);
    bundle.catch(() => loaded.delete(key));
  }
  // The bundle is built from the module whose type the caller names.
  return bundle as Promise<Exports>;
}

async function evaluate(uri: Uri, shared: SharedModules): Promise<unknown> {
  const module = { exports: {} };
  const require = (name: string): unknown => {
    if (!Object.hasOwn(shared, name)) throw new Error(`${uri.path} asks for ${name}`);
    return shared[name];
  };
  const run = new Function("module", "exports", "require", await readSource(uri));
  run(module, module.exports, require);
  return module.exports;
}

/** On the web an extension lies at an address of the editor's own server, which its file systems do not reach. */
async function readSource(uri: Uri): Promise<string> {
  if (!/^https?$/.test(uri.scheme)) return new TextDecoder().decode(await workspace.fs.readFile(uri));
  const response = await fetch(uri.toString(true));
  if (!response.ok) throw new Error(`${uri.path}: ${response.status}`);
  return response.text();
}

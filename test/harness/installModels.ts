import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { modelExtension } from "./paths.ts";

/** Puts the language models of tests into a folder of extensions that no editor has used yet: a server develops only one. */
export function installModels(extensionsDir: string): void {
  const manifest: unknown = JSON.parse(readFileSync(path.join(modelExtension, "package.json"), "utf8"));
  // The form of the file beside this one.
  const { publisher, name, version } = manifest as Readonly<Record<string, string>>;
  cpSync(modelExtension, path.join(extensionsDir, `${publisher}.${name}-${version}`), { recursive: true });
}

import { commands } from "vscode";
import { type ContextKeys, contextKeyId } from "../ids.ts";

/** Sets a key that the manifest's `when` clauses read. */
export function setContext<Key extends keyof ContextKeys>(key: Key, value: ContextKeys[Key]): void {
  void commands.executeCommand("setContext", contextKeyId(key), value);
}

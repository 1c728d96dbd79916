import type { OpenNotebook } from "../openNotebook.ts";
import type { Options, Terminal } from "./run.ts";

/** What a command of the terminal gets. */
export interface CommandInput {
  readonly notebook: OpenNotebook;
  readonly options: Options;
  readonly args: readonly string[];
  readonly terminal: Terminal;
}

import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import manifest from "../../../package.json" with { type: "json" };
import type { Clock } from "../../core/calendar/clock.ts";
import type { Engines } from "../../core/engines.ts";
import { describeFault } from "../fault.ts";
import { openNotebook } from "../openNotebook.ts";
import { check } from "./check.ts";
import { find } from "./find.ts";
import { fixedClock } from "./fixedClock.ts";
import { importPosts } from "./importPosts.ts";
import { list } from "./list.ts";
import { newNote } from "./newNote.ts";
import { publish } from "./publish.ts";
import { recall } from "./recall.ts";
import { retro } from "./retro.ts";
import { tags } from "./tags.ts";
import { Failure, USAGE, UsageError } from "./usage.ts";

export interface Terminal {
  readonly cwd: string;
  readonly clock: Clock;
  readonly engines: Engines;
  write(text: string): void;
  writeError(text: string): void;
}

const OPTIONS = {
  notebook: { type: "string" },
  now: { type: "string" },
  day: { type: "string" },
  link: { type: "string" },
  tag: { type: "string", multiple: true },
  month: { type: "string" },
  as: { type: "string" },
  limit: { type: "string" },
  out: { type: "string" },
  json: { type: "boolean" },
  stdout: { type: "boolean" },
  check: { type: "boolean" },
  previous: { type: "boolean" },
  date: { type: "string" },
  force: { type: "boolean" },
  due: { type: "boolean" },
  "dry-run": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

export type Options = ReturnType<typeof parse>["values"];

const COMMANDS = { new: newNote, list, find, import: importPosts, retro, publish, check, tags, recall } as const;

/** Which options each command knows; any other is a mistake worth saying. */
const KNOWN_OPTIONS: Readonly<Record<keyof typeof COMMANDS, readonly (keyof Options)[]>> = {
  new: ["day", "link", "tag"],
  list: ["json", "month"],
  find: ["json", "limit"],
  import: ["month", "as", "dry-run"],
  retro: ["previous", "out", "stdout", "check"],
  publish: ["check", "date", "force", "json"],
  check: ["month"],
  tags: ["json"],
  recall: ["due", "json"],
};

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

/** Runs one command line and returns its exit code: 0 done, 1 not done or problems found, 2 not understood. */
export async function run(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  try {
    const { values, positionals } = parseArguments(args);
    if (values.version) return say(terminal, `${manifest.version}\n`);
    const [name, ...rest] = positionals;
    if (values.help || name === undefined) {
      if (values.help) return say(terminal, USAGE);
      throw new UsageError("무엇을 할지 적어 주세요.");
    }
    if (!isCommand(name)) throw new UsageError(`그런 명령은 없어요: ${name}`);
    refuseUnknown(name, values);
    const root = resolve(terminal.cwd, values.notebook ?? ".");
    if (!(await isFolder(root))) throw new Failure(`노트 폴더가 없어요: ${root} --notebook에 있는 폴더를 적어 주세요.`);
    const notebook = await openNotebook(root, terminal.engines);
    for (const warning of notebook.warnings) terminal.writeError(`${warning}\n`);
    const clock = values.now === undefined ? terminal.clock : fixedClock(values.now, notebook.settings.dayRule);
    return await COMMANDS[name]({ notebook, options: values, args: rest, terminal: { ...terminal, clock } });
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.writeError(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    terminal.writeError(`${error instanceof Failure ? error.message : describeFault(error)}\n`);
    return 1;
  }
}

function parseArguments(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const option = /'(-[^' ]+)/.exec(error.message)?.[1];
    throw new UsageError(
      option === undefined ? "쓰는 법이 맞지 않아요." : `${option} 옵션을 알 수 없거나 값이 빠졌어요.`,
    );
  }
}

function isCommand(name: string): name is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, name);
}

function refuseUnknown(name: keyof typeof COMMANDS, options: Options): void {
  const known = new Set<string>([...KNOWN_OPTIONS[name], "notebook", "now", "help", "version"]);
  const unknown = Object.keys(options).find((option) => !known.has(option));
  if (unknown !== undefined) throw new UsageError(`tomaknote ${name}에는 --${unknown} 옵션이 없어요.`);
}

function say(terminal: Terminal, text: string): 0 {
  terminal.write(text);
  return 0;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

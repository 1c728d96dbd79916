import manifest from "../../package.json" with { type: "json" };
import { type DayRule, parseTimeOfDay } from "../../src/core/calendar/zone.ts";
import type { Note, NotePath } from "../../src/core/note/note.ts";
import { type NoteRules, readNotes } from "../../src/core/note/readNote.ts";
import { NEVER_CANCELLED } from "../../src/core/notebook/files.ts";
import { loadNotes } from "../../src/core/notebook/loadNotes.ts";
import type { Notebook } from "../../src/core/notebook/notebook.ts";
import { NotebookIndex } from "../../src/core/notebook/notebookIndex.ts";
import { noteRulesOf } from "../../src/core/settings/noteRules.ts";
import { readSettings, type SettingKey, type Settings } from "../../src/core/settings/settings.ts";
import { decodeText } from "../../src/core/text/decode.ts";
import { engines } from "../../src/engines.ts";
import { MemoryFiles } from "./memoryFiles.ts";

const defaults: ReadonlyMap<string, { readonly default: unknown }> = new Map(
  Object.entries(manifest.contributes.configuration.properties),
);

/** The default of a setting, as the manifest has it. */
export function defaultOf(key: SettingKey): unknown {
  return defaults.get(`tomaknote.${key}`)?.default;
}

export type SettingValues = Partial<Readonly<Record<SettingKey, unknown>>>;

/** The manifest's defaults with some values changed; a value of the wrong form fails the test. */
export function settingsWith(values: SettingValues = {}): Settings {
  const { settings, problems } = readSettings({ get: (key) => values[key] ?? defaultOf(key), getDefault: defaultOf });
  if (problems.length > 0) throw new Error(`not a valid setting: ${JSON.stringify(problems)}`);
  return settings;
}

export const rulesOf = noteRulesOf;

export const defaultRules: NoteRules = rulesOf(settingsWith());

export function dayRule(timeZone = "Asia/Seoul", dayStartsAt = "00:00"): DayRule {
  const minutes = parseTimeOfDay(dayStartsAt);
  if (minutes === undefined) throw new RangeError(`no time of day: ${dayStartsAt}`);
  return { timeZone, dayStartsAt: minutes };
}

/** The one note of a file. */
export function noteOf(path: NotePath, text = "", rules = defaultRules): Note {
  const [note, ...more] = readNotes(path, text, rules);
  if (note === undefined || more.length > 0) throw new Error(`not one note: ${path}`);
  return note;
}

export interface MemoryNotebook extends Notebook {
  readonly files: MemoryFiles;
  readonly rules: NoteRules;
}

/** A notebook in memory, read in full. */
export async function memoryNotebook(
  contents: Readonly<Record<NotePath, string | Uint8Array | Error>>,
  values: SettingValues = {},
): Promise<MemoryNotebook> {
  const settings = settingsWith(values);
  const files = new MemoryFiles(contents, settings.exclude);
  const rules = rulesOf(settings);
  const index = new NotebookIndex();
  const paths = await files.list(NEVER_CANCELLED);
  index.apply({ read: await loadNotes(files, paths, rules, { concurrency: 4, cancellation: NEVER_CANCELLED }) });
  return {
    files,
    index,
    settings,
    rules,
    readText: async (path) => decodeText(await files.read(path)).text,
    engines,
  };
}

/** Puts a file into the notebook and its index. */
export function addNote(notebook: MemoryNotebook, path: NotePath, text: string): void {
  notebook.files.put(path, text);
  notebook.index.apply({ read: new Map([[path, readNotes(path, text, notebook.rules)]]) });
}

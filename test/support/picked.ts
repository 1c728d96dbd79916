import type { ImportFile } from "../../src/core/import/importFile.ts";
import type { ImportKind } from "../../src/core/import/importPaths.ts";
import { readKnownNotes } from "../../src/core/import/knownNotes.ts";
import { type NotesPlan, planNotes } from "../../src/core/import/planNotes.ts";
import { readPicked } from "../../src/core/import/readPicked.ts";
import { NEVER_CANCELLED } from "../../src/core/notebook/files.ts";
import type { Site } from "../../src/core/settings/settings.ts";
import { nameKey } from "../../src/core/text/nfc.ts";
import { parseMarkdown } from "../../src/markdown.ts";
import { renderTemplate } from "../../src/templates.ts";
import { addNote, defaultRules, type MemoryNotebook } from "./notebook.ts";

const STEPS = { cancellation: NEVER_CANCELLED };

/** Files as they are picked, in memory. */
export function filesOf(contents: Readonly<Record<string, string | Uint8Array>>): readonly ImportFile[] {
  return Object.entries(contents).map(([path, content]) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    return { path, size: bytes.length, read: async () => bytes };
  });
}

export const read = (files: readonly ImportFile[]) => readPicked(files, defaultRules, parseMarkdown, STEPS);

/** What bringing files into a notebook would create. */
export async function planInto(
  notebook: MemoryNotebook,
  files: readonly ImportFile[],
  { as = "post", site = "plain" }: { as?: ImportKind; site?: Site } = {},
): Promise<NotesPlan> {
  const { notes } = await read(files);
  const planned = await planNotes(
    notes,
    as,
    files,
    {
      rules: defaultRules,
      parse: parseMarkdown,
      render: renderTemplate,
      tomakPath: notebook.settings.tomak.path,
      tilPath: notebook.settings.til.path,
      site,
      known: await readKnownNotes(notebook, NEVER_CANCELLED),
      taken: new Set([...notebook.index.paths()].map(nameKey)),
    },
    STEPS,
  );
  if (!planned.ok) throw new Error(JSON.stringify(planned.problem));
  return planned.plan;
}

/** Brings files into a notebook, as the commands do. */
export async function bringInto(
  notebook: MemoryNotebook,
  files: readonly ImportFile[],
  options?: Parameters<typeof planInto>[2],
): Promise<NotesPlan> {
  const plan = await planInto(notebook, files, options);
  for (const { path, text } of plan.items) addNote(notebook, path, text);
  return plan;
}

import { knownTags } from "../../core/notebook/tagNotes.ts";
import { tagSpellings } from "../../core/notebook/tagSpellings.ts";
import type { CommandInput } from "./command.ts";
import { UsageError } from "./usage.ts";

/** `tags`: every tag with the number of its notes, most used first, and what may be one tag in several spellings. */
export async function tags({ notebook, options, args, terminal }: CommandInput): Promise<0> {
  if (args.length > 0) throw new UsageError("tags에는 옵션만 쓸 수 있어요.");
  const known = knownTags(notebook.index.notes());
  const suggestions = tagSpellings(known);
  if (options.json) {
    terminal.write(`${JSON.stringify({ tags: known, suggestions }, null, 2)}\n`);
    return 0;
  }
  for (const { tag, count } of known) terminal.write(`${String(count).padStart(5)}  ${tag}\n`);
  if (suggestions.length > 0) terminal.write("\n같은 태그일지 모르는 것\n");
  for (const group of suggestions) terminal.write(`  ${group.tags.map(({ tag }) => tag).join(" / ")}\n`);
  return 0;
}

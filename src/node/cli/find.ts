import { dayAt } from "../../core/calendar/zone.ts";
import { NEVER_CANCELLED } from "../../core/notebook/files.ts";
import type { SearchHit } from "../../core/search/noteSearch.ts";
import { countLines, lineEnd, lineStart } from "../../core/search/noteText.ts";
import { isEmptyQuery, readSearchQuery, type SearchQuery } from "../../core/search/searchQuery.ts";
import { spotOf } from "../../core/search/spotOf.ts";
import type { CommandInput } from "./command.ts";
import { UsageError } from "./usage.ts";

/** `find`: notes with all of these words, best first, as `path:line: text`. Exit code 1 when there are none. */
export async function find({ notebook, options, args, terminal }: CommandInput): Promise<0 | 1> {
  const today = dayAt(terminal.clock.now(), notebook.settings.dayRule);
  const input = args.join(" ");
  const query = readSearchQuery(input, today);
  if (isEmptyQuery(query)) throw new UsageError("find에는 찾을 낱말을 적어 주세요.");
  const limit = limitOf(options.limit);
  const { files, index } = notebook;
  const openSearch = await notebook.engines.loadSearch();
  const search = await openSearch({ files, index, concurrency: 32, cancellation: NEVER_CANCELLED });
  const hits = await search.search(input, { today, limit, cancellation: NEVER_CANCELLED, thorough: true });
  const found: Found[] = [];
  for (const hit of hits) found.push(await foundAt(hit, query, notebook.readText));
  if (options.json) terminal.write(`${JSON.stringify(found, null, 2)}\n`);
  else for (const { path, line, text } of found) terminal.write(`${path}:${line}: ${text}\n`);
  return found.length === 0 ? 1 : 0;
}

/** The shape of `find --json`; `line` counts from 1, unknown values are null. */
interface Found {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly level: SearchHit["level"];
  readonly kind: string;
  readonly title: string;
  readonly date: string | null;
  readonly tags: readonly string[];
}

async function foundAt(
  { note, level, line }: SearchHit,
  { words, tags }: SearchQuery,
  readText: CommandInput["notebook"]["readText"],
): Promise<Found> {
  const { path, kind, title, date } = note;
  const at = line ?? (note.problem === undefined ? lineOf(await readText(path), note, [...words, ...tags]) : undefined);
  return {
    path,
    line: (at?.line ?? 0) + 1,
    text: at?.text ?? title,
    level,
    kind,
    title,
    date: date?.text ?? null,
    tags: note.tags,
  };
}

/** The line that says what titles and tags were found by; the title where none does, as in a file's name. */
function lineOf(text: string, note: SearchHit["note"], words: SearchQuery["words"]): { line: number; text: string } {
  const { start, end } = spotOf(text, note, words);
  return {
    line: countLines(text, start),
    text: start === end ? note.title : text.slice(lineStart(text, start), lineEnd(text, start)),
  };
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return Number.MAX_SAFE_INTEGER;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError("--limit에는 1보다 작지 않은 수를 적어 주세요.");
  return Number(text);
}

import type { QuickPickItem } from "vscode";
import { KIND_LABELS } from "../../core/note/kind.ts";
import { matchesIn } from "../../core/search/matchText.ts";
import type { SearchHit } from "../../core/search/noteSearch.ts";
import type { SearchQuery } from "../../core/search/searchQuery.ts";
import { searchable } from "../../core/text/hangul.ts";
import { KIND_ICONS } from "./treeItem.ts";

/** A row of the pick; one without a hit only says something. */
export interface HitItem extends QuickPickItem {
  readonly hit?: SearchHit;
}

/** How much of a line is shown before its match, and altogether. */
const BEFORE = 24;
const LONGEST = 120;

type Marks = readonly (readonly [start: number, end: number])[];

/** The row of a hit: its title, its kind and day, and below them the line with the match. */
export function hitItem(hit: SearchHit, query: SearchQuery): HitItem {
  const { note } = hit;
  return {
    label: `$(${note.problem ? "warning" : KIND_ICONS[note.kind]}) ${asText(note.title)}`,
    description: [KIND_LABELS[note.kind], note.date?.text].filter(Boolean).join(" · "),
    detail: detailOf(hit, query),
    // The pick has its own idea of what matches what is typed; ours is the one that counts.
    alwaysShow: true,
    hit,
  };
}

function detailOf({ note, level, line }: SearchHit, query: SearchQuery): string {
  if (line !== undefined) return marked(line.text, line.matches, query);
  if (level === "tag" || query.tags.length > 0) {
    const text = note.tags.map((tag) => `#${tag}`).join(" ");
    return marked(text, matchesIn(text, [...query.tags, ...query.words]), query);
  }
  return asText(note.excerpt.split("\n")[0] ?? "");
}

/**
 * A line with its matches in corner brackets, cut around the first of them. The editor itself sets off what is typed
 * where it stands as it is typed; there are no brackets then.
 */
function marked(line: string, matches: Marks, { words, tags }: SearchQuery): string {
  const [first] = matches;
  const start = first === undefined || first[0] <= BEFORE * 2 ? 0 : first[0] - BEFORE;
  const end = Math.min(line.length, start + LONGEST);
  const shown = matches.filter((match) => match[1] <= end);
  const isSetOff =
    words.length === 1 && tags.length === 0 && searchable(line.slice(start, end)).includes(words[0]?.text ?? "");
  let text = "";
  let at = start;
  for (const [from, to] of isSetOff ? [] : shown) {
    text += `${asText(line.slice(at, from))}「${asText(line.slice(from, to))}」`;
    at = to;
  }
  text += asText(line.slice(at, end));
  return `${start > 0 ? "…" : ""}${text.trim()}${end < line.length ? "…" : ""}`;
}

/** What the editor shows as this text: it takes `$(name)` for an icon. */
function asText(text: string): string {
  return text.replaceAll("$(", "\\$(").replace(/\s+/g, " ");
}

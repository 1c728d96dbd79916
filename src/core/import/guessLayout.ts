import type { DateSource } from "../note/dateEvidence/noteDate.ts";
import type { Note } from "../note/note.ts";
import type { Site } from "../settings/settings.ts";
import { nfc } from "../text/nfc.ts";

/** How the notes of a repository are laid out, as far as new ones can follow it. */
export interface Layout {
  /** In Korean: `Jekyll 블로그`. */
  readonly name: string;
  readonly noteCount: number;
  /** Where most of the days come from. */
  readonly source: DateSource;
  /** Values for the settings `tomak.path` and `til.path`. */
  readonly tomakPath: string;
  readonly tilPath: string;
}

/** Fewer notes show no habit. */
const FEWEST = 5;
/** The share of the dated notes that have to lie in the same way. */
const SHARE = 0.5;

/** The forms of a day in a name, and the pattern that writes it. */
const DAYS: readonly (readonly [form: RegExp, pattern: (separator: string) => string])[] = [
  [/^\d{4}-\d{2}-\d{2}/, () => "{{ date }}"],
  [/^\d{4}([._ ])\d{2}\1\d{2}/, (separator) => ["{{ year }}", "{{ month }}", "{{ day }}"].join(separator)],
  [/^\d{8}/, () => "{{ year }}{{ month }}{{ day }}"],
];

/**
 * How a repository names its notes, by the way most of its dated files are named; `undefined` when there is no such way, or
 * it is the way notes are made already.
 * @param current the path patterns that the settings have
 */
export function guessLayout(notes: readonly Note[], site: Site, current: readonly string[]): Layout | undefined {
  const dated = notes.filter(
    ({ date, range, kind }) => date?.precision === "day" && range === undefined && kind !== "retro",
  );
  const byPattern = new Map<string, number>();
  for (const note of dated) {
    const pattern = patternOf(note);
    if (pattern !== undefined) byPattern.set(pattern, (byPattern.get(pattern) ?? 0) + 1);
  }
  const [commonest] = [...byPattern].sort(([, a], [, b]) => b - a);
  if (commonest === undefined) return undefined;
  const [pattern, count] = commonest;
  if (count < FEWEST || count < dated.length * SHARE || current.includes(pattern)) return undefined;
  const hasTitle = pattern.includes("{{ slug }}");
  const layout = {
    name: nameOf(site, pattern),
    noteCount: notes.length,
    source: sourceOf(dated),
    tomakPath: pattern,
    // Two TIL of one day need two names.
    tilPath: hasTitle ? pattern : pattern.replace(/\.md$/, "-{{ slug }}.md"),
  };
  return layout;
}

/** The path with its day written as a pattern writes it; `undefined` where a pattern could not make the same. */
function patternOf({ path, date, title }: Note): string | undefined {
  const [year = "", month = "", day = ""] = date?.text.split("-") ?? [];
  const parts = nfc(path).split("/");
  const name = parts.pop() ?? "";
  const folders = parts.map((folder) =>
    folder === year
      ? "{{ year }}"
      : folder === month
        ? "{{ month }}"
        : folder === `${year}-${month}`
          ? "{{ year }}-{{ month }}"
          : folder,
  );
  // A folder with another number in it is one of many, and which of them comes next nobody knows.
  if (folders.some((folder) => /\d/.test(folder) && !folder.includes("{{"))) return undefined;
  const stem = name.replace(/\.(?:md|markdown)$/i, "");
  const extension = name.slice(stem.length);
  const isByTitle =
    (date?.source === "front-matter" || date?.source === "created") && !/^(?:index|readme)$/i.test(stem);
  if (isByTitle && !/\d{4}/.test(stem)) return [...folders, `{{ slug }}${extension}`].join("/");
  const file = stem === day && folders.includes("{{ month }}") ? "{{ day }}" : fileOf(stem, title);
  return file && [...folders, file + extension].join("/");
}

function fileOf(stem: string, title: string): string | undefined {
  for (const [form, pattern] of DAYS) {
    const match = form.exec(stem);
    if (!match) continue;
    const written = pattern(match[1] ?? "");
    const rest = stem.slice(match[0].length);
    if (rest === "") return written;
    const separator = /^[-_. ]+/.exec(rest)?.[0];
    // What stands behind it every day is part of the pattern; anything else is a title.
    if (separator !== undefined)
      return /^[-_ ]?(?:TIL|일기|일지)$/i.test(rest) && title !== ""
        ? written + rest
        : `${written}${separator}{{ slug }}`;
  }
  return undefined;
}

function sourceOf(dated: readonly Note[]): DateSource {
  const counts = new Map<DateSource, number>();
  for (const { date } of dated) if (date) counts.set(date.source, (counts.get(date.source) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "name";
}

function nameOf(site: Site, pattern: string): string {
  if (site === "hugo") return "Hugo 블로그";
  if (site !== "plain") return "Jekyll 블로그";
  return /(?:^|\/)_posts\//.test(pattern) ? "Jekyll 블로그" : /til/i.test(pattern) ? "TIL 저장소" : "노트 저장소";
}

/** Where the days come from, for `날짜는 …`. */
export const LAYOUT_SOURCES: Readonly<Record<DateSource, string>> = {
  name: "파일 이름에서",
  folder: "폴더 이름에서",
  "front-matter": "머리말에서",
  created: "머리말에서",
  heading: "제목에서",
  git: "Git에 처음 커밋한 날에서",
};

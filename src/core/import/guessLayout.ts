import { isDailyFolder } from "../note/dateEvidence/dateFromFolders.ts";
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
/** And of all notes: where hardly any has a day, those few show no habit. */
const SHARE_OF_ALL = 0.1;

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
  const own = notes.filter(({ leftOut }) => leftOut === undefined);
  const dated = own.filter(
    ({ date, range, kind }) => date?.precision === "day" && range === undefined && kind !== "retro",
  );
  const places = dated.map(placeOf).filter((place) => place !== undefined);
  const isHabit = ({ place, count }: Common): boolean =>
    count >= Math.max(FEWEST, dated.length * SHARE) && (isDaily(place) || count >= own.length * SHARE_OF_ALL);
  const place = [places, places.map(anyTopic)].map(commonest).find((common) => common && isHabit(common))?.place;
  const pattern = place && patternOf(hasTopics(place, places) ? anyTopic(place) : place);
  if (place === undefined || pattern === undefined || current.includes(pattern)) return undefined;
  return {
    name: nameOf(site, pattern),
    noteCount: notes.length,
    source: sourceOf(dated),
    tomakPath: pattern,
    // Two TIL of one day need two names.
    tilPath: place.name.includes("{{ slug }}") ? pattern : patternOf({ ...place, name: `${place.name}-{{ slug }}` }),
  };
}

/** Where a note lies, its day written as a pattern writes it. */
interface Place {
  readonly folder: string;
  /** Of the file, or of the folder that holds it as its `index.md`. */
  readonly name: string;
  /** `.md`, `/index.md`. */
  readonly end: string;
}

function patternOf({ folder, name, end }: Place): string {
  return (folder === "" ? "" : `${folder}/`) + name + end;
}

interface Common {
  readonly place: Place;
  readonly count: number;
}

function commonest(places: readonly Place[]): Common | undefined {
  const counts = new Map<string, Common>();
  for (const place of places) {
    const key = patternOf(place);
    counts.set(key, { place, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0];
}

/** `일기` beside folders of other notes. */
function isDaily({ folder }: Place): boolean {
  return folder.split("/").some(isDailyFolder);
}

/** Below `_posts` a site finds its posts wherever they lie, so that one whose topic nobody knows yet may lie in none. */
const TOPIC = /((?:^|\/)_posts)\/[^{}]+$/;

function anyTopic(place: Place): Place {
  return { ...place, folder: place.folder.replace(TOPIC, "$1") };
}

/** Whether the folder is that of a topic, one of several; those of a language and of TIL are what they are. */
function hasTopics({ folder }: Place, places: readonly Place[]): boolean {
  if (/\/(?:ko|kr|ko-kr|tils?)$/i.test(folder) || !TOPIC.test(folder)) return false;
  const common = folder.replace(TOPIC, "$1");
  return places.some((other) => other.folder !== folder && other.folder.replace(TOPIC, "$1") === common);
}

/** `undefined` where a pattern could not make the same. */
function placeOf({ path, date, title }: Note): Place | undefined {
  const [year = "", month = "", day = ""] = date?.text.split("-") ?? [];
  const parts = nfc(path).split("/");
  const file = parts.pop() ?? "";
  // A bundle: the folder has the note's name.
  const bundle = /^index\.(?:mdx?|markdown)$/i.test(file) ? parts.pop() : undefined;
  const stem = bundle ?? file.replace(/\.(?:mdx?|markdown)$/i, "");
  const end = bundle === undefined ? file.slice(stem.length) : `/${file}`;
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
  const folder = folders.join("/");
  const isByTitle = (date?.source === "front-matter" || date?.source === "created") && !/^readme$/i.test(stem);
  if (isByTitle && !/\d{4}/.test(stem)) return { folder, name: "{{ slug }}", end };
  const name = stem === day && folders.includes("{{ month }}") ? "{{ day }}" : nameOfDay(stem, title);
  return name === undefined ? undefined : { folder, name, end };
}

function nameOfDay(stem: string, title: string): string | undefined {
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
  if (/(?:^|\/)source\/_posts\//.test(pattern)) return "Hexo 블로그";
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

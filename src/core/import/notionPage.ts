import { normalizeTag } from "../note/frontMatter/tags.ts";
import { nfc } from "../text/nfc.ts";
import { composeNote } from "./composeNote.ts";
import type { ImportedNote } from "./importedNote.ts";
import { nameOf } from "./importFile.ts";
import { writtenStamp } from "./writtenStamp.ts";

const NAME = /^(.*?)[ _]?([0-9a-f]{32})\.(?:md|html?)$/i;
/** `키: 값`; what has a longer key is a sentence. */
const PROPERTY = /^([^\s:#>*`|[\]<-][^:\n]{0,39}):[ \t]+(\S.*)$/;
const TAG_KEY = /^(?:tags?|태그|키워드|keywords?|라벨|labels?)$/i;
const DAY_KEY =
  /^(?:date|날짜|일자|일시|(?:작성|학습|공부|기록|발행|게시)\s?(?:일시|일자|일|날짜)|published(?: date)?)$/i;
const CREATED_KEY = /^(?:created(?: ?(?:time|at|date))?|date created|생성\s?(?:일시|일자|일|시간|날짜))$/i;
const LINK_KEY = /^(?:url|link|링크|주소|출처|자료 ?링크)$/i;
/** Keys that mean something to a note: Notion's of that name mean something else. */
const OURS =
  /^(?:title|date|tags?|categor(?:y|ies)|kind|month|order|star|retro|link|source|draft|published|created.*|pubdate|layout)$/i;

/** The id that Notion puts behind every page's name. */
export function notionId(path: string): string | undefined {
  return NAME.exec(nameOf(path))?.[2]?.toLowerCase();
}

/** A page's title as its file is called. */
export function notionName(path: string): string {
  return nfc(NAME.exec(nameOf(path))?.[1] ?? nameOf(path)).trim();
}

/**
 * A page of a Notion export (Markdown & CSV): its title as a heading, its properties as lines below, its text. Properties
 * that mean nothing to a note stay in its front matter under their own names.
 */
export function readNotionPage(path: string, written: string, timeZone: string): ImportedNote {
  const lines = written
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .split("\n");
  const heading = /^#[ \t]+(.*)$/.exec(lines[0] ?? "")?.[1]?.trim();
  let at = heading === undefined ? 0 : 1;
  const skipBlank = (): void => {
    while (at < lines.length && (lines[at] ?? "").trim() === "") at++;
  };
  skipBlank();
  const first = at;
  const properties: [string, string][] = [];
  for (; heading !== undefined && at < lines.length; at++) {
    const match = PROPERTY.exec(lines[at] ?? "");
    if (match === null) break;
    properties.push([nfc(match[1] ?? "").trim(), (match[2] ?? "").trim()]);
  }
  // Below properties stands a blank line, or nothing: else they are the beginning of the text.
  if (at < lines.length && (lines[at] ?? "").trim() !== "") {
    properties.length = 0;
    at = first;
  }
  return notionNote({ path, title: heading, properties, body: lines.slice(at).join("\n") }, timeZone);
}

export interface NotionParts {
  readonly path: string;
  readonly title: string | undefined;
  readonly properties: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** Where the file's name has none. */
  readonly id?: string | undefined;
}

/** A note of what a page is called, what is known of it and what is written on it. */
export function notionNote(page: NotionParts, timeZone: string): ImportedNote {
  const { path, properties, body } = page;
  const take = (key: RegExp): string | undefined => properties.find(([name]) => key.test(name))?.[1];
  const dated = [DAY_KEY, CREATED_KEY].flatMap((key) => properties.filter(([name]) => key.test(name)));
  const date = dated.map(([, value]) => writtenStamp(value, timeZone)).find((stamp) => stamp !== undefined);
  const link = take(LINK_KEY);
  const isLink = link !== undefined && /^https?:\/\/\S+$/i.test(link);
  const more = properties
    .filter(([key, value]) => !TAG_KEY.test(key) && !(isLink && value === link && LINK_KEY.test(key)))
    .filter(
      ([key, value]) => !(date !== undefined && dated.some(([name]) => name === key) && isUsed(value, date, timeZone)),
    )
    .map(([key, value]) => [OURS.test(key) ? `notion ${key}` : key, value] as const);
  const id = notionId(path) ?? page.id;
  const source = id === undefined ? undefined : `notion:${id}`;
  const tags = (take(TAG_KEY) ?? "")
    .split(",")
    .map(normalizeTag)
    .filter((tag) => tag !== "");
  const text = composeNote({
    title: page.title || notionName(path) || "제목 없음",
    date,
    tags: [...new Set(tags)],
    more: distinct(more),
    link: isLink ? link : undefined,
    source,
    body,
  });
  return { origin: "notion", from: path, text, ...(source !== undefined && { source }) };
}

function isUsed(value: string, date: string, timeZone: string): boolean {
  return !value.includes("→") && writtenStamp(value, timeZone) === date;
}

/** A key stands once in YAML; the values of a second one go with the first. */
function distinct(fields: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const byKey = new Map<string, string>();
  for (const [key, value] of fields) byKey.set(key, byKey.has(key) ? `${byKey.get(key)}, ${value}` : value);
  return [...byKey];
}

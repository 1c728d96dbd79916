import { stringify as stringifyToml } from "smol-toml";
import { stringify as stringifyYaml } from "yaml";
import type { FrontMatterFormat } from "../note/frontMatter/frontMatter.ts";
import { renderList, renderText } from "../note/frontMatter/render.ts";
import type { Picture, RetroSettings, Site } from "../settings/settings.ts";
import { siteFrontMatter } from "./site.ts";

export interface DraftHeader {
  readonly title: string;
  /** As of `stampAtStartOf`: `2025-06-01 00:00:00 +0900`. */
  readonly date: string;
  readonly settings: Pick<RetroSettings, "categories" | "tags" | "frontMatter">;
  readonly site: Site;
  readonly format: FrontMatterFormat;
  /** What the draft shows. */
  readonly picture: Picture;
}

/** A draft's whole front matter, from its opening to its closing line, without the line break after it. */
export function draftHeader({ title, date, settings, site, format, picture }: DraftHeader): string {
  const line = format === "toml" ? "+++" : "---";
  const field = (key: string, value: string) => (format === "toml" ? `${key} = ${value}` : `${key}: ${value}`);
  const own = [
    field("title", renderText(format, title, "plain")),
    field("date", format === "toml" ? tomlDate(date) : date),
    field("categories", renderList(format, settings.categories)),
    field("tags", renderList(format, settings.tags)),
  ];
  return `${line}\n${own.join("\n")}\n${moreFrontMatter(settings.frontMatter, { site, format, picture })}${line}`;
}

/** Keys the draft writes itself. */
const OWN_KEYS: ReadonlySet<string> = new Set(["title", "date", "categories", "tags"]);

/** What the person and the site add, each line ended; empty when they add nothing. */
export function moreFrontMatter(
  more: Readonly<Record<string, unknown>>,
  { site, format = "yaml", picture = "none" }: Pick<DraftHeader, "site"> & Partial<DraftHeader>,
): string {
  const fields = Object.entries({ ...more, ...missing(siteFrontMatter(site, picture), more) });
  const added = Object.fromEntries(fields.filter(([key]) => !OWN_KEYS.has(key)));
  if (Object.keys(added).length === 0) return "";
  return format === "toml" ? stringifyToml(withoutNull(added)) : stringifyYaml(added, { lineWidth: 0 });
}

function missing(wanted: Readonly<Record<string, unknown>>, there: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(wanted).filter(([key]) => !Object.hasOwn(there, key)));
}

/** TOML has no null: such a key is left out, in a list it is empty text. Settings are JSON, so nothing else is amiss. */
function withoutNull(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const clean = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => (item === null ? "" : clean(item)));
    return typeof value === "object" && value !== null ? withoutNull({ ...value }) : value;
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value === null ? [] : [[key, clean(value)]])),
  );
}

/** `2025-06-01 00:00:00 +0900` as TOML writes a moment: `2025-06-01T00:00:00+09:00`. */
function tomlDate(stamp: string): string {
  return stamp.replace(/^(\S+) (\S+) ([+-]\d{2})(\d{2})$/, "$1T$2$3:$4");
}

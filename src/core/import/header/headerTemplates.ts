import { guessHeader, type HeaderHabit } from "./guessHeader.ts";
import { headerTemplate } from "./headerTemplate.ts";

/** Templates for new notes that begin as those of a repository do. */
export interface HeaderTemplates {
  /** In Korean, before `적을까요?`: `머리말(YAML)을 title, date, tag 순서로`. */
  readonly description: string;
  readonly til: string;
  readonly tomak: string;
}

/** Templates after the habit that these texts show; `undefined` where they show none. */
export function headerTemplates(texts: readonly string[]): HeaderTemplates | undefined {
  const habit = guessHeader(texts);
  if (habit === undefined) return undefined;
  return { description: describe(habit), til: headerTemplate(habit, "til"), tomak: headerTemplate(habit, "tomak") };
}

const MOST_NAMED = 7;

function describe({ format, keys, heading }: HeaderHabit): string {
  const title = heading === undefined ? "" : `'${heading}제목'으로`;
  if (format === "none") return `머리말 없이 ${title}`.trim();
  const names = keys.map(({ key }) => key.trim());
  const listed = names.slice(0, MOST_NAMED).join(", ") + (names.length > MOST_NAMED ? " …" : "");
  return `머리말(${format.toUpperCase()})을 ${listed} 순서로${title === "" ? "" : `, 글을 ${title}`}`;
}

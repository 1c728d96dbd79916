import type { FrontMatterValue } from "../../note/frontMatter/frontMatter.ts";
import { readFrontMatter } from "../../note/frontMatter/read.ts";
import type { Note } from "../../note/note.ts";
import type { Notebook } from "../../notebook/notebook.ts";
import { bodyOf } from "../../retro/retroNotes.ts";
import type { Series } from "./findSeries.ts";
import { type HeadingNumbers, headingNumbers, nextHeadingNumber } from "./headingNumbers.ts";

/** Where a series goes on. */
export interface SeriesPart {
  readonly number: number;
  /** What its first heading begins with: `## 61.` */
  readonly heading: string;
  /** What the first heading below begins with (`### 61.1`); empty where those are not numbered. */
  readonly subheading: string;
  /** As its last post has them. */
  readonly tags: readonly string[];
  readonly categories: readonly string[];
}

/** A series that begins. */
export const FIRST_PART: SeriesPart = {
  number: 1,
  heading: "## 1.",
  subheading: "### 1.1",
  tags: [],
  categories: [],
};

/** So many of the last posts tell whether headings number on. */
const ASKED_POSTS = 3;

/** What the next post of a series takes over from the last ones. */
export async function seriesPart(notebook: Notebook, { posts, next }: Series): Promise<SeriesPart> {
  const last = posts.at(-1);
  const numbers: (HeadingNumbers | undefined)[] = [];
  for (const post of posts.slice(-ASKED_POSTS)) numbers.push(headingNumbers(await bodyOf(notebook, post)));
  const form = numbers.findLast((found) => found !== undefined);
  const number = nextHeadingNumber(numbers);
  return {
    number: next.number,
    heading: form === undefined || number === undefined ? "##" : `${form.marks} ${number}${form.after}`,
    subheading: form?.below === undefined || number === undefined ? "" : `${form.below} ${number}.1`,
    tags: last?.tags ?? [],
    categories: last === undefined ? [] : await categoriesOf(notebook, last),
  };
}

async function categoriesOf(notebook: Notebook, note: Note): Promise<readonly string[]> {
  if (note.problem !== undefined || note.range !== undefined) return [];
  const { data } = readFrontMatter(await notebook.readText(note.path));
  const value: FrontMatterValue = data.get("categories") ?? data.get("category") ?? null;
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

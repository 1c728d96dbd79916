/** Line break of a file: the one after its first line. */
export type Eol = "\n" | "\r\n" | "\r";

export type FrontMatterFormat = "yaml" | "toml";

/** Where the front matter stands in the text; UTF-16 offsets. */
export interface FrontMatterBlock {
  readonly format: FrontMatterFormat;
  /** The first character of the opening line (1 after a BOM, else 0). */
  readonly start: number;
  /** The first character after the opening line. */
  readonly contentStart: number;
  /** The first character of the closing line. */
  readonly contentEnd: number;
  /** The first character after the closing line and its line break. */
  readonly end: number;
  readonly eol: Eol;
}

/**
 * A value as its author wrote it: dates, numbers and booleans stay text (`007`, `1.10`, `yes`), quotes and escapes are
 * undone. An empty value, `null` and `~` are `null`.
 */
export type FrontMatterValue = string | null | readonly FrontMatterValue[] | FrontMatterData;

/** Keys as written, outer spaces removed. A map, so that a key such as `__proto__` is only a key. */
export type FrontMatterData = ReadonlyMap<string, FrontMatterValue>;

export interface FrontMatterProblem {
  readonly code: "syntax" | "duplicate-key" | "not-a-mapping" | "too-complex";
  /** Line in the file, from 1. */
  readonly line: number;
  /** English, for the log. */
  readonly detail: string;
}

export interface FrontMatter {
  readonly block?: FrontMatterBlock;
  /** With a problem: what could still be read without guessing. */
  readonly data: FrontMatterData;
  /** Offset of the first character after the front matter (after the BOM when there is none). */
  readonly bodyStart: number;
  /** Present when the block is broken: nothing may be written into it. */
  readonly problem?: FrontMatterProblem;
}

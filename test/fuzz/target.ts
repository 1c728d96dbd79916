import type fc from "fast-check";

/** A parser or an edit, and what must hold of it for any input. */
export interface Target {
  readonly name: string;
  /** Its share of all cases, beside the others'. */
  readonly share: number;
  /** Texts of its own, in place of any note's. */
  readonly texts?: fc.Arbitrary<string>;
  /** What is repeated to see how its time grows, in place of any note's pieces. */
  readonly fragments?: readonly string[];
  /** Throws when something does not hold. */
  readonly run: (text: string, words: string, path: string) => unknown;
}

import { fenceAfter } from "../../note/noteBody.ts";

/** The numbers of a post's headings: `## 46.`, with `### 46.1` below. */
export interface HeadingNumbers {
  readonly first: number;
  readonly last: number;
  /** As written, to go on in the same way: `## 46.`, `# 46)`, `## 46장`. */
  readonly marks: string;
  readonly after: string;
  /** Of the headings below, when those are numbered too: `###`. */
  readonly below: string | undefined;
}

const NUMBERED = /^ {0,3}(#{1,5})[ \t]+(?:[*_]{1,2})?(\d{1,4})(?:\.(\d{1,3}))?(\.|\)|장|강|편|회|차시)?(?=[ \t.*_:]|$)/;

/** `undefined` for a post whose headings are not numbered. */
export function headingNumbers(body: string): HeadingNumbers | undefined {
  let fence: string | undefined;
  const numbers: number[] = [];
  let marks: string | undefined;
  let after = "";
  let below: string | undefined;
  for (const line of body.split(/\r\n|\n|\r/)) {
    const before = fence;
    fence = fenceAfter(line, fence);
    if (before !== undefined || fence !== undefined) continue;
    const [, level, number, part, sign = ""] = NUMBERED.exec(line.slice(0, 40)) ?? [];
    if (level === undefined || number === undefined) continue;
    if (part !== undefined) {
      if (marks !== undefined && level.length > marks.length) below ??= level;
      continue;
    }
    // `## 2024 회고` is a year, not a number.
    if (sign === "" || (marks !== undefined && level !== marks)) continue;
    marks = level;
    after = sign;
    numbers.push(Number(number));
  }
  if (marks === undefined) return undefined;
  return { first: Math.min(...numbers), last: Math.max(...numbers), marks, after, below };
}

/**
 * The number of the next post's first heading: after the last of the series where its posts number on from one to the
 * next, else 1; `undefined` where headings are not numbered.
 *
 * @param posts the numbers of the last posts, the latest last
 */
export function nextHeadingNumber(posts: readonly (HeadingNumbers | undefined)[]): number | undefined {
  const [last, before] = posts.filter((numbers) => numbers !== undefined).reverse();
  if (last === undefined) return undefined;
  const numbersOn = before === undefined ? last.first > 1 : last.first > before.first;
  return numbersOn ? Math.max(last.last, before?.last ?? 0) + 1 : 1;
}

import { nfc } from "../text/nfc.ts";
import { stemOf } from "./dateEvidence/dateFromName.ts";
import { scanDate } from "./dateEvidence/scanDate.ts";
import type { NotePath } from "./note.ts";

const COUNT =
  /^(?:제?\s?\d{1,4}\s?(?:일차|주차|회차|강|장|편|화|차시|번째|주|일|월)|(?:day|week|d[-+]|#)[-_ ]?\d{1,4}|\d{1,4}[-_ ]?(?:days?|weeks?))$/i;

/**
 * The words in brackets that a file's name begins with, behind its date if it has one: `[백준] 1001.md`,
 * `2022-01-05-[Java][Spring] 빈.md`. Dates, numbers and counts (`[4일차]`) in brackets are no
 * tags.
 */
export function nameTags(path: NotePath): readonly string[] {
  const open = path.lastIndexOf("[");
  if (open <= path.lastIndexOf("/")) return [];
  const stem = stemOf(nfc(path.slice(path.lastIndexOf("/") + 1)));
  const found = scanDate(stem);
  const rest = (found?.start ?? 1) <= 1 && stem.indexOf("[") !== 0 ? stem.slice(found?.end ?? 0) : stem;
  const tags: string[] = [];
  const bracket = /[-_. \])]{0,4}\[([^[\]]{1,20})\]/y;
  for (let match = bracket.exec(rest); match; match = bracket.exec(rest)) {
    const tag = (match[1] ?? "").trim();
    if (/\p{L}/u.test(tag) && !COUNT.test(tag.replace(/^_([^_]+)_$/, "$1")) && scanDate(tag) === undefined)
      tags.push(tag);
  }
  return tags;
}

import type { TextEdit } from "../../text/edit.ts";
import type { FieldSpot, SpotOf } from "./fieldSpot.ts";

/** Puts a value where none is; what stands behind (a comment, spaces) stays. */
export function fillEmpty(field: FieldSpot, { start, end }: SpotOf<"empty">, rendered: string): TextEdit {
  return start === end
    ? { start: field.afterSeparator, end: field.afterSeparator, newText: ` ${rendered}` }
    : { start, end, newText: rendered };
}

import { parseYearMonth, type YearMonth } from "../calendar/month.ts";
import type { NotePath } from "../note/note.ts";

/** The month of a tree row, from the argument a menu passes to a command. */
export function monthOfNode(node: unknown): YearMonth | undefined {
  const month = typeof node === "object" && node !== null && "month" in node ? node.month : undefined;
  return typeof month === "string" ? parseYearMonth(month) : undefined;
}

/** The file of a note's row, from the argument a menu passes to a command. */
export function pathOfNode(node: unknown): NotePath | undefined {
  const note: unknown = typeof node === "object" && node !== null && "note" in node ? node.note : undefined;
  const path = typeof note === "object" && note !== null && "path" in note ? note.path : undefined;
  return typeof path === "string" ? path : undefined;
}

/** The tag of a tree row, from the argument a menu passes to a command. */
export function tagOfNode(node: unknown): string | undefined {
  const tag = typeof node === "object" && node !== null && "tag" in node ? node.tag : undefined;
  return typeof tag === "string" ? tag : undefined;
}

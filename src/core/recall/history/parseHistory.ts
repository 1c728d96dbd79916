import type { Instant } from "../../calendar/clock.ts";
import { pause } from "../../pause.ts";
import { ASKED, type Happening, RECALLED, type RecallEvent } from "./recallEvent.ts";

export interface History {
  /** In the order they happened, each once, whatever the order of the lines. */
  readonly events: readonly RecallEvent[];
  /** Lines (0-based) that cannot be read. What a newer version may have written is none of them. */
  readonly damaged: readonly number[];
}

export const NO_HISTORY: History = { events: [], damaged: [] };

/** Lines read in one go: some milliseconds. */
const IN_ONE_GO = 500;

/** Reads the text of a history, as git or another machine may have merged it. */
export async function parseHistory(text: string): Promise<History> {
  // Equal lines are one event that came by two ways.
  const found = new Map<string, RecallEvent>();
  const damaged: number[] = [];
  const lines = text.split(/\r\n|\n|\r/);
  for (const [index, written] of lines.entries()) {
    if (index % IN_ONE_GO === IN_ONE_GO - 1) await pause();
    const line = written.replace(/^\uFEFF/, "").trim();
    if (line === "" || found.has(line)) continue;
    const event = parseLine(line);
    if (event === "damaged") damaged.push(index);
    else if (event !== "unknown") found.set(line, event);
  }
  const events = [...found]
    .sort(([line, { at }], [otherLine, other]) => at - other.at || (line < otherLine ? -1 : 1))
    .map(([, event]) => event);
  return { events, damaged };
}

function parseLine(line: string): RecallEvent | "damaged" | "unknown" {
  const value = parseObject(line);
  if (value === undefined || typeof value.event !== "string") return "damaged";
  const happening = happeningOf(value);
  if (happening === "unknown") return "unknown";
  const at = instantOf(value.at);
  const { note, title, gist } = value;
  if (happening === undefined || at === undefined || typeof note !== "string" || note === "") return "damaged";
  if (typeof title !== "string" || typeof gist !== "string") return "damaged";
  return { at, note, title, gist, ...happening };
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    // An object that is no array has string keys, whatever its values.
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function happeningOf(value: Readonly<Record<string, unknown>>): Happening | "unknown" | undefined {
  switch (value.event) {
    case "review": {
      const recalled = RECALLED.find((known) => known === value.recalled);
      // A way of asking that a newer version has is no reason to forget the answer.
      const asked = ASKED.find((known) => known === value.asked) ?? "title";
      return recalled && { event: "review", recalled, asked };
    }
    case "topic":
      return value.state === "added" || value.state === "removed" ? { event: "topic", state: value.state } : undefined;
    case "post":
      return typeof value.post === "string" && value.post !== "" ? { event: "post", post: value.post } : undefined;
    default:
      return "unknown";
  }
}

const STAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;

function instantOf(stamp: unknown): Instant | undefined {
  if (typeof stamp !== "string" || !STAMP.test(stamp)) return undefined;
  const instant = Date.parse(stamp.replace(/(\d{2})(\d{2})$/, "$1:$2"));
  return Number.isNaN(instant) ? undefined : instant;
}

import { formatStamp } from "../../calendar/zone.ts";
import type { RecallEvent } from "./recallEvent.ts";

/** One line of the history, without its line end. */
export function renderEvent(event: RecallEvent, timeZone: string): string {
  const { at, note, title, gist, event: kind, ...rest } = event;
  return JSON.stringify({ at: isoStamp(at, timeZone), note, title, gist, event: kind, ...rest });
}

/** `2026-11-21T23:10:05.250+09:00`: with the milliseconds, so that two events of one second stay in order. */
function isoStamp(at: number, timeZone: string): string {
  const [day, time, zone = "+0000"] = formatStamp(at, timeZone).split(" ");
  const milliseconds = String(((at % 1000) + 1000) % 1000).padStart(3, "0");
  return `${day}T${time}.${milliseconds}${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/**
 * What is to be put at the end of a history for these events to be in it. A last line without its end gets one first; line
 * ends are those the file has.
 * @param history its text, or the last lines of it
 */
export function addition(history: string, events: readonly RecallEvent[], timeZone: string): string {
  if (events.length === 0) return "";
  const lineEnd = history.charAt(history.lastIndexOf("\n") - 1) === "\r" ? "\r\n" : "\n";
  const isClosed = /^\uFEFF?$|[\r\n]$/.test(history);
  const lines = events.map((event) => renderEvent(event, timeZone) + lineEnd).join("");
  return isClosed ? lines : lineEnd + lines;
}

import { hashBytes } from "../text/hashBytes.ts";
import type { FileState } from "./files.ts";

/**
 * What was known of a file when it was read, to tell later whether it is still the same: its state, or a hash of its
 * contents where the state tells too little.
 */
export type Stamp = FileState | number;

/** Disks count time in steps of up to two seconds: within them a file may change and keep its times. */
const STEP_MS = 2_000;

/** `state` is from before the file was read, `now` from before that. */
export function stampOf(state: FileState | undefined, bytes: Uint8Array, now: number): Stamp {
  return state !== undefined && isSettled(state, now) ? state : hashBytes(bytes);
}

/**
 * Whether a later change will show in the state. Not when the file changed just now, nor when its time is not set or
 * lies in the future, as of a clock that was wrong.
 */
function isSettled({ modified, changed }: FileState, now: number): boolean {
  return modified > 0 && modified <= now - STEP_MS && changed <= now - STEP_MS;
}

export function sameState(a: FileState, b: FileState): boolean {
  return a.size === b.size && a.modified === b.modified && a.changed === b.changed;
}

/** A stamp in words of its own, to be kept and compared. */
export function stampText(stamp: Stamp): string {
  return typeof stamp === "number" ? `#${stamp}` : `${stamp.size} ${stamp.modified} ${stamp.changed}`;
}

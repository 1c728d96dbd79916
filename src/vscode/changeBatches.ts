import type { NotePath } from "../core/note/note.ts";
import type { DiskChanges } from "../core/notebook/diskChanges.ts";

/** A saved note shows at once: this long without another event, and never later than the second. */
const FEW = { quietMs: 60, longestMs: 300 };
/** The editor hands on the events of a checkout or a sync 500 at a time, every 200 ms. */
const MANY = { quietMs: 500, longestMs: 10_000 };
const MANY_FROM = 100;

/** Gathers what the disk tells into reports, one at a time; what comes during one goes into the next. */
export class ChangeBatches {
  readonly #report: (changes: DiskChanges) => Promise<void>;
  #touched = new Set<NotePath>();
  #removed = new Set<NotePath>();
  #firstAt: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReporting = false;
  #isEnded = false;

  /** `report` does not throw. */
  constructor(report: (changes: DiskChanges) => Promise<void>) {
    this.#report = report;
  }

  /** The later of two events of one path counts. `now` in milliseconds of any clock that never goes back. */
  add(kind: keyof DiskChanges, path: NotePath, now: number): void {
    (kind === "touched" ? this.#removed : this.#touched).delete(path);
    (kind === "touched" ? this.#touched : this.#removed).add(path);
    this.#firstAt ??= now;
    this.#schedule(now);
  }

  end(): void {
    this.#isEnded = true;
    clearTimeout(this.#timer);
  }

  get #size(): number {
    return this.#touched.size + this.#removed.size;
  }

  #schedule(now: number): void {
    clearTimeout(this.#timer);
    if (this.#isReporting || this.#isEnded) return;
    const { quietMs, longestMs } = this.#size < MANY_FROM ? FEW : MANY;
    const longest = (this.#firstAt ?? now) + longestMs - now;
    this.#timer = setTimeout(() => void this.#flush(), Math.max(0, Math.min(quietMs, longest)));
  }

  async #flush(): Promise<void> {
    const changes = { touched: this.#touched, removed: this.#removed };
    this.#touched = new Set();
    this.#removed = new Set();
    this.#firstAt = undefined;
    this.#isReporting = true;
    await this.#report(changes);
    this.#isReporting = false;
    if (this.#firstAt !== undefined) this.#schedule(this.#firstAt);
  }
}

import type { NotePath } from "../core/note/note.ts";
import type { DiskChanges } from "../core/notebook/diskChanges.ts";

/** A saved note shows at once: this long without another event, and never later than the second. */
const FEW = { quietMs: 60, longestMs: 300 };
/** The editor hands on the events of a checkout or a sync 500 at a time, every 200 ms. */
const MANY = { quietMs: 500, longestMs: 10_000 };
const MANY_FROM = 100;
/** Of very many changes the system and the editor drop some, and tell nobody: so long after the last report all is compared. */
const LOOK_AGAIN_MS = 2_000;
/** When comparing found something, there may be more; a file that changes without end is no reason to look without end. */
const MAX_LOOKS = 5;

/** Where batches go. One at a time is waited for; neither throws. */
export interface ChangeReports {
  report(changes: DiskChanges): Promise<unknown>;
  /** Called when it has become quiet after very many changes; answers whether there were some that had not been told. */
  lookAgain(): Promise<boolean>;
}

/** Gathers what the disk tells into reports, one at a time; what comes during one goes into the next. */
export class ChangeBatches {
  readonly #reports: ChangeReports;
  #touched = new Set<NotePath>();
  #removed = new Set<NotePath>();
  #firstAt: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Since all was compared. */
  #told = 0;
  #looks = 0;
  #isReporting = false;
  #isEnded = false;

  constructor(reports: ChangeReports) {
    this.#reports = reports;
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
    this.#told += this.#size;
    if (this.#told >= MANY_FROM) this.#looks = MAX_LOOKS;
    this.#touched = new Set();
    this.#removed = new Set();
    this.#firstAt = undefined;
    this.#isReporting = true;
    await this.#reports.report(changes);
    this.#goOn();
  }

  async #lookAgain(): Promise<void> {
    this.#told = 0;
    this.#looks -= 1;
    this.#isReporting = true;
    if (!(await this.#reports.lookAgain())) this.#looks = 0;
    this.#goOn();
  }

  #goOn(): void {
    this.#isReporting = false;
    if (this.#firstAt !== undefined) this.#schedule(this.#firstAt);
    else if (this.#looks > 0 && !this.#isEnded) this.#timer = setTimeout(() => void this.#lookAgain(), LOOK_AGAIN_MS);
  }
}

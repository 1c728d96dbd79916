import { Disposable, window } from "vscode";
import type { Clock } from "../core/calendar/clock.ts";
import type { Day } from "../core/calendar/day.ts";
import { type DayRule, dayAt, nextDayAt } from "../core/calendar/zone.ts";

/** A timer stands still while the machine sleeps, so the clock is read at least this often. */
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * Says when the writer's day turns. Nothing is waited for until the first call of {@link DayTurn.watch}.
 */
export class DayTurn extends Disposable {
  readonly #clock: Clock;
  readonly #turned: () => void;
  #rule: DayRule | undefined;
  #today: Day | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #focus: Disposable | undefined;

  constructor(clock: Clock, turned: () => void) {
    super(() => {
      clearTimeout(this.#timer);
      this.#focus?.dispose();
    });
    this.#clock = clock;
    this.#turned = turned;
  }

  /** Today by this rule, which holds from now on. */
  watch(rule: DayRule): Day {
    this.#focus ??= window.onDidChangeWindowState(({ focused }) => focused && this.#look());
    this.#rule = rule;
    const now = this.#clock.now();
    this.#today = dayAt(now, rule);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), Math.min(nextDayAt(now, rule) - now, LONGEST_WAIT_MS));
    return this.#today;
  }

  #look(): void {
    if (this.#rule === undefined) return;
    const before = this.#today;
    if (this.watch(this.#rule) !== before) this.#turned();
  }
}

import { Disposable } from "vscode";
import { DayTurn } from "../../vscode/dayTurn.ts";
import { findDue } from "../../vscode/findDue.ts";
import { describeError } from "../../vscode/log.ts";
import type { RecallDeps } from "./index.ts";

/** Changes come in flocks; a number may be a moment late. */
const DELAY_MS = 500;

/** How many notes are due, counted once the notebook is read and again when it, its history or the day changes. */
export class DueBadge extends Disposable {
  readonly #deps: RecallDeps;
  readonly #dayTurn: DayTurn;
  readonly #subscription: Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown = 0;
  #counted = 0;

  constructor(deps: RecallDeps) {
    super(() => {
      clearTimeout(this.#timer);
      this.#subscription.dispose();
      this.#dayTurn.dispose();
    });
    this.#deps = deps;
    const later = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#count(), DELAY_MS);
    };
    this.#dayTurn = new DayTurn(deps.clock, later);
    this.#subscription = Disposable.from(deps.notebooks.onDidChangeNotes(later), deps.histories.onDidChange(later));
  }

  async #count(): Promise<void> {
    const { notebooks, histories, clock, log } = this.#deps;
    const session = notebooks.opened;
    if (session === undefined || !session.settings.recall.badge) return this.#show(0);
    // Nothing is read for the sake of a number.
    if (!session.isLoaded) return;
    this.#dayTurn.watch(session.settings.dayRule);
    const count = ++this.#counted;
    try {
      const { due } = await findDue(session, histories, clock);
      if (session === notebooks.opened && count === this.#counted) this.#show(due.length);
    } catch (error) {
      log.warn("counting what is due:", describeError(error));
    }
  }

  #show(count: number): void {
    if (count === this.#shown) return;
    this.#shown = count;
    this.#deps.badge.fire(count === 0 ? undefined : { value: count, tooltip: `물어볼 TIL ${count}개` });
  }
}

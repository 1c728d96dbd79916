import { Disposable, type EventEmitter, type Uri, type ViewBadge } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import type { FindExaminer } from "../../core/recall/examiner.ts";
import type { Log } from "../../vscode/log.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import type { RecallHistories } from "../../vscode/recallHistories.ts";
import { registerCommand } from "../../vscode/registerCommand.ts";
import { DueBadge } from "./dueBadge.ts";
import { RecallPanel } from "./recallPanel.ts";

export interface RecallDeps {
  readonly notebooks: Notebooks;
  readonly histories: RecallHistories;
  readonly clock: Clock;
  readonly log: Log;
  readonly extensionUri: Uri;
  /** Shows how many notes are due, on the view of notes. */
  readonly badge: Pick<EventEmitter<ViewBadge | undefined>, "fire">;
  /** A language model that asks, where the person wants one. */
  readonly findExaminer?: FindExaminer;
  /** Shows what could not be recalled. */
  readonly showTopics: () => unknown;
}

/** 되묻기: TIL of more than a month ago come back as questions. */
export function registerRecall(deps: RecallDeps): Disposable {
  const panel = new RecallPanel(deps);
  return Disposable.from(
    panel,
    new DueBadge(deps),
    registerCommand("askMe", deps.log, () => panel.open()),
  );
}

import { Disposable, type Uri } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import type { Log } from "../../vscode/log.ts";
import type { ModelChoice } from "../../vscode/modelChoice.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import type { RecallHistories } from "../../vscode/recallHistories.ts";
import type { Searches } from "../../vscode/searches.ts";
import { registerParticipant } from "./participant.ts";
import { registerRecordRecall } from "./recordRecall.ts";
import { registerTools } from "./tools.ts";

export interface ChatDeps {
  readonly notebooks: Notebooks;
  readonly searches: Searches;
  readonly histories: RecallHistories;
  readonly clock: Clock;
  readonly log: Log;
  readonly models: ModelChoice;
  readonly extensionUri: Uri;
}

/** The notebook in the editor's chat: the participant @tomak, and tools for language models. Both only read; what was recalled is kept on a click. */
export function registerChat(deps: ChatDeps): Disposable {
  return Disposable.from(registerParticipant(deps), registerTools(deps), registerRecordRecall(deps));
}

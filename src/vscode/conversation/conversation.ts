import type { CancellationToken, ChatContext, ChatRequest, ChatResponseStream, ChatResult, Memento } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import type { readNotes } from "../../core/note/readNote.ts";
import type { Examiner } from "../../core/recall/examiner.ts";
import type { ToolName } from "../../ids.ts";
import type { Log } from "../log.ts";
import type { Notebooks } from "../notebooks.ts";
import type { RecallHistories } from "../recallHistories.ts";
import type { Searches } from "../searches.ts";
import type { LiveSettings } from "../settings.ts";
import { answerRequest } from "./answerRequest.ts";
import { ModelChoice } from "./modelChoice.ts";
import { modelExaminer } from "./modelExaminer.ts";
import { runTool } from "./runTool.ts";

export interface ConversationDeps {
  readonly notebooks: Notebooks;
  readonly searches: Searches;
  readonly histories: RecallHistories;
  readonly settings: LiveSettings;
  /** Remembers which notebooks a model may read. */
  readonly memory: Memento;
  readonly clock: Clock;
  readonly log: Log;
  /** The door has it already: what reads notes need not come twice. */
  readonly readNotes: typeof readNotes;
}

/** All that is said to language models and in the editor's chat; a bundle of its own, which most windows never load. */
export class Conversation {
  readonly #deps: ConversationDeps;
  readonly #models: ModelChoice;

  constructor(deps: ConversationDeps) {
    this.#deps = deps;
    this.#models = new ModelChoice(deps);
  }

  /** A request to @tomak. */
  answer(
    request: ChatRequest,
    context: ChatContext,
    stream: ChatResponseStream,
    token: CancellationToken,
  ): Promise<ChatResult> {
    return answerRequest({ deps: this.#deps, models: this.#models, request, stream, token }, context);
  }

  /** What a tool tells a model. */
  runTool(name: ToolName, input: unknown, token: CancellationToken): Promise<string> {
    return runTool(this.#deps, name, input, token);
  }

  /** The examiner of 되묻기: a model that the person lets read the notebook. */
  async findExaminer(): Promise<Examiner | undefined> {
    const { notebooks, log } = this.#deps;
    const session = notebooks.current;
    const model = session && (await this.#models.modelFor(session));
    if (session === undefined || model === undefined) return undefined;
    return modelExaminer(model, log, ({ reason }) => {
      // Once refused, the editor is not to ask again with every question.
      if (reason === "forbidden") this.#models.decline(session);
    });
  }
}

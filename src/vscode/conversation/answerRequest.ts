import type { CancellationToken, ChatContext, ChatRequest, ChatResponseStream, ChatResult } from "vscode";
import { dayAt } from "../../core/calendar/zone.ts";
import type { AnswerPart } from "../../core/chat/answerParts.ts";
import { findAnswer } from "../../core/chat/findAnswer.ts";
import { helpAnswer } from "../../core/chat/helpAnswer.ts";
import { askedMonth, retroAnswer } from "../../core/chat/retroAnswer.ts";
import { commandId } from "../../ids.ts";
import { cancellationOf } from "../cancellation.ts";
import type { ConversationDeps } from "./conversation.ts";
import type { ModelChoice } from "./modelChoice.ts";
import { ask, judge, questionBefore } from "./quiz.ts";
import { showParts } from "./showParts.ts";
import { whenRead } from "./whenRead.ts";

/** What a turn of the chat is made with. */
export interface Turn {
  readonly deps: ConversationDeps;
  readonly models: ModelChoice;
  readonly request: ChatRequest;
  readonly stream: ChatResponseStream;
  readonly token: CancellationToken;
}

/** How many notes are looked for. */
const MOST_HITS = 50;

/** Answers a request to @tomak, without a model wherever that can be. */
export async function answerRequest(turn: Turn, context: ChatContext): Promise<ChatResult> {
  const { deps, request, stream, token } = turn;
  const { command, prompt } = request;
  const session = await whenRead(deps.notebooks);
  if (session === undefined) {
    stream.markdown("노트 폴더가 없어요. 폴더를 열거나 ‘노트 폴더 고르기’로 골라 주세요.");
    stream.button({ command: commandId("chooseNotebook"), title: "노트 폴더 고르기" });
    return {};
  }
  const today = dayAt(deps.clock.now(), session.settings.dayRule);
  const show = (parts: readonly AnswerPart[]): ChatResult => {
    showParts(session, stream, parts);
    return {};
  };
  if (command === "find" && prompt.trim() !== "") {
    stream.progress("노트를 찾고 있어요");
    const search = await deps.searches.of(session);
    const options = { today, limit: MOST_HITS, cancellation: cancellationOf(token), thorough: true };
    return show(findAnswer(prompt.trim(), await search.search(prompt, options), MOST_HITS));
  }
  if (command === "retro") {
    const month = askedMonth(prompt, today);
    if (month !== undefined) return show(retroAnswer(session.index, month));
    stream.markdown("어느 달인지 모르겠어요. `2025-05`, `5월`, `지난달`처럼 적어 주세요.");
    return {};
  }
  if (command === "quiz") return ask(turn, session, context);
  const quiz = command === undefined ? questionBefore(context) : undefined;
  return quiz === undefined ? show(helpAnswer(prompt)) : judge(turn, session, quiz);
}

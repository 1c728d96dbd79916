import {
  type CancellationToken,
  type ChatContext,
  type ChatRequest,
  type ChatResponseStream,
  type ChatResult,
  chat,
  Disposable,
  Uri,
} from "vscode";
import { dayAt } from "../../core/calendar/zone.ts";
import type { AnswerPart } from "../../core/chat/answerParts.ts";
import { CHAT_PARTICIPANT, commandId } from "../../ids.ts";
import { describeError } from "../../vscode/log.ts";
import { cancellationOf } from "../../vscode/notebookSession.ts";
import type { ChatDeps } from "./index.ts";
import { openForChat } from "./openForChat.ts";
import { ask, judge, questionBefore } from "./quiz.ts";
import { showParts } from "./showParts.ts";

/** How many notes are looked for. */
const MOST_HITS = 50;

/** @tomak: answers about the notebook, without a model wherever that can be. */
export function registerParticipant(deps: ChatDeps): Disposable {
  // Forks may know no chat.
  if (typeof chat?.createChatParticipant !== "function") return Disposable.from();
  const participant = chat.createChatParticipant(CHAT_PARTICIPANT, async (request, context, stream, token) => {
    try {
      return await answer(deps, request, context, stream, token);
    } catch (error) {
      deps.log.error("@tomak:", describeError(error));
      stream.markdown("뜻밖의 문제로 답하지 못했어요. 토막노트의 기록을 보고 다시 물어봐 주세요.");
      return {};
    }
  });
  participant.iconPath = Uri.joinPath(deps.extensionUri, "media", "icon.png");
  return participant;
}

async function answer(
  deps: ChatDeps,
  request: ChatRequest,
  context: ChatContext,
  stream: ChatResponseStream,
  token: CancellationToken,
): Promise<ChatResult> {
  const { notebooks, searches, clock } = deps;
  const { command, prompt } = request;
  const opened = await openForChat(notebooks);
  if (opened === undefined) {
    stream.markdown("노트 폴더가 없어요. 폴더를 열거나 ‘노트 폴더 고르기’로 골라 주세요.");
    stream.button({ command: commandId("chooseNotebook"), title: "노트 폴더 고르기" });
    return {};
  }
  const { session, engine } = opened;
  const today = dayAt(clock.now(), session.settings.dayRule);
  const show = (parts: readonly AnswerPart[]): ChatResult => {
    showParts(session, stream, parts);
    return {};
  };
  if (command === "find" && prompt.trim() !== "") {
    stream.progress("노트를 찾고 있어요");
    const search = await searches.of(session);
    const options = { today, limit: MOST_HITS, cancellation: cancellationOf(token), thorough: true };
    return show(engine.findAnswer(prompt.trim(), await search.search(prompt, options), MOST_HITS));
  }
  if (command === "retro") {
    const month = engine.askedMonth(prompt, today);
    if (month !== undefined) return show(engine.retroAnswer(session.index, month));
    stream.markdown("어느 달인지 모르겠어요. `2025-05`, `5월`, `지난달`처럼 적어 주세요.");
    return {};
  }
  const turn = { deps, session, engine, request, stream, token };
  if (command === "quiz") return ask(turn);
  const quiz = command === undefined ? questionBefore(context, engine) : undefined;
  return quiz === undefined ? show(engine.helpAnswer(prompt)) : judge(turn, quiz);
}

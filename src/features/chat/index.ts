import { chat, Disposable, LanguageModelTextPart, LanguageModelToolResult, lm, Uri } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import { CHAT_PARTICIPANT, TOOLS, toolId } from "../../ids.ts";
import type { Conversation } from "../../vscode/conversation/conversation.ts";
import { describeError, type Log } from "../../vscode/log.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import type { RecallHistories } from "../../vscode/recallHistories.ts";
import { registerRecordRecall } from "./recordRecall.ts";
import { registerShowSent } from "./showSent.ts";

export interface ChatDeps {
  readonly notebooks: Notebooks;
  readonly histories: RecallHistories;
  readonly clock: Clock;
  readonly log: Log;
  readonly extensionUri: Uri;
  /** What answers, loaded when it is first asked. */
  converse(): Promise<Conversation>;
}

/** The notebook in the editor's chat: @tomak, and tools for language models. Nothing is kept but on a person's click. */
export function registerChat(deps: ChatDeps): Disposable {
  return Disposable.from(
    registerParticipant(deps),
    ...registerTools(deps),
    registerRecordRecall(deps),
    registerShowSent(deps.log),
  );
}

function registerParticipant({ converse, log, extensionUri }: ChatDeps): Disposable {
  // Forks may know no chat.
  if (typeof chat?.createChatParticipant !== "function") return Disposable.from();
  const participant = chat.createChatParticipant(CHAT_PARTICIPANT, async (request, context, stream, token) => {
    try {
      return await (await converse()).answer(request, context, stream, token);
    } catch (error) {
      if (token.isCancellationRequested) return {};
      log.error("@tomak:", describeError(error));
      stream.markdown("뜻밖의 문제로 답하지 못했어요. 토막노트의 기록을 보고 다시 물어봐 주세요.");
      return {};
    }
  });
  participant.iconPath = Uri.joinPath(extensionUri, "media", "icon.png");
  return participant;
}

function registerTools({ converse }: ChatDeps): readonly Disposable[] {
  if (typeof lm?.registerTool !== "function") return [];
  return TOOLS.map((name) =>
    lm.registerTool<unknown>(toolId(name), {
      prepareInvocation: () => ({ invocationMessage: "노트를 보고 있어요" }),
      async invoke({ input }, token) {
        const text = await (await converse()).runTool(name, input, token);
        return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
      },
    }),
  );
}

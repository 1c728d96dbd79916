import { commands, type Disposable, window } from "vscode";
import { readQuiz, readRecalled } from "../../core/chat/quiz.ts";
import { RECORD_RECALL } from "../../ids.ts";
import { noteNow } from "../../vscode/noteNow.ts";
import { Notice } from "../../vscode/notice.ts";
import { runReported } from "../../vscode/registerCommand.ts";
import type { ChatDeps } from "./index.ts";

/** The buttons below a question of the chat: what the person clicks is kept in the history of 되묻기. */
export function registerRecordRecall({ notebooks, histories, clock, log }: ChatDeps): Disposable {
  const kept = new Set<string>();
  const record = async (given: unknown, chosen: unknown): Promise<void> => {
    const session = notebooks.current;
    const quiz = readQuiz(given);
    const recalled = readRecalled(chosen);
    const note = quiz && session?.index.byId(quiz.note);
    if (session === undefined || quiz === undefined || recalled === undefined || note === undefined) throw goneNote();
    const key = JSON.stringify([session.root.toString(), quiz]);
    if (kept.has(key)) throw new Notice("이 질문의 답은 이미 적었어요. 채팅에서 /quiz로 다른 노트를 물어봐 주세요.");
    kept.add(key);
    try {
      const { markOf } = await session.engines.loadRecalling();
      const now = await noteNow(session, note);
      if (now === undefined) throw goneNote();
      const mark = markOf(now.note, now.text);
      await histories.add(session, [{ at: clock.now(), ...mark, event: "review", recalled, asked: quiz.asked }]);
    } catch (error) {
      kept.delete(key);
      throw error;
    }
    void window.showInformationMessage("되묻기 기록에 적었어요.");
  };
  return commands.registerCommand(RECORD_RECALL, (given: unknown, chosen: unknown) =>
    runReported("recordRecall", log, () => record(given, chosen)),
  );
}

function goneNote(): Notice {
  return new Notice("물어본 노트를 찾을 수 없어요. 채팅에서 /quiz로 다시 물어봐 주세요.");
}

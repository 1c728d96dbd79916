import { CancellationError, type ChatContext, ChatResponseTurn, type ChatResult, workspace } from "vscode";
import { asMarkdownLines } from "../../core/chat/answerParts.ts";
import { noteForModel } from "../../core/chat/forModels.ts";
import { judgedAnswer } from "../../core/chat/judgedAnswer.ts";
import { type Quiz, readQuiz } from "../../core/chat/quiz.ts";
import { noteId } from "../../core/note/note.ts";
import { type Examiner, type Exchange, remarkOf } from "../../core/recall/examiner.ts";
import { CHAT_PARTICIPANT } from "../../ids.ts";
import { cancellationOf } from "../cancellation.ts";
import { findDue } from "../findDue.ts";
import { describeError } from "../log.ts";
import type { NotebookSession } from "../notebookSession.ts";
import type { Turn } from "./answerRequest.ts";
import { modelExaminer } from "./modelExaminer.ts";
import { showParts } from "./showParts.ts";

/** The question that this request answers: the one asked in the turn just before. */
export function questionBefore({ history }: ChatContext): Quiz | undefined {
  const last = history.at(-1);
  if (!(last instanceof ChatResponseTurn) || last.participant !== CHAT_PARTICIPANT) return undefined;
  return readQuiz(last.result.metadata?.quiz);
}

/** `/quiz`: asks about the TIL that is most due. */
export async function ask(turn: Turn, session: NotebookSession): Promise<ChatResult> {
  const { deps, stream, token } = turn;
  const recalling = await session.engines.loadRecalling();
  const { due } = await findDue(session, deps.histories, deps.clock);
  for (const { note, reviews } of due) {
    const text = await session.readText(note.path).catch((error: unknown) => {
      // Another one is asked about.
      deps.log.warn("/quiz:", describeError(error));
      return "";
    });
    const now = noteForModel(noteId(note), deps.readNotes(note.path, text, session.rules), text);
    const own = now && recalling.ownText(now.note, text);
    if (now === undefined || own === undefined || own === "") continue;
    const ownQuestion = recalling.askAbout({ id: noteId(note), title: note.title, text: own, reviews });
    const examiner = await examinerOf(turn, session);
    const said = await hear(turn, examiner?.ask({ title: now.note.title, text: own }, cancellationOf(token)));
    if (said.text === "") {
      const remark = said.remark === undefined ? "" : `${said.remark} 노트로 물어볼게요.\n\n`;
      stream.markdown(remark + asMarkdownLines(recalling.questionInWords(ownQuestion)));
    }
    stream.markdown("\n\n떠오르는 대로 답을 적어 주세요. 모르면 모른다고 적어도 돼요.");
    const question = said.text || recalling.questionInWords(ownQuestion);
    const quiz = { note: noteId(note), question, asked: said.text === "" ? ownQuestion.asked : "model" };
    return { metadata: { quiz } };
  }
  stream.markdown("지금 물어볼 TIL이 없어요. 적은 지 한 달이 지나면 물어볼게요.");
  return {};
}

/** The answer to a question: compared with the note, shown, and kept when the person says how well it was recalled. */
export async function judge(turn: Turn, session: NotebookSession, quiz: Quiz): Promise<ChatResult> {
  const { deps, request, stream, token } = turn;
  const known = session.index.byId(quiz.note);
  const text = known && (await session.readText(known.path));
  const now =
    known && text !== undefined
      ? noteForModel(quiz.note, deps.readNotes(known.path, text, session.rules), text)
      : undefined;
  if (now === undefined || text === undefined) {
    stream.markdown("물어본 노트를 찾을 수 없어요. `/quiz`로 다른 노트를 물어봐 주세요.");
    return {};
  }
  const { ownText } = await session.engines.loadRecalling();
  const own = ownText(now.note, text);
  const examiner = await examinerOf(turn, session);
  const said = await hear(
    turn,
    examiner?.judge({ title: now.note.title, text: own }, quiz.question, request.prompt, cancellationOf(token)),
  );
  if (said.remark !== undefined) stream.markdown(`${said.remark} 노트를 보고 골라 주세요.`);
  showParts(session, stream, judgedAnswer(now.note, own, quiz, workspace.isTrusted));
  return {};
}

/** The model that was chosen in the chat, where the person lets it read the notebook. */
async function examinerOf({ deps, models, request }: Turn, session: NotebookSession): Promise<Examiner | undefined> {
  if (request.model === undefined || !(await models.mayRead(session))) return undefined;
  return modelExaminer(request.model, deps.log);
}

/** Shows what a model says as it comes. Empty when it did not help, with what is to be said of that. */
async function hear(
  { stream, token }: Turn,
  asking: Promise<Exchange> | undefined,
): Promise<{ readonly text: string; readonly remark?: string | undefined }> {
  if (asking === undefined) return { text: "" };
  stream.progress("언어 모델에 묻고 있어요");
  let text = "";
  try {
    for await (const piece of (await asking).said) {
      text += piece;
      stream.markdown(asMarkdownLines(piece));
    }
    return { text };
  } catch (error) {
    if (token.isCancellationRequested) throw new CancellationError();
    if (text !== "") stream.markdown("…\n\n");
    return { text: "", remark: remarkOf(error) ?? "언어 모델에 묻지 못했어요." };
  }
}

import { type ChatContext, ChatResponseTurn, type ChatResult, workspace } from "vscode";
import { dayAt } from "../../core/calendar/zone.ts";
import { asMarkdownLines } from "../../core/chat/answerParts.ts";
import { noteForModel } from "../../core/chat/forModels.ts";
import { judgedAnswer } from "../../core/chat/judgedAnswer.ts";
import { noQuizAnswer } from "../../core/chat/noQuizAnswer.ts";
import { type Quiz, readQuiz } from "../../core/chat/quiz.ts";
import { type Note, noteId } from "../../core/note/note.ts";
import type { NoteNow } from "../../core/recall/card.ts";
import type { Examiner } from "../../core/recall/examiner.ts";
import { CHAT_PARTICIPANT } from "../../ids.ts";
import { cancellationOf } from "../cancellation.ts";
import { findDue } from "../findDue.ts";
import { describeError } from "../log.ts";
import type { NotebookSession } from "../notebookSession.ts";
import type { Turn } from "./answerRequest.ts";
import { hear } from "./hear.ts";
import { modelExaminer } from "./modelExaminer.ts";
import { showParts } from "./showParts.ts";

/** The question that this request answers: the one asked in the turn just before. */
export function questionBefore({ history }: ChatContext): Quiz | undefined {
  return quizOf(history.at(-1));
}

function quizOf(turn: ChatContext["history"][number] | undefined): Quiz | undefined {
  if (!(turn instanceof ChatResponseTurn) || turn.participant !== CHAT_PARTICIPANT) return undefined;
  return readQuiz(turn.result.metadata?.quiz);
}

/** `/quiz`: asks about the TIL that is most due, of those that this chat has not asked about yet. */
export async function ask(turn: Turn, session: NotebookSession, { history }: ChatContext): Promise<ChatResult> {
  const { deps, stream, token } = turn;
  const recalling = await session.engines.loadRecalling();
  const { due, next } = await findDue(session, deps.histories, deps.clock);
  const asked = new Set(history.map((each) => quizOf(each)?.note));
  const isAsked = ({ note }: { readonly note: Note }): boolean => asked.has(noteId(note));
  for (const { note, reviews } of [...due.filter((each) => !isAsked(each)), ...due.filter(isAsked)]) {
    const now = await forModel(turn, session, note);
    const own = now && recalling.ownText(now.note, now.text);
    if (now === undefined || own === undefined || own === "") continue;
    const { title } = now.note;
    const ownQuestion = recalling.askAbout({ id: noteId(note), title, text: own, reviews });
    const examiner = await examinerOf(turn, session);
    const said = await hear(turn, examiner?.ask({ title, text: own }, cancellationOf(token)));
    if (said.text === "") {
      const remark = said.remark === undefined ? "" : `${said.remark} 노트로 물어볼게요.\n\n`;
      stream.markdown(remark + asMarkdownLines(recalling.questionInWords(ownQuestion)));
    }
    stream.markdown("\n\n떠오르는 대로 답을 적어 주세요. 모르면 모른다고 적어도 돼요.");
    showParts(session, stream, said.sent);
    const question = said.text || recalling.questionInWords(ownQuestion);
    const quiz = { note: noteId(note), question, asked: said.text === "" ? ownQuestion.asked : "model" };
    return { metadata: { quiz } };
  }
  showParts(session, stream, noQuizAnswer(due.length, next, dayAt(deps.clock.now(), session.settings.dayRule)));
  return {};
}

/** The answer to a question: compared with the note, shown, and kept when the person says how well it was recalled. */
export async function judge(turn: Turn, session: NotebookSession, quiz: Quiz): Promise<ChatResult> {
  const { request, stream, token } = turn;
  const known = session.index.byId(quiz.note);
  const now = known && (await forModel(turn, session, known));
  if (now === undefined) {
    stream.markdown("물어본 노트를 찾을 수 없어요. `/quiz`로 다른 노트를 물어봐 주세요.");
    return {};
  }
  const { ownText } = await session.engines.loadRecalling();
  const own = ownText(now.note, now.text);
  const examiner = await examinerOf(turn, session);
  const asking = examiner?.judge(
    { title: now.note.title, text: own },
    quiz.question,
    request.prompt,
    cancellationOf(token),
  );
  const said = await hear(turn, asking);
  if (said.remark !== undefined) stream.markdown(`${said.remark} 노트를 보고 골라 주세요.`);
  showParts(session, stream, [...judgedAnswer(now.note, own, quiz, workspace.isTrusted), ...said.sent]);
  return {};
}

/** A note that may be shown to a model, as its file has it now; `undefined` for any other, and for one that cannot be read. */
async function forModel({ deps }: Turn, session: NotebookSession, note: Note): Promise<NoteNow | undefined> {
  try {
    const text = await session.readText(note.path);
    const now = noteForModel(noteId(note), deps.readNotes(note.path, text, session.rules), text);
    return now && { note: now.note, text };
  } catch (error) {
    deps.log.warn("/quiz:", describeError(error));
    return undefined;
  }
}

/** The model that was chosen in the chat, where the person lets it read the notebook. */
async function examinerOf({ deps, models, request }: Turn, session: NotebookSession): Promise<Examiner | undefined> {
  if (request.model === undefined || !(await models.mayRead(session))) return undefined;
  return modelExaminer(request.model, deps.log);
}

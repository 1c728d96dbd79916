import { window } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import type { Note } from "../../core/note/note.ts";
import type { Happening } from "../../core/recall/history/recallEvent.ts";
import { withParticle } from "../../core/text/particle.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import { noteNow } from "../../vscode/noteNow.ts";
import { Notice } from "../../vscode/notice.ts";
import type { RecallHistories } from "../../vscode/recallHistories.ts";
import type { TopicsOfNotes } from "../../vscode/topicsOfNotes.ts";

export interface KeepDeps {
  readonly histories: RecallHistories;
  readonly topics: TopicsOfNotes;
  readonly clock: Clock;
}

/** Keeps a note as a topic until it is put away or published. */
export async function addTopic(deps: KeepDeps, session: NotebookSession, note: Note): Promise<void> {
  const { isTopic } = await session.engines.loadTopics();
  const quoted = `‘${note.title}’`;
  if (isTopic(await deps.topics.of(session), note)) {
    void window.showInformationMessage(`${withParticle(quoted, "은/는")} 이미 글감이에요.`);
    return;
  }
  await remember(deps, session, note, { event: "topic", state: "added" });
  void window.showInformationMessage(`${withParticle(quoted, "을/를")} 글감으로 두었어요.`);
}

/** Puts a topic away until it is missed again. */
export async function removeTopic(deps: KeepDeps, session: NotebookSession, note: Note): Promise<void> {
  const { isTopic } = await session.engines.loadTopics();
  if (!isTopic(await deps.topics.of(session), note))
    throw new Notice(
      `${withParticle(`‘${note.title}’`, "은/는")} 글감이 아니에요. '글감' 보기에 있는 노트에서 다시 해 주세요.`,
    );
  await remember(deps, session, note, { event: "topic", state: "removed" });
}

/** Writes into the history what happened to a note. */
export async function remember(
  { histories, clock }: Pick<KeepDeps, "histories" | "clock">,
  session: NotebookSession,
  note: Note,
  happening: Happening,
): Promise<void> {
  const { markOf } = await session.engines.loadTopics();
  const now = await noteNow(session, note);
  const mark = now === undefined ? markOf(note, "") : markOf(now.note, now.text);
  await histories.add(session, [{ at: clock.now(), ...mark, ...happening }]);
}

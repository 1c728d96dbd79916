import type { Clock } from "../core/calendar/clock.ts";
import { dayAt } from "../core/calendar/zone.ts";
import type { DueNotes } from "../core/recall/dueNotes.ts";
import type { NotebookSession } from "./notebookSession.ts";
import type { RecallHistories } from "./recallHistories.ts";

/** What is to be asked about now, of a notebook that has been read. */
export async function findDue(session: NotebookSession, histories: RecallHistories, clock: Clock): Promise<DueNotes> {
  const { index, settings, engines } = session;
  const notes = index.notes();
  const { dueNotes } = await engines.loadRecalling();
  return dueNotes(notes, await histories.ofNotes(session, notes), {
    today: dayAt(clock.now(), settings.dayRule),
    dayRule: settings.dayRule,
    minAge: settings.recall.minAge,
    modified: ({ path }) => {
      const stamp = session.stampOf(path);
      return typeof stamp === "object" ? stamp.modified : undefined;
    },
  });
}

import { dayAt } from "../../core/calendar/zone.ts";
import { type Note, noteId } from "../../core/note/note.ts";
import { HISTORY_PATH } from "../../core/recall/history/recallEvent.ts";
import type { CommandInput } from "./command.ts";
import { UsageError } from "./usage.ts";

/** `recall --due`: the TIL that 되묻기 would ask about now, the first one at the front. */
export async function recall({ notebook, options, args, terminal }: CommandInput): Promise<0> {
  if (args.length > 0 || !options.due) throw new UsageError("recall에는 --due를 적어 주세요.");
  const { files, index, settings, engines } = notebook;
  const { dueNotes, RecallHistory } = await engines.loadRecalling();
  const notes = index.notes();
  const history = new RecallHistory(
    {
      read: () =>
        files.read(HISTORY_PATH).catch((error: unknown) => {
          if (files.isMissing(error)) return undefined;
          throw error;
        }),
      append: () => Promise.reject(new Error("the terminal only reads")),
    },
    {
      concurrency: 32,
      timeZone: settings.dayRule.timeZone,
      onDamage: (count) =>
        terminal.writeError(`${HISTORY_PATH}에 읽을 수 없는 줄이 ${count}개 있어 그 줄만 건너뛰었어요.\n`),
    },
  );
  const modified = await modifiedTimes(notebook, notes);
  const { due } = await dueNotes(notes, await history.ofNotes(notes, notebook.readText), {
    today: dayAt(terminal.clock.now(), settings.dayRule),
    dayRule: settings.dayRule,
    minAge: settings.recall.minAge,
    modified: ({ path }) => modified.get(path),
  });
  const listed = due.map(({ note, reviews, lastAsked }) => ({
    id: noteId(note),
    path: note.path,
    line: note.range === undefined ? null : note.range.line + 1,
    title: note.title,
    date: note.date?.text ?? null,
    reviews,
    lastAsked: lastAsked ?? null,
  }));
  terminal.write(
    options.json
      ? `${JSON.stringify(listed, null, 2)}\n`
      : listed.map(({ date, title, path }) => `${(date ?? "날짜 없음").padEnd(10)}  ${title}  (${path})\n`).join(""),
  );
  return 0;
}

/** When the files of TIL without a date were changed last. */
async function modifiedTimes(
  { files }: CommandInput["notebook"],
  notes: readonly Note[],
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  for (const { kind, date, path } of notes) {
    if (kind !== "til" || date !== undefined || times.has(path)) continue;
    const state = await files.states?.stat(path);
    if (state !== undefined) times.set(path, state.modified);
  }
  return times;
}

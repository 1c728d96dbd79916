import { CancellationError, type CancellationToken } from "vscode";
import { dayAt } from "../../core/calendar/zone.ts";
import { noteForModel } from "../../core/chat/forModels.ts";
import { monthField, numberField, textField } from "../../core/chat/toolInput.ts";
import {
  faultForModel,
  foundForModel,
  MOST_FOUND,
  monthForModel,
  noteTextForModel,
} from "../../core/chat/toolResults.ts";
import { noteId } from "../../core/note/note.ts";
import { type ToolName, toolId } from "../../ids.ts";
import { cancellationOf } from "../cancellation.ts";
import { describeError } from "../log.ts";
import type { NotebookSession } from "../notebookSession.ts";
import type { ConversationDeps } from "./conversation.ts";
import { whenRead } from "./whenRead.ts";

/** Runs a tool with whatever a model made up as its input. Tools read, and nothing else. */
export async function runTool(
  deps: ConversationDeps,
  name: ToolName,
  input: unknown,
  token: CancellationToken,
): Promise<string> {
  try {
    const session = await whenRead(deps.notebooks);
    if (session === undefined) return faultForModel("No notebook folder is open in this window.");
    if (name === "findNotes") return await findNotes(deps, session, input, token);
    return name === "readNote" ? await readNote(deps, session, input) : listMonth(session, input);
  } catch (error) {
    if (error instanceof CancellationError) throw error;
    deps.log.error(`${toolId(name)}:`, describeError(error));
    return faultForModel("The notes could not be read.");
  }
}

async function findNotes(
  { searches, clock }: ConversationDeps,
  session: NotebookSession,
  input: unknown,
  token: CancellationToken,
): Promise<string> {
  const query = textField(input, "query");
  if (query === undefined) return faultForModel("`query` is missing: give words, #tags, kinds or dates.");
  const limit = numberField(input, "limit", { least: 1, most: MOST_FOUND, otherwise: 10 });
  const search = await searches.of(session);
  const today = dayAt(clock.now(), session.settings.dayRule);
  // Some of what is found may be private.
  const options = { today, limit: limit * 2 + 20, cancellation: cancellationOf(token), thorough: true };
  return foundForModel(query, await search.search(query, options), limit);
}

async function readNote({ readNotes }: ConversationDeps, session: NotebookSession, input: unknown): Promise<string> {
  // An id is looked up among the notes there are: nothing that a model makes up is a path.
  const note = session.index.byId(textField(input, "id") ?? "");
  const text = note && (await session.readText(note.path));
  const read =
    note && text !== undefined
      ? noteForModel(noteId(note), readNotes(note.path, text, session.rules), text)
      : undefined;
  if (read === undefined)
    return faultForModel("There is no such note to read. Use an id that tomaknote_findNotes gave.");
  const from = numberField(input, "from", { least: 0, most: read.text.length, otherwise: 0 });
  return noteTextForModel(read.note, read.text, from);
}

function listMonth(session: NotebookSession, input: unknown): string {
  const month = monthField(input, "month");
  if (month === undefined) return faultForModel("`month` has to be written YYYY-MM, as in 2025-05.");
  return monthForModel(month, session.index.notesOf(month));
}

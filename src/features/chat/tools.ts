import {
  type CancellationToken,
  Disposable,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
  lm,
} from "vscode";
import { dayAt } from "../../core/calendar/zone.ts";
import type { ChatEngine } from "../../core/engines.ts";
import { noteId } from "../../core/note/note.ts";
import { readNotes } from "../../core/note/readNote.ts";
import { TOOLS, type ToolName, toolId } from "../../ids.ts";
import { describeError } from "../../vscode/log.ts";
import { cancellationOf, type NotebookSession } from "../../vscode/notebookSession.ts";
import type { ChatDeps } from "./index.ts";
import { openForChat } from "./openForChat.ts";

interface Opened {
  readonly session: NotebookSession;
  readonly engine: ChatEngine;
}

interface Tool {
  /** What the editor says while it runs. */
  readonly message: string;
  /** The answer for the model. Input is whatever a model made up. */
  run(opened: Opened, input: unknown, token: CancellationToken): Promise<string>;
}

/** Tools that language models may use when the person lets them: reading, and nothing else. */
export function registerTools({ notebooks, searches, clock, log }: ChatDeps): Disposable {
  // Forks may know no tools.
  if (typeof lm?.registerTool !== "function") return Disposable.from();
  const tools: Readonly<Record<ToolName, Tool>> = {
    findNotes: {
      message: "노트를 찾고 있어요",
      async run({ session, engine }, input, token) {
        const query = engine.textField(input, "query");
        if (query === undefined) return engine.faultForModel("`query` is missing: give words, #tags, kinds or dates.");
        const limit = engine.numberField(input, "limit", { least: 1, most: 20, otherwise: 10 });
        const search = await searches.of(session);
        const today = dayAt(clock.now(), session.settings.dayRule);
        // Some of what is found may be private.
        const options = { today, limit: limit * 2 + 20, cancellation: cancellationOf(token), thorough: true };
        return engine.foundForModel(query, await search.search(query, options), limit);
      },
    },
    readNote: {
      message: "노트를 읽고 있어요",
      async run({ session, engine }, input) {
        // An id is looked up among the notes there are: nothing that a model makes up is a path.
        const note = session.index.byId(engine.textField(input, "id") ?? "");
        const text = note && (await session.readText(note.path));
        const read =
          note && text !== undefined
            ? engine.noteForModel(noteId(note), readNotes(note.path, text, session.rules), text)
            : undefined;
        if (read === undefined)
          return engine.faultForModel("There is no such note to read. Use an id that tomaknote_findNotes gave.");
        const from = engine.numberField(input, "from", { least: 0, most: read.text.length, otherwise: 0 });
        return engine.noteTextForModel(read.note, read.text, from);
      },
    },
    listMonth: {
      message: "한 달의 노트를 보고 있어요",
      async run({ session, engine }, input) {
        const month = engine.monthField(input, "month");
        if (month === undefined) return engine.faultForModel("`month` has to be written YYYY-MM, as in 2025-05.");
        return engine.monthForModel(month, session.index.notesOf(month));
      },
    },
  };
  const toolOf = (name: ToolName): LanguageModelTool<unknown> => ({
    prepareInvocation: () => ({ invocationMessage: tools[name].message }),
    async invoke({ input }, token) {
      try {
        const opened = await openForChat(notebooks);
        if (opened === undefined) return resultOf('{"error":"No notebook folder is open in this window."}');
        return resultOf(await tools[name].run(opened, input, token));
      } catch (error) {
        log.error(`${toolId(name)}:`, describeError(error));
        return resultOf('{"error":"The notes could not be read."}');
      }
    },
  });
  return Disposable.from(...TOOLS.map((name) => lm.registerTool(toolId(name), toolOf(name))));
}

function resultOf(text: string): LanguageModelToolResult {
  return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
}

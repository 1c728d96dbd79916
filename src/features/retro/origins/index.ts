import {
  CodeLens,
  Disposable,
  EventEmitter,
  Hover,
  Location,
  languages,
  Position,
  Range,
  type TextDocument,
  workspace,
} from "vscode";
import { originAt, sameLineIn } from "../../../core/retro/origins.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import type { Notebooks } from "../../../vscode/notebooks.ts";
import { noteTooltip } from "../../../vscode/noteTooltip.ts";
import { draftOrigins, draftQuoting, linesOf } from "./draftOrigins.ts";

/** From each line of a draft to the note it comes from, and from a note to the draft that quotes it. */
export function registerOrigins(notebooks: Notebooks): Disposable {
  const changed = new EventEmitter<void>();
  const selector = { language: "markdown" };
  /** Nothing here is worth reading the notebook for: until something else has, there are no origins. */
  const loaded = (): NotebookSession | undefined => {
    const session = notebooks.opened;
    return session?.isLoaded ? session : undefined;
  };
  return Disposable.from(
    changed,
    notebooks.onDidChangeNotes(() => changed.fire()),
    languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async (document) => {
        const session = loaded();
        return session === undefined
          ? []
          : [...(await draftLenses(session, document)), ...(await noteLenses(session, document))];
      },
    }),
    languages.registerDefinitionProvider(selector, {
      provideDefinition: async (document, position) => {
        const session = loaded();
        const origin = session && originAt(await draftOrigins(session, document), position.line);
        return session && origin && locationOf(session, origin.note, document.lineAt(position.line).text);
      },
    }),
    languages.registerHoverProvider(selector, {
      provideHover: async (document, position) => {
        const session = loaded();
        const origin = session && originAt(await draftOrigins(session, document), position.line);
        const note = origin && session.index.notes().find((candidate) => candidate.path === origin.note);
        return note && new Hover(noteTooltip(note));
      },
    }),
  );
}

async function draftLenses(session: NotebookSession, document: TextDocument): Promise<readonly CodeLens[]> {
  const origins = await draftOrigins(session, document);
  return origins.map(({ note, start }) => lens(start, "원본", "vscode.open", session.uriOf(note)));
}

async function noteLenses(session: NotebookSession, document: TextDocument): Promise<readonly CodeLens[]> {
  const retro = await draftQuoting(session, document);
  if (retro === undefined) return [];
  return [lens(0, `${retro.title}에 실림`, "vscode.open", session.uriOf(retro.path))];
}

function lens(line: number, title: string, command: string, ...args: readonly unknown[]): CodeLens {
  return new CodeLens(new Range(line, 0, line, 0), { title, command, arguments: [...args] });
}

async function locationOf(session: NotebookSession, id: string, line: string): Promise<Location> {
  const document = await workspace.openTextDocument(session.uriOf(id));
  return new Location(document.uri, new Position(sameLineIn(linesOf(document), line) ?? 0, 0));
}

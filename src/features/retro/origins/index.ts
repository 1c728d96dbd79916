import {
  CodeLens,
  Disposable,
  type Event,
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
import { withParticle } from "../../../core/text/particle.ts";
import { openArguments } from "../../../vscode/noteAtCursor.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import type { Notebooks } from "../../../vscode/notebooks.ts";
import { noteTooltip } from "../../../vscode/noteTooltip.ts";
import { draftOrigins, linesOf } from "./draftOrigins.ts";
import { DraftQuotations, type NoteInDraft } from "./draftQuotations.ts";

/** From each line of a draft to the note it comes from, and from a note to the drafts that hold it. */
export function registerOrigins(notebooks: Notebooks, onDidWriteBase: Event<void>): Disposable {
  const changed = new EventEmitter<void>();
  const quotations = new DraftQuotations(notebooks.onDidChangeNotes, onDidWriteBase);
  const selector = { language: "markdown" };
  /** Nothing here is worth reading the notebook for: until something else has, there are no origins. */
  const loaded = (): NotebookSession | undefined => {
    const session = notebooks.opened;
    return session?.isLoaded ? session : undefined;
  };
  return Disposable.from(
    changed,
    quotations,
    notebooks.onDidChangeNotes(() => changed.fire()),
    onDidWriteBase(() => changed.fire()),
    languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async (document) => {
        const session = loaded();
        if (session === undefined) return [];
        const quoted = await quotations.of(session, document);
        return [...(await draftLenses(session, document)), ...quoted.map((found) => quotationLens(session, found))];
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
        const note = origin && session.index.byId(origin.note);
        return note && new Hover(noteTooltip(note));
      },
    }),
  );
}

async function draftLenses(session: NotebookSession, document: TextDocument): Promise<readonly CodeLens[]> {
  const origins = await draftOrigins(session, document);
  return origins.flatMap(({ note: id, start }) => {
    const note = session.index.byId(id);
    return note === undefined ? [] : [lens(start, "원본", "vscode.open", ...openArguments(session, note))];
  });
}

function quotationLens(session: NotebookSession, { draft, quotation }: NoteInDraft): CodeLens {
  const title =
    quotation.by === "entry"
      ? `${draft.title}에 실림`
      : `${draft.title}에서 ${withParticle(quotation.name, "을/를")} 돌아봄`;
  return lens(0, title, "vscode.open", session.uriOf(draft.path));
}

function lens(line: number, title: string, command: string, ...args: readonly unknown[]): CodeLens {
  return new CodeLens(new Range(line, 0, line, 0), { title, command, arguments: [...args] });
}

async function locationOf(session: NotebookSession, id: string, line: string): Promise<Location | undefined> {
  const note = session.index.byId(id);
  if (note === undefined) return undefined;
  const document = await workspace.openTextDocument(session.uriOf(note.path));
  const first = note.range?.line ?? 0;
  const last = note.range === undefined ? undefined : document.positionAt(note.range.end).line;
  const found = sameLineIn(linesOf(document).slice(first, last), line) ?? 0;
  return new Location(document.uri, new Position(first + found, 0));
}

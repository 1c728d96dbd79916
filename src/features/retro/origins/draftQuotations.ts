import { Disposable, type Event, type TextDocument, workspace } from "vscode";
import type { Period } from "../../../core/calendar/period.ts";
import type { Note } from "../../../core/note/note.ts";
import {
  contentsOf,
  type DraftContents,
  draftsAround,
  type Quotation,
  quotationOf,
} from "../../../core/retro/quotations.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { baseOf, splitText } from "./draftOrigins.ts";

/** A draft that holds a note. */
export interface NoteInDraft {
  readonly draft: Note;
  readonly quotation: Quotation;
}

/**
 * Which drafts hold a note. What a draft holds is found out once and remembered until it may have changed: a person who
 * types in a note asks for this at every pause.
 */
export class DraftQuotations extends Disposable {
  #contents = new Map<string, Promise<DraftContents | undefined>>();

  constructor(onDidChange: Event<void>, onDidWriteBase: Event<void>) {
    const subscription = Disposable.from(
      onDidChange(() => this.#contents.clear()),
      onDidWriteBase(() => this.#contents.clear()),
      workspace.onDidChangeTextDocument(({ document }) => this.#contents.delete(document.uri.toString())),
    );
    super(() => subscription.dispose());
  }

  /** From the week's draft to the year's. */
  async of(session: NotebookSession, document: TextDocument): Promise<readonly NoteInDraft[]> {
    const path = session.pathOf(document.uri);
    const known = path === undefined ? undefined : session.index.pathLike(path);
    const [note] = known === undefined ? [] : session.index.notesIn(known);
    if (note === undefined) return [];
    const found = draftsAround(session.index, note).map(async ({ period, draft }) => {
      const contents = await this.#contentsOf(session, period, draft);
      const quotation = contents && quotationOf(note, period, contents);
      return quotation === undefined ? [] : [{ draft, quotation }];
    });
    return (await Promise.all(found)).flat();
  }

  #contentsOf(session: NotebookSession, period: Period, draft: Note): Promise<DraftContents | undefined> {
    const key = session.uriOf(draft.path).toString();
    const known = this.#contents.get(key);
    if (known !== undefined) return known;
    const reading = readContents(session, period, draft);
    this.#contents.set(key, reading);
    // A failure is not remembered: the next question reads again.
    reading.catch(() => this.#contents.delete(key));
    return reading;
  }
}

async function readContents(session: NotebookSession, period: Period, draft: Note): Promise<DraftContents | undefined> {
  const base = await baseOf(session, period);
  return base && contentsOf(splitText(await session.readText(draft.path)), base);
}

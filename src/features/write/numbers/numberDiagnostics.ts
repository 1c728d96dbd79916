import {
  Diagnostic,
  type DiagnosticCollection,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Disposable,
  Location,
  languages,
  Range,
  type Uri,
} from "vscode";
import { sectionIn } from "../../../core/note/diary/sectionIn.ts";
import type { Note } from "../../../core/note/note.ts";
import { checkNumbers, type NumberFinding } from "../../../core/notebook/numberCheck.ts";
import { describeNumberFinding, notesOfFinding, othersOfFinding } from "../../../core/notebook/numberFinding.ts";
import { titleLines } from "../../../core/notebook/renumberQuotes.ts";
import { renumberTitle } from "../../../core/notebook/renumberTitle.ts";
import { describeError, type Log } from "../../../vscode/log.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import type { Notebooks } from "../../../vscode/notebooks.ts";

/** Shown with each entry of the Problems panel; by it the quick fixes know our own. */
export const DIAGNOSTIC_SOURCE = "토막노트";

/** What a check found, in the Problems panel; kept in step with the notebook from the first check on. */
export class NumberDiagnostics extends Disposable {
  readonly #collection: DiagnosticCollection;
  readonly #notebooks: Notebooks;
  readonly #log: Log;
  readonly #subscription: Disposable;
  #following: Disposable | undefined;
  /** Counts the checks, so that one that was overtaken is dropped. */
  #round = 0;

  constructor(notebooks: Notebooks, log: Log) {
    super(() => {
      this.#round++;
      this.#following?.dispose();
      this.#subscription.dispose();
      this.#collection.dispose();
    });
    this.#notebooks = notebooks;
    this.#log = log;
    this.#collection = languages.createDiagnosticCollection("tomaknote.numbers");
    this.#subscription = notebooks.onDidChange(() => {
      if (this.#following === undefined) return;
      this.#collection.clear();
      const session = notebooks.current;
      if (session) this.#follow(session);
    });
  }

  /** Checks now, and from now on after every change. */
  async check(session: NotebookSession): Promise<readonly NumberFinding[]> {
    this.#follow(session);
    return this.#show(session);
  }

  #follow(session: NotebookSession): void {
    this.#following?.dispose();
    this.#following = session.onDidChange(() => {
      this.#show(session).catch((error: unknown) => this.#log.error("checking numbers:", describeError(error)));
    });
  }

  async #show(session: NotebookSession): Promise<readonly NumberFinding[]> {
    const round = ++this.#round;
    const findings = checkNumbers(session.index.notes());
    const shown = new Map<string, { readonly uri: Uri; readonly diagnostics: Diagnostic[] }>();
    for (const finding of findings) {
      for (const note of notesOfFinding(finding)) {
        const uri = session.uriOf(note.path);
        const entry = shown.get(note.path) ?? { uri, diagnostics: [] };
        shown.set(note.path, entry);
        const ranges = await rangesOf(session, finding, note);
        entry.diagnostics.push(...ranges.map((range) => diagnosticOf(session, finding, note, range)));
        if (round !== this.#round || session !== this.#notebooks.current) return findings;
      }
    }
    this.#collection.clear();
    for (const { uri, diagnostics } of shown.values()) this.#collection.set(uri, diagnostics);
    return findings;
  }
}

function diagnosticOf(session: NotebookSession, finding: NumberFinding, note: Note, range: Range): Diagnostic {
  const severity = finding.severity === "warning" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information;
  const diagnostic = new Diagnostic(range, `${describeNumberFinding(finding)}.`, severity);
  diagnostic.source = DIAGNOSTIC_SOURCE;
  diagnostic.code = finding.kind;
  diagnostic.relatedInformation = othersOfFinding(finding, note).map(
    (other) =>
      new DiagnosticRelatedInformation(new Location(session.uriOf(other.path), new Range(0, 0, 0, 0)), other.title),
  );
  return diagnostic;
}

/** The line of a note's title, or the lines of a retro that quote what is not there. */
async function rangesOf(session: NotebookSession, finding: NumberFinding, note: Note): Promise<readonly Range[]> {
  const { tomakTitle } = session.rules;
  let text: string;
  try {
    text = await session.readText(note.path);
  } catch (error) {
    // Gone since it was indexed: the next change of the index says so.
    if (session.files.isMissing(error)) return [];
    throw error;
  }
  if (finding.kind === "quote") {
    const quotes = titleLines(text, tomakTitle).filter(({ number }) => finding.numbers.includes(number));
    return quotes.length === 0 ? [lineAt(text, 0)] : quotes.map(({ start }) => lineAt(text, start));
  }
  if (note.range !== undefined) return [lineAt(text, sectionIn(text, note, session.rules)?.range?.start ?? 0)];
  const number = note.number ?? 0;
  // Where another number would be written is where the number is.
  return [lineAt(text, renumberTitle(text, number, number + 1, tomakTitle)?.[0]?.start ?? 0)];
}

function lineAt(text: string, offset: number): Range {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  const start = offset - (before.at(-1) ?? "").length;
  const [line = ""] = text.slice(start).split(/\r\n|\n|\r/, 1);
  return new Range(before.length - 1, 0, before.length - 1, line.length);
}

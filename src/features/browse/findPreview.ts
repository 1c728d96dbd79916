import { Range, TabInputText, type TextEditor, TextEditorRevealType, type Uri, window, workspace } from "vscode";
import type { Note } from "../../core/note/note.ts";
import type { SearchWord } from "../../core/search/searchQuery.ts";
import { spotOf } from "../../core/search/spotOf.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";

/** Shows notes while they are looked through, and puts back what was there before. */
export class FindPreview {
  readonly #session: NotebookSession;
  readonly #before = window.activeTextEditor;
  readonly #selection = this.#before?.selection;
  readonly #visible = this.#before?.visibleRanges[0];
  readonly #wasPreview = window.tabGroups.activeTabGroup.activeTab?.isPreview ?? false;
  readonly #openBefore = new Set(openUris());
  #showing: Promise<unknown> = Promise.resolve();
  #latest: Note | undefined;
  #isUsed = false;

  constructor(session: NotebookSession) {
    this.#session = session;
  }

  /** Shows a note beside the open pick, unless another is asked for before. */
  show(note: Note, words: readonly SearchWord[]): Promise<unknown> {
    this.#latest = note;
    this.#isUsed = true;
    this.#showing = settled(this.#showing).then(async () => {
      if (this.#latest === note) await showAt(this.#session, note, words, { preview: true, preserveFocus: true });
    });
    return this.#showing;
  }

  /** Opens a note to stay. */
  async open(note: Note, words: readonly SearchWord[]): Promise<void> {
    this.#latest = note;
    await settled(this.#showing);
    await showAt(this.#session, note, words, { preview: false });
  }

  /** Closes what was shown and goes back to the editor before. */
  async restore(): Promise<void> {
    this.#latest = undefined;
    await settled(this.#showing);
    if (!this.#isUsed) return;
    const shown = window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.filter(
        ({ input, isPreview }) =>
          isPreview && input instanceof TabInputText && !this.#openBefore.has(String(input.uri)),
      ),
    );
    if (this.#before !== undefined) await this.#goBack(this.#before);
    // One that was replaced by the editor before is gone already.
    const left = shown.filter((tab) => window.tabGroups.all.some(({ tabs }) => tabs.includes(tab)));
    if (left.length > 0) await window.tabGroups.close(left);
  }

  async #goBack({ document, viewColumn }: TextEditor): Promise<void> {
    const editor = await window.showTextDocument(document, {
      preview: this.#wasPreview,
      ...(viewColumn !== undefined && { viewColumn }),
      ...(this.#selection !== undefined && { selection: this.#selection }),
    });
    if (this.#visible !== undefined) editor.revealRange(this.#visible);
  }
}

async function showAt(
  session: NotebookSession,
  note: Note,
  words: readonly SearchWord[],
  options: { readonly preview: boolean; readonly preserveFocus?: boolean },
): Promise<void> {
  const document = await workspace.openTextDocument(session.uriOf(note.path));
  const { start, end } = spotOf(document.getText(), note, words);
  const selection = new Range(document.positionAt(start), document.positionAt(end));
  const editor = await window.showTextDocument(document, { ...options, selection });
  // The open pick covers the upper part.
  if (options.preview) editor.revealRange(selection, TextEditorRevealType.InCenter);
}

/** Waits for work whose failure was told where it was started. */
function settled(work: Promise<unknown>): Promise<unknown> {
  return work.catch(() => undefined);
}

function openUris(): readonly string[] {
  return window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.flatMap(({ input }): readonly string[] =>
      input instanceof TabInputText ? [String(input.uri satisfies Uri)] : [],
    ),
  );
}

import {
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  Range,
  TabInputText,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { Clock, Instant } from "../../../core/calendar/clock.ts";
import type { DraftReview } from "../../../core/publish/reviewDraft.ts";
import { setContext } from "../../../vscode/context.ts";
import { describeError, type Log } from "../../../vscode/log.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import type { Notebooks } from "../../../vscode/notebooks.ts";
import { Notice } from "../../../vscode/notice.ts";

/** After the last key. */
const PAUSE_MS = 500;

/** A longer text is looked over when it is asked for, not at every pause in typing. */
const LONGEST_LIVE = 200_000;

/** What may be a draft by its address or its first lines; anything else is not worth loading what looks closer. */
const MAYBE_PATH = /(?:^|\/)(?:_drafts|posts?|글|초안)\/|회고/i;
const MAYBE_HEAD = /^(?:draft|published) {0,9}[:=]/im;

interface Shown {
  readonly version: number;
  readonly review: DraftReview;
}

/** What is found in drafts, in the Problems panel: live in those that are looked at, and in any note when it is asked for. */
export class DraftFindings extends Disposable {
  readonly #notebooks: Notebooks;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #collection = languages.createDiagnosticCollection("tomaknote.drafts");
  readonly #shown = new Map<string, Shown>();
  readonly #subscriptions: Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(notebooks: Notebooks, clock: Clock, log: Log) {
    super(() => {
      clearTimeout(this.#timer);
      this.#subscriptions.dispose();
      this.#collection.dispose();
    });
    this.#notebooks = notebooks;
    this.#clock = clock;
    this.#log = log;
    const soon = (): void => this.#soon();
    this.#subscriptions = Disposable.from(
      window.onDidChangeVisibleTextEditors(soon),
      window.onDidChangeActiveTextEditor(soon),
      notebooks.onDidChangeNotes(soon),
      workspace.onDidSaveTextDocument(soon),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.languageId === "markdown") soon();
      }),
      // The editor itself closes a document long after its tab.
      window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const { input } of closed) if (input instanceof TabInputText) this.forget(input.uri);
      }),
    );
    soon();
  }

  /** What was found in a document's text as it is now. */
  reviewOf({ uri, version }: TextDocument): DraftReview | undefined {
    const shown = this.#shown.get(uri.toString());
    return shown?.version === version ? shown.review : undefined;
  }

  /** Looks over a note of the notebook and shows what is found. */
  async check(session: NotebookSession, uri: Uri, publishedAt?: Instant): Promise<DraftReview> {
    const path = session.pathOf(uri);
    if (path === undefined || !/\.(?:mdx?|markdown)$/i.test(path))
      throw new Notice("노트 폴더에 있는 글이 아니에요. 노트 폴더의 글을 연 뒤 다시 해 주세요.");
    const document = await workspace.openTextDocument(uri);
    return this.#review(session, document, () => true, publishedAt);
  }

  async #review(
    session: NotebookSession,
    document: TextDocument,
    isWanted: (review: DraftReview) => boolean,
    publishedAt?: Instant,
  ): Promise<DraftReview> {
    const { version, uri } = document;
    const { reviewDraft } = await session.engines.loadPublishing();
    const times = { now: this.#clock.now(), ...(publishedAt !== undefined && { publishedAt }) };
    const review = await reviewDraft(session, session.pathOf(uri) ?? "", document.getText(), times);
    // What was typed meanwhile is looked at next.
    if (document.version !== version || document.isClosed || !isWanted(review)) return review;
    this.#shown.set(uri.toString(), { version, review });
    this.#collection.set(
      uri,
      review.findings.map(({ start, end, message, severity, code }) => {
        const range = new Range(document.positionAt(start), document.positionAt(end));
        const level = severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        return Object.assign(new Diagnostic(range, message, level), { source: "토막노트", code });
      }),
    );
    return review;
  }

  /** Clears what was shown of a document. */
  forget(uri: Uri): void {
    this.#shown.delete(uri.toString());
    this.#collection.delete(uri);
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#look().catch((error: unknown) => this.#log.error("looking over drafts:", describeError(error)));
    }, PAUSE_MS);
  }

  /** A draft that no longer is one is cleared; what was asked for in any other note stays up to date. */
  async #look(): Promise<void> {
    let isDraft = false;
    for (const { document } of window.visibleTextEditors) {
      const { uri } = document;
      const known = this.#shown.get(uri.toString());
      if (known === undefined && (document.languageId !== "markdown" || !maybeDraft(document))) continue;
      const session = this.#notebooks.current;
      if (session?.pathOf(uri) === undefined) continue;
      const { state } = await this.#review(
        session,
        document,
        (found) => found.state === "draft" || known !== undefined,
      );
      if (state !== "draft" && known?.review.state === "draft") this.forget(uri);
      if (document === window.activeTextEditor?.document) isDraft = state === "draft";
    }
    setContext("draft", isDraft);
  }
}

function maybeDraft(document: TextDocument): boolean {
  if (document.getText().length > LONGEST_LIVE) return false;
  return MAYBE_PATH.test(document.uri.path) || MAYBE_HEAD.test(document.getText(new Range(0, 0, 40, 0)));
}

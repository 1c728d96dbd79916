import { type Disposable, type Memento, window, workspace } from "vscode";
import { guessLayout, LAYOUT_SOURCES, type Layout } from "../../core/import/guessLayout.ts";
import type { HeaderTemplates } from "../../core/import/header/headerTemplates.ts";
import { builtInTemplate, templatePath } from "../../core/note/builtInTemplates.ts";
import type { Note } from "../../core/note/note.ts";
import { isNumbered } from "../../core/notebook/numberedEntries.ts";
import { recogniseSite } from "../../core/retro/recogniseSite.ts";
import { findOnDisk } from "../../core/write/planTomak.ts";
import { createFiles, type FileToCreate } from "../../vscode/edits.ts";
import { describeError, type Log } from "../../vscode/log.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import type { LiveSettings } from "../../vscode/settings.ts";

export interface OfferDeps {
  readonly notebooks: Notebooks;
  readonly settings: LiveSettings;
  readonly log: Log;
  /** Remembers that this workspace was asked. */
  readonly memory: Memento;
}

const ASKED = "layoutAsked";

/**
 * Once in a workspace, when its notes have been read: offers to put new notes where its old ones lie, and to begin them
 * as those begin. Asks no one who has said where notes go, and nothing where settings may not be written.
 */
export function offerLayout(deps: OfferDeps): Disposable {
  const { notebooks, settings, memory, log } = deps;
  /** Each notebook is looked at once, not after every change. */
  const seen = new WeakSet<NotebookSession>();
  return notebooks.onDidChangeNotes(() => {
    const session = notebooks.opened;
    if (session?.isLoaded !== true || seen.has(session)) return;
    seen.add(session);
    if (!workspace.isTrusted || (workspace.workspaceFolders?.length ?? 0) === 0) return;
    if (memory.get<boolean>(ASKED) || settings.isStated("tomak.path") || settings.isStated("til.path")) return;
    ask(session, deps).catch((error: unknown) => log.error("offering a layout:", describeError(error)));
  });
}

async function ask(session: NotebookSession, { settings, memory }: OfferDeps): Promise<void> {
  // Where numbered 토막글 are, someone writes with us already and has the notes where they want them.
  if (session.index.notes().some(isNumbered)) return;
  const site = await recogniseSite(session.files);
  const { tomak, til } = session.settings;
  const notes = session.index.notes();
  const layout = guessLayout(notes, site, [tomak.path, til.path]);
  // The folder of a site is one that somebody writes for others to read, in one style; elsewhere habits may be chance.
  if (layout === undefined && site === "plain") return;
  const headerTemplates = await session.engines.loadHeaderTemplates();
  const header = headerTemplates(await latestTexts(session, notes));
  const templates = await missingTemplates(session, header);
  if (layout === undefined && templates.length === 0) return;
  await memory.update(ASKED, true);
  const headerText = templates.length === 0 ? undefined : header?.description;
  const offer = layout === undefined ? describeHeader(headerText ?? "") : describeLayout(layout, headerText);
  const answer = await window.showInformationMessage(offer, "이렇게 하기", "지금 설정 그대로");
  if (answer !== "이렇게 하기") return;
  if (layout !== undefined)
    await settings.rememberForWorkspace({ "tomak.path": layout.tomakPath, "til.path": layout.tilPath });
  if (templates.length > 0 && !(await createFiles(session, templates)))
    void window.showWarningMessage(
      "템플릿을 만들지 못했어요. 노트 폴더에 쓸 수 있는지 확인하고 '템플릿 고치기'를 해 주세요.",
    );
}

/** As many of the latest notes as show a habit of today. */
const LOOKED_AT = 40;

async function latestTexts(session: NotebookSession, notes: readonly Note[]): Promise<readonly string[]> {
  const own = notes.filter(
    ({ kind, date, range, problem }) =>
      kind !== "retro" && date?.precision === "day" && range === undefined && problem === undefined,
  );
  const texts: string[] = [];
  for (const { path } of own.slice(-LOOKED_AT)) {
    try {
      texts.push(await session.readText(path));
    } catch (error) {
      // Gone since it was indexed.
      if (!session.files.isMissing(error)) throw error;
    }
  }
  return texts;
}

/** The templates to write: those that say something else than the built-in ones, where the notebook has none of its own. */
async function missingTemplates(
  session: NotebookSession,
  header: HeaderTemplates | undefined,
): Promise<readonly FileToCreate[]> {
  const files: FileToCreate[] = [];
  for (const name of ["til", "tomak"] as const) {
    const path = templatePath(name);
    if (header === undefined || header[name] === builtInTemplate(name, session.settings)) continue;
    if ((await findOnDisk(session, path)) === undefined) files.push({ path, text: header[name] });
  }
  return files;
}

/** `이 폴더는 Jekyll 블로그 같아요: 글 119편, 날짜는 파일 이름에서.` */
function describeLayout({ name, noteCount, source, tilPath }: Layout, header: string | undefined): string {
  const found = `이 폴더는 ${name} 같아요: 글 ${noteCount}편, 날짜는 ${LAYOUT_SOURCES[source]}. 새 노트도 ${tilPath} 처럼`;
  return header === undefined
    ? `${found} 둘까요? 작업 영역 설정에 적고, 언제든 바꿀 수 있어요.`
    : `${found} 두고 ${header} 적을까요? 작업 영역 설정과 .tomaknote/templates에 적고, 언제든 바꿀 수 있어요.`;
}

function describeHeader(header: string): string {
  return `새 노트도 이 블로그의 글처럼 ${header} 적을까요? .tomaknote/templates에 템플릿을 두고, 언제든 바꿀 수 있어요.`;
}

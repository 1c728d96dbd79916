import { builtInTemplate, templatePath } from "../note/builtInTemplates.ts";
import type { Note, NotePath } from "../note/note.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { isNumbered } from "../notebook/numberedEntries.ts";
import { recogniseSite } from "../retro/recogniseSite.ts";
import { findOnDisk } from "../write/planTomak.ts";
import { guessLayout, LAYOUT_SOURCES, type Layout } from "./guessLayout.ts";
import { type HeaderTemplates, headerTemplates } from "./header/headerTemplates.ts";

/** What new notes of a repository would do as its notes do. */
export interface LayoutOffer {
  /** In Korean, a question. */
  readonly question: string;
  /** Values for settings; none where notes go as they do anyway. */
  readonly settings: Readonly<Record<string, string>>;
  readonly templates: readonly { readonly path: NotePath; readonly text: string }[];
}

/** What is worth offering for this notebook; `undefined` where there is nothing. Nothing is written. */
export async function layoutOffer(notebook: Notebook): Promise<LayoutOffer | undefined> {
  const notes = notebook.index.notes();
  // Where numbered 토막글 are, someone writes with us already and has the notes where they want them.
  if (notes.some(isNumbered)) return undefined;
  const { tomak, til } = notebook.settings;
  const site = await recogniseSite(notebook.files);
  const guessed = guessLayout(notes, site, [tomak.path, til.path]);
  // The folder of a site is one that somebody writes for others to read, in one style; elsewhere habits may be chance.
  if (guessed === undefined && site === "plain") return undefined;
  const header = headerTemplates(await latestTexts(notebook, notes));
  // A new note has its day in its name or in its front matter, or nobody knows it tomorrow.
  const layout = guessed && header && !DAY.test(guessed.tomakPath) && !DAY.test(header.til) ? undefined : guessed;
  const templates = await missingTemplates(notebook, header);
  const headerText = templates.length === 0 ? undefined : header?.description;
  if (layout === undefined && headerText === undefined) return undefined;
  return {
    question: layout === undefined ? describeHeader(headerText ?? "") : describeLayout(layout, headerText),
    settings: layout === undefined ? {} : { "tomak.path": layout.tomakPath, "til.path": layout.tilPath },
    templates,
  };
}

const DAY = /\{\{ (?:date|day|day_number)\b/;

/** As many of the latest notes as show a habit of today. */
const LOOKED_AT = 40;

async function latestTexts(notebook: Notebook, notes: readonly Note[]): Promise<readonly string[]> {
  const own = notes.filter(
    ({ kind, date, range, problem }) =>
      kind !== "retro" && date?.precision === "day" && range === undefined && problem === undefined,
  );
  const texts: string[] = [];
  for (const { path } of own.slice(-LOOKED_AT)) {
    try {
      texts.push(await notebook.readText(path));
    } catch (error) {
      // Gone since it was indexed.
      if (!notebook.files.isMissing(error)) throw error;
    }
  }
  return texts;
}

/** The templates to write: those that say something else than the built-in ones, where the notebook has none of its own. */
async function missingTemplates(
  notebook: Notebook,
  header: HeaderTemplates | undefined,
): Promise<LayoutOffer["templates"]> {
  const templates: { path: NotePath; text: string }[] = [];
  for (const name of ["til", "tomak"] as const) {
    const path = templatePath(name);
    if (header === undefined || header[name] === builtInTemplate(name, notebook.settings)) continue;
    if ((await findOnDisk(notebook, path)) === undefined) templates.push({ path, text: header[name] });
  }
  return templates;
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

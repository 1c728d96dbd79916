import { type Disposable, env, type Memento, type TextDocument, Uri, window, workspace } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import { saysDraft } from "../../core/note/draftMarks.ts";
import { scalarField } from "../../core/note/frontMatter/field.ts";
import { readFrontMatter } from "../../core/note/frontMatter/read.ts";
import { PASTE_SITES, type PastedPost, type PasteSite } from "../../core/publish/paste/pasteSite.ts";
import type { PreviewSite } from "../../core/publish/preview/previewSite.ts";
import type { Log } from "../../vscode/log.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import { Notice } from "../../vscode/notice.ts";
import { registerCommand, runReported } from "../../vscode/registerCommand.ts";
import { showLocalFiles } from "./localFilesPick.ts";
import { offerToMark } from "./markPublished.ts";

export interface CopyDeps {
  readonly notebooks: Notebooks;
  readonly clock: Clock;
  readonly log: Log;
  readonly memory: Memento;
}

const LAST_SITE = "lastPastingSite";
const NAMES: Readonly<Record<PasteSite, string>> = { velog: "velog (Markdown)", tistory: "티스토리 (HTML)" };

/** 붙여넣을 글로 복사: the open post on the clipboard, in the form that velog's or Tistory's own editor takes. */
export function registerCopyForPasting({ notebooks, clock, log, memory }: CopyDeps): Disposable {
  return registerCommand("copyForPasting", log, async (argument) => {
    const document = await documentOf(argument);
    const session = await notebooks.require();
    if (session === undefined) return;
    const site = await siteFor(session, memory);
    if (site === undefined) return;
    const { uri } = document;
    const inside = session.pathOf(uri);
    // A post from elsewhere has its images beside it.
    const root = inside === undefined ? Uri.joinPath(uri, "..") : session.root;
    const path = inside ?? uri.path.slice(uri.path.lastIndexOf("/") + 1);
    const home = inside === undefined ? undefined : await siteOf(session, inside);
    const post = await pastedPost(session, document.getText(), site, path, home);
    await env.clipboard.writeText(post.text);
    // The messages stay until they are answered; the command is over now.
    void report(root, post);
    // What a site of the notebook builds is published there.
    const mayMark = inside !== undefined && home === undefined && workspace.isTrusted;
    const head = readFrontMatter(document.getText());
    if (mayMark && saysDraft((key) => scalarField(head, key)))
      void runReported("copyForPasting", log, () => offerToMark(session, uri, clock));
  });
}

/** A preview that has the focus hides which post it shows: then it is the one post beside it. */
async function documentOf(argument: unknown): Promise<TextDocument> {
  if (argument instanceof Uri) return workspace.openTextDocument(argument);
  const active = window.activeTextEditor?.document;
  const posts = window.visibleTextEditors.map(({ document }) => document).filter(isMarkdown);
  const document = active ?? (new Set(posts).size === 1 ? posts[0] : undefined);
  if (document !== undefined && isMarkdown(document)) return document;
  throw new Notice("복사할 글이 없어요. Markdown으로 쓴 글을 열고 다시 해 주세요.");
}

function isMarkdown({ languageId }: TextDocument): boolean {
  return languageId === "markdown";
}

/** As the settings say, or else as the person does; what they said last is the first answer the next time. */
async function siteFor({ settings }: NotebookSession, memory: Memento): Promise<PasteSite | undefined> {
  const stated = PASTE_SITES.find((site) => site === settings.retro.site);
  if (stated !== undefined) return stated;
  const last = memory.get<string>(LAST_SITE);
  const sites = [...PASTE_SITES].sort((a, b) => Number(b === last) - Number(a === last));
  const picked = await window.showQuickPick(
    sites.map((site) => ({
      label: NAMES[site],
      description: site === last ? "지난번" : "",
      site,
    })),
    {
      title: "붙여넣을 글로 복사",
      placeHolder: "어디에 붙여 넣을까요? 설정 tomaknote.retro.site에 적어 두면 묻지 않아요.",
    },
  );
  if (picked !== undefined) await memory.update(LAST_SITE, picked.site);
  return picked?.site;
}

/** What the post was written for, whatever it is pasted into. */
async function siteOf({ engines, files }: NotebookSession, path: string): Promise<PreviewSite | undefined> {
  const { previewSite } = await engines.loadPreview();
  return previewSite(files, { site: "auto" }, path);
}

async function pastedPost(
  { engines }: NotebookSession,
  text: string,
  site: PasteSite,
  path: string,
  home: PreviewSite | undefined,
): Promise<PastedPost> {
  const { pastePost } = await engines.loadPasting();
  const [parse, newMarkdown, highlight] = await Promise.all([
    engines.loadMarkdown(),
    engines.loadMarkdownIt(),
    engines.loadHighlighting(),
  ]);
  try {
    return pastePost(text, readFrontMatter(text), site, path, home, { parse, newMarkdown, highlight });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Notice("HTML이 너무 깊이 겹쳐 있어서 복사하지 않았어요. 겹친 태그를 줄이고 다시 해 주세요.");
  }
}

async function report(root: Uri, post: PastedPost): Promise<void> {
  if (post.images.length + post.links.length === 0) {
    void window.showInformationMessage(post.message);
  } else if ((await window.showInformationMessage(post.message, "목록 보기")) !== undefined) {
    await showLocalFiles(root, post);
  }
}

import { type Uri, window } from "vscode";
import {
  describeAttached,
  describeLeft,
  describeSkipped,
  filesOf,
  remarksOn,
} from "../../core/import/describeImport.ts";
import { type ImportFile, isRefused, nameOf } from "../../core/import/importFile.ts";
import type { PlannedNote } from "../../core/import/planNotes.ts";
import type { DatedPost } from "../../core/import/planPosts.ts";
import type { Picked } from "../../core/import/readPicked.ts";
import { recogniseSite } from "../../core/retro/recogniseSite.ts";
import { nameKey } from "../../core/text/nfc.ts";
import { createFiles, removeCreated } from "../../vscode/edits/createFiles.ts";
import { importFilesAt } from "../../vscode/importFiles.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import { Notice } from "../../vscode/notice.ts";
import { openNote } from "../../vscode/openNote.ts";
import { whenLoaded } from "../../vscode/progress.ts";
import { refusal } from "../../vscode/refusal.ts";
import { slowly } from "../../vscode/slowly.ts";
import { askKind, askMonth, chooseItems } from "./askSource.ts";

interface Found {
  readonly files: readonly ImportFile[];
  readonly picked: Picked;
}

interface Plan {
  readonly items: readonly PlannedNote[];
  readonly existing: number;
  /** What else is worth saying, in Korean. */
  readonly remarks: readonly string[];
}

/** Reads what was picked, shows what it would become, and creates what is chosen as one step. */
export async function bringIn(
  session: NotebookSession,
  uris: readonly Uri[],
  wanted: "posts" | "everything",
): Promise<void> {
  const found = await refusing(() =>
    slowly("가져올 글을 읽고 있어요", async (steps) => {
      const all: Found[] = [];
      for (const uri of uris) all.push(await read(session, uri, steps));
      return all;
    }),
  );
  const posts = found.flatMap(({ picked }) => picked.posts);
  const notes = wanted === "posts" ? [] : found.filter(({ picked }) => picked.notes.length > 0);
  if (posts.length + notes.length === 0) throw nothingFound(uris, found, wanted);
  const dated: DatedPost[] = [];
  for (const { name, post } of posts) {
    const month = post.month ?? (await askMonth(name));
    if (month === undefined) return;
    dated.push({ name, post, month });
  }
  await whenLoaded(session);
  const plan = await planAll(session, dated, notes);
  if (plan === undefined) return;
  const { items, existing } = plan;
  if (items.length === 0) {
    const all = `글 ${existing}편은 모두 이미 노트로 있어요. 만든 것은 없어요.`;
    void window.showInformationMessage(sentences([all, ...plan.remarks]));
    return;
  }
  const chosen = await chooseItems(items, existing);
  if (chosen === undefined || chosen.length === 0) return;
  const remarks = [...plan.remarks, ...found.flatMap(({ picked }) => describeSkipped(picked))];
  await create(session, chosen, [...remarks, ...remarksOn(chosen)]);
}

async function read(
  session: NotebookSession,
  uri: Uri,
  steps: Parameters<Parameters<typeof slowly>[1]>[0],
): Promise<Found> {
  const { openZip, readPicked } = await session.engines.loadImporting();
  const files = await importFilesAt(uri, openZip, steps.cancellation);
  return { files, picked: await readPicked(files, session.rules, await session.engines.loadMarkdown(), steps) };
}

/** What the core refuses reaches the person as it is. */
async function refusing<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw isRefused(error) ? new Notice(error.message) : error;
  }
}

function nothingFound(uris: readonly Uri[], found: readonly Found[], wanted: "posts" | "everything"): Notice {
  const name = uris.map(({ path }) => nameOf(path)).join(", ");
  if (found.some(({ picked }) => picked.skipped["not-utf8"].length > 0))
    return new Notice(`${name} 파일은 UTF-8이 아니라서 가져오지 않았어요. UTF-8로 저장한 뒤 다시 해 주세요.`);
  return new Notice(
    wanted === "posts"
      ? `${name}에서 토막글이나 TIL 목록을 찾지 못했어요. '## 5월 동안 쓴 토막글들'처럼 목록 위에 제목을 달고 다시 해 주세요.`
      : `${name}에서 가져올 글을 찾지 못했어요. Markdown이나 HTML로 된 글이 있는 폴더나 zip을 골라 주세요.`,
  );
}

async function planAll(
  session: NotebookSession,
  posts: readonly DatedPost[],
  found: readonly Found[],
): Promise<Plan | undefined> {
  const engine = await session.engines.loadImporting();
  const { tomak, til } = session.settings;
  const common = {
    rules: session.rules,
    tomakPath: tomak.path,
    tilPath: til.path,
    render: await session.engines.loadTemplates(),
  };
  const fromPosts = engine.planPosts(posts, { ...common, notes: session.index.notes() });
  if (!fromPosts.ok) throw refusal(session, fromPosts.problem);
  const { repeatedNumbers, looseLines } = fromPosts.plan;
  const items = [...fromPosts.plan.items];
  let existing = fromPosts.plan.existing.length;
  const remarks = [
    ...(repeatedNumbers.length === 0 ? [] : [`다른 달에도 있는 번호가 있어요: ${repeatedNumbers.join(", ")}.`]),
    ...(looseLines === 0 ? [] : [`어느 항목에도 들지 않은 ${looseLines}줄은 글에만 남겨 두었어요.`]),
  ];
  if (found.length === 0) return { items, existing, remarks };
  const as = await askKind(found.reduce((sum, { picked }) => sum + picked.notes.length, 0));
  if (as === undefined) return undefined;
  await slowly("만들 노트를 정하고 있어요", async (steps) => {
    const known = await engine.readKnownNotes(session, steps.cancellation);
    const taken = new Set([...session.index.paths(), ...items.map(({ path }) => path)].map(nameKey));
    const parse = await session.engines.loadMarkdown();
    const site = await recogniseSite(session.files);
    for (const { files, picked } of found) {
      const target = { ...common, parse, site, known, taken };
      const planned = await engine.planNotes(picked.notes, as, files, target, steps);
      if (!planned.ok) throw refusal(session, planned.problem);
      items.push(...planned.plan.items);
      existing += planned.plan.existing.length;
      remarks.push(...describeLeft(planned.plan.left));
    }
  });
  return { items, existing, remarks };
}

async function create(
  session: NotebookSession,
  chosen: readonly PlannedNote[],
  remarks: readonly string[],
): Promise<void> {
  // All is read before anything is written: what turns out to be damaged leaves nothing half done.
  const images = await refusing(() =>
    slowly("그림과 첨부를 읽고 있어요", async ({ cancellation, onProgress }) => {
      const all = filesOf(chosen);
      const read: { readonly path: string; readonly bytes: Uint8Array }[] = [];
      for (const [index, { file, to }] of all.entries()) {
        if (cancellation.aborted) break;
        onProgress(index, all.length);
        read.push({ path: to, bytes: await file.read() });
      }
      return read;
    }),
  );
  if (!(await createFiles(session, chosen, images))) {
    throw new Notice("노트를 하나도 만들지 못했어요. 노트 폴더에 쓸 수 있는지 확인하고 다시 해 주세요.");
  }
  const [first] = chosen;
  if (first !== undefined) await openNote(session, first.path);
  void offerUndo(session, chosen, images, remarks);
}

/** A message is one line. */
function sentences(remarks: readonly string[]): string {
  return remarks.map((remark) => (remark.endsWith(".") ? remark : `${remark}.`)).join(" ");
}

/** Says what was made. The editor's own undo takes it back too; the button does so from anywhere. */
async function offerUndo(
  session: NotebookSession,
  made: readonly PlannedNote[],
  images: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  remarks: readonly string[],
): Promise<void> {
  const origins = [...new Set(made.map(({ origin }) => origin))];
  const from = origins.length > 3 ? `${origins.slice(0, 3).join(", ")} 외 ${origins.length - 3}곳` : origins.join(", ");
  const withFiles = images.length === 0 ? "을" : `, ${describeAttached(images.map(({ path }) => ({ to: path })))}를`;
  const message = sentences([`${from}에서 노트 ${made.length}편${withFiles} 만들었어요.`, ...remarks]);
  if ((await window.showInformationMessage(message, "되돌리기")) === undefined) return;
  const removed = await removeCreated(session, made, images);
  const kept = made.length - removed;
  void window.showInformationMessage(
    kept === 0
      ? `가져온 노트 ${removed}편을 되돌렸어요.`
      : `${removed}편을 되돌렸고, 그사이 고친 ${kept}편은 그대로 두었어요.`,
  );
}

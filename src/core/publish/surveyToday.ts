import type { Instant } from "../calendar/clock.ts";
import type { Day } from "../calendar/day.ts";
import { dayAt } from "../calendar/zone.ts";
import type { Note, NotePath } from "../note/note.ts";
import type { Excluded } from "../notebook/exclude.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { type Candidate, candidateOf, kindOfFile } from "./candidate.ts";
import type { GitProblem } from "./git/gitProblem.ts";
import { findRepository, type Repository, survey } from "./git/repository.ts";
import type { RunGit } from "./git/runGit.ts";
import type { GitChange } from "./git/status.ts";
import { imagesShown } from "./imagesShown.ts";

export interface TodayDeps {
  readonly notebook: Pick<Notebook, "settings" | "readText" | "engines">;
  readonly isExcluded: Excluded;
  readonly run: RunGit;
  readonly today: Day;
  /** Notes with changes that are in the editor alone. */
  readonly unsaved: ReadonlySet<NotePath>;
  /** Folders of notes that may be of today; repositories inside of the notebook are looked for in them. */
  readonly folders: Iterable<NotePath>;
  /** The notes of a file with this text. */
  readNotes(path: NotePath, text: string): readonly Note[];
  /** The absolute path of a file or folder of the notebook. */
  absolute(path: NotePath): string;
  /** When a file or folder changed; `undefined` where there is none. */
  modified(path: NotePath): Promise<Instant | undefined>;
}

/** A repository with what of the notebook could be committed to it, or why nothing can. */
export type RepositoryToday =
  | { readonly ok: true; readonly repository: Repository; readonly candidates: readonly Candidate[] }
  | { readonly ok: false; readonly repository?: Repository; readonly problem: GitProblem };

/** The repositories of today's notes; never empty. Nothing is written. */
export async function surveyToday(deps: TodayDeps): Promise<readonly [RepositoryToday, ...RepositoryToday[]]> {
  const around = await findRepository(deps.run, deps.absolute(""), "");
  const found = new Map<string, Repository>();
  if (around.ok) found.set(around.repository.root, around.repository);
  for (const folder of new Set(deps.folders)) {
    const inner = await findRepository(deps.run, deps.absolute(folder), folder);
    if (inner.ok && !found.has(inner.repository.root)) found.set(inner.repository.root, inner.repository);
  }
  const surveyed: RepositoryToday[] = [];
  for (const repository of found.values()) surveyed.push(await surveyOne(deps, repository));
  const worthwhile = surveyed.filter((one) => !one.ok || one.candidates.length > 0);
  const [first, ...more] = worthwhile.length > 0 ? worthwhile : surveyed;
  return first === undefined
    ? [{ ok: false, problem: around.ok ? { reason: "nothing" } : around.problem }]
    : [first, ...more];
}

async function surveyOne(deps: TodayDeps, repository: Repository): Promise<RepositoryToday> {
  const surveyed = await survey(deps.run, repository);
  if (!surveyed.ok) return { ...surveyed, repository };
  const changes = new Map(surveyed.changes.map((change) => [change.path, change]));
  for (const note of deps.unsaved) {
    const path = repository.pathOf(note);
    if (path !== undefined && !changes.has(path))
      changes.set(path, { path, kind: "changed", isUntracked: false, isPartlyStaged: false });
  }
  const files = [...changes.values()].flatMap((change) => {
    const path = repository.noteOf(change.path);
    const what = path === undefined ? undefined : kindOfFile(path, deps.isExcluded);
    return path === undefined || what === undefined ? [] : [{ change, path, what }];
  });
  const texts = new Map<NotePath, string>();
  const candidates: Candidate[] = [];
  await Promise.all(
    files
      .filter(({ what }) => what !== "image")
      .map(async ({ change, path, what }) => {
        const notes = what === "note" ? await notesOf(deps, repository, change, path, texts) : [];
        const isUnsaved = deps.unsaved.has(path);
        const modified = await lastChange(deps, change, path);
        const isOfToday = modified !== undefined && dayAt(modified, deps.notebook.settings.dayRule) === deps.today;
        candidates.push(candidateOf({ change, path, what, notes, isUnsaved, isOfToday, today: deps.today }));
      }),
  );
  const shown = new Map(
    candidates.flatMap(({ path, isToday }) => (isToday ? [[path, texts.get(path) ?? ""] as const] : [])),
  );
  const images = files.filter(({ what, change }) => what === "image" && change.kind !== "deleted");
  const belonging = await imagesShown(
    images.map(({ path }) => path),
    shown,
    await deps.notebook.engines.loadMarkdown(),
  );
  for (const { change, path } of images)
    if (belonging.has(path))
      candidates.push({ change, path, what: "image", notes: [], isToday: true, remark: "노트에 넣은 그림" });
  return { ok: true, repository, candidates: candidates.sort(byPath) };
}

function byPath(a: Candidate, b: Candidate): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** More of them are read by their names alone. */
const MOST_DELETED_READ = 50;

async function notesOf(
  { notebook, run, readNotes }: TodayDeps,
  { root }: Repository,
  { kind, committed }: GitChange,
  path: NotePath,
  texts: Map<NotePath, string>,
): Promise<readonly Note[]> {
  let text = "";
  if (kind !== "deleted") text = await notebook.readText(path);
  else if (committed !== undefined && texts.size < MOST_DELETED_READ)
    text = (await run(["cat-file", "blob", committed], { cwd: root })).stdout;
  texts.set(path, text);
  return readNotes(path, text);
}

/** Of a file that is gone, its folder tells when at the latest: deleting is a change of the folder. */
async function lastChange(deps: TodayDeps, { kind }: GitChange, path: NotePath): Promise<Instant | undefined> {
  if (kind !== "deleted") return deps.modified(path);
  for (let folder = path; folder !== ""; ) {
    folder = folder.includes("/") ? folder.slice(0, folder.lastIndexOf("/")) : "";
    const modified = await deps.modified(folder);
    if (modified !== undefined) return modified;
  }
  return undefined;
}

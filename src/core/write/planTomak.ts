import type { Instant } from "../calendar/clock.ts";
import type { Day } from "../calendar/day.ts";
import type { Note, NotePath } from "../note/note.ts";
import { renderNotePath } from "../note/notePath.ts";
import type { Files } from "../notebook/files.ts";
import { type Notebook, readTemplate } from "../notebook/notebook.ts";
import { nextNumber } from "../notebook/numbering.ts";
import { nameKey } from "../text/nfc.ts";
import { composeNewNote, type NewNote } from "./newNote.ts";
import type { WriteProblem } from "./problem.ts";

/** A number that cannot occur: it stands for "any number" in a rendered name. */
const ANY_NUMBER = 987_654_321;

export type TomakPlan =
  /** `offset`: where it begins, for a section of a diary. */
  | { readonly action: "open"; readonly path: NotePath; readonly offset?: number }
  | { readonly action: "create"; readonly note: NewNote }
  | { readonly action: "refuse"; readonly problem: WriteProblem };

/** A day's 토막글: the one there is, or the one to create with the next number. Nothing is written. */
export async function planTomak(notebook: Notebook, day: Day, now: Instant): Promise<TomakPlan> {
  const { settings, index } = notebook;
  // The index is a moment behind the disk: a note undone or deleted just now is still in it.
  const gone = new Set<NotePath>();
  for (const { path, range } of index.notes().filter((note) => isTomakOf(note, day))) {
    if ((await findOnDisk(notebook, path)) !== undefined) {
      return { action: "open", path, ...(range && { offset: range.start }) };
    }
    gone.add(path);
  }
  const unread = await findTomakByName(notebook, day);
  if (unread !== undefined) return { action: "open", path: unread };

  const number = nextNumber(index.notes().filter(({ path }) => !gone.has(path)));
  const render = await notebook.engines.loadTemplates();
  const title = render(settings.tomak.title, { number });
  if (!title.ok)
    return {
      action: "refuse",
      problem: { reason: "path", setting: "tomak.title", problem: { reason: "template", message: title.message } },
    };
  const composed = composeNewNote({
    kind: "tomak",
    day,
    now,
    dayRule: settings.dayRule,
    title: title.text.trim(),
    number,
    template: await readTemplate(notebook, "tomak"),
    pathPattern: settings.tomak.path,
    render,
  });
  if (!composed.ok) return { action: "refuse", problem: composed.problem };
  const place = await placeOnDisk(notebook, composed.path);
  return place.isThere
    ? { action: "open", path: place.path }
    : { action: "create", note: { ...composed, path: place.path } };
}

export function isTomakOf(note: Note, day: Day): boolean {
  return note.kind === "tomak" && note.date?.precision === "day" && note.date.text === day;
}

/**
 * The day's 토막글 by its name alone, with one look into the folder where it would be: found before the notebook
 * is read, and found when another window has just created it.
 */
export async function findTomakByName(
  notebook: Pick<Notebook, "files" | "settings" | "engines">,
  day: Day,
): Promise<NotePath | undefined> {
  const { files, settings } = notebook;
  const render = await notebook.engines.loadTemplates();
  const title = render(settings.tomak.title, { number: ANY_NUMBER });
  if (!title.ok) return undefined;
  const variables = { kind: "tomak", date: day, title: title.text.trim(), number: ANY_NUMBER } as const;
  const rendered = renderNotePath(settings.tomak.path, variables, render);
  if (!rendered.ok) return undefined;
  const [plannedFolder, name] = splitPath(rendered.path);
  const [before, after, ...more] = nameKey(name).split(String(ANY_NUMBER));
  // Without the day in the name, or with the number in a folder's, the name tells too little.
  if (before === undefined || after === undefined || more.length > 0 || !before.includes(day)) return undefined;
  const folder = await folderOnDisk(files, plannedFolder);
  const found = (await files.namesIn(folder)).find((candidate) => {
    const key = nameKey(candidate);
    const middle = key.slice(before.length, key.length - after.length);
    return key.startsWith(before) && key.endsWith(after) && /^\d+$/.test(middle);
  });
  return found === undefined ? undefined : joinPath(folder, found);
}

/** The path as the disk spells it, when a file of that name is there in any normalisation or letter case. */
export async function findOnDisk(notebook: Pick<Notebook, "files">, path: NotePath): Promise<NotePath | undefined> {
  const place = await placeOnDisk(notebook, path);
  return place.isThere ? place.path : undefined;
}

/**
 * Where a path lies: in the folders there are, as the disk spells them, so that a 토막글 folder in NFD gets no twin
 * in NFC; and whether a file of that name is there.
 */
export async function placeOnDisk(
  { files }: Pick<Notebook, "files">,
  path: NotePath,
): Promise<{ readonly path: NotePath; readonly isThere: boolean }> {
  const [plannedFolder, name] = splitPath(path);
  const folder = await folderOnDisk(files, plannedFolder);
  const found = nameLike(name, await files.namesIn(folder));
  return { path: joinPath(folder, found ?? name), isThere: found !== undefined };
}

async function folderOnDisk(files: Files, folder: NotePath): Promise<NotePath> {
  let spelled = "";
  for (const part of folder === "" ? [] : folder.split("/")) {
    spelled = joinPath(spelled, nameLike(part, await files.namesIn(spelled)) ?? part);
  }
  return spelled;
}

function nameLike(name: string, names: readonly string[]): string | undefined {
  if (names.includes(name)) return name;
  const wanted = nameKey(name);
  return names.find((candidate) => nameKey(candidate) === wanted);
}

function splitPath(path: NotePath): readonly [folder: NotePath, name: string] {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? ["", path] : [path.slice(0, slash), path.slice(slash + 1)];
}

function joinPath(folder: NotePath, name: string): NotePath {
  return folder === "" ? name : `${folder}/${name}`;
}

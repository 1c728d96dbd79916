import type { Note } from "../../note/note.ts";
import { byDate } from "../../notebook/order.ts";
import { numberedTitle, type SeriesTitle, seriesTitle } from "./seriesTitle.ts";

export interface Series {
  readonly name: string;
  /** Highest number last. */
  readonly posts: readonly Note[];
  readonly next: { readonly number: number; readonly title: string };
}

interface Numbered {
  readonly note: Note;
  readonly title: SeriesTitle;
}

/** The series among a notebook's notes, by what their titles count, the one written last first. */
export function findSeries(notes: readonly Note[]): readonly Series[] {
  const groups = new Map<string, Numbered[]>();
  for (const note of notes) {
    // 토막글 and retros are numbered and dated by rules of their own.
    const title = note.kind === "tomak" || note.kind === "retro" ? undefined : seriesTitle(note.title);
    if (title === undefined) continue;
    const group = groups.get(title.key);
    if (group === undefined) groups.set(title.key, [{ note, title }]);
    else group.push({ note, title });
  }
  return [...groups.values()]
    .filter(
      (group) => new Set(group.map(({ title }) => title.number)).size > 1 || group.some(({ title }) => title.isSure),
    )
    .map(seriesOf)
    .sort((a, b) => byDate(latest(b.posts), latest(a.posts)) || (a.name < b.name ? -1 : 1));
}

function seriesOf(group: readonly Numbered[]): Series {
  const sorted = [...group].sort((a, b) => a.title.number - b.title.number || byDate(a.note, b.note));
  const last = sorted.at(-1);
  if (last === undefined) throw new Error("a group has a member");
  const number = last.title.number + 1;
  const title = numberedTitle(countedOn(last.title, sorted.at(-2)?.title), number).trim();
  return { name: last.title.name, posts: sorted.map(({ note }) => note), next: { number, title } };
}

/** `32차시 4:이름` after `31차시 3:이름`: a second number that goes up with the first goes on as well. */
function countedOn(last: SeriesTitle, before: SeriesTitle | undefined): SeriesTitle {
  const own = /\d+/.exec(last.after);
  const other = before === undefined ? null : /\d+/.exec(before.after);
  const goesUp = own !== null && other !== null && Number(own[0]) === Number(other[0]) + 1;
  return goesUp ? { ...last, after: last.after.replace(/\d+/, String(Number(own[0]) + 1)) } : last;
}

function latest(posts: readonly Note[]): Note {
  const dated = posts.filter(({ date }) => date !== undefined);
  const last = [...(dated.length > 0 ? dated : posts)].sort(byDate).at(-1);
  if (last === undefined) throw new Error("a series has a post");
  return last;
}

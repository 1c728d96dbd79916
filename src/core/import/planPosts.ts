import { koreanMonth, type YearMonth } from "../calendar/month.ts";
import type { Note } from "../note/note.ts";
import { type NoteRules, readNotes } from "../note/readNote.ts";
import type { WriteProblem } from "../write/problem.ts";
import { type ImportTarget, planImport } from "./planImport.ts";
import type { PlannedNote } from "./planNotes.ts";
import type { RetroPost } from "./retroPost.ts";

/** A retro post whose month is known. */
export interface DatedPost {
  readonly name: string;
  readonly post: RetroPost;
  readonly month: YearMonth;
}

export interface PostsPlan {
  readonly items: readonly PlannedNote[];
  readonly existing: readonly string[];
  /** 토막글 numbers that another month has too, among the notes or in another of the posts. Lowest first. */
  readonly repeatedNumbers: readonly number[];
  /** Lines that belong to no entry and stay in their posts. */
  readonly looseLines: number;
}

export type PostsPlanResult =
  | { readonly ok: true; readonly plan: PostsPlan }
  | { readonly ok: false; readonly problem: WriteProblem };

/** What taking all months of a blog apart would create, the earliest month first. */
export function planPosts(
  posts: readonly DatedPost[],
  target: ImportTarget & { readonly rules: NoteRules },
): PostsPlanResult {
  const notes: Note[] = [...target.notes];
  const items: PlannedNote[] = [];
  const existing: string[] = [];
  const repeated = new Set<number>();
  let looseLines = 0;
  for (const { post, month } of [...posts].sort((a, b) => a.month.localeCompare(b.month))) {
    const planned = planImport(post, month, { ...target, notes });
    if (!planned.ok) return planned;
    for (const { entry, path, text } of planned.plan.items) {
      notes.push(...readNotes(path, text, target.rules));
      items.push({
        path,
        text,
        title: entry.title,
        kind: entry.kind,
        date: month,
        ...(entry.number !== undefined && { number: entry.number }),
        origin: `${koreanMonth(month)} 회고`,
        attached: [],
      });
    }
    existing.push(...planned.plan.existing.map(({ title }) => title));
    for (const number of planned.plan.repeatedNumbers) repeated.add(number);
    looseLines += post.looseLines;
  }
  return { ok: true, plan: { items, existing, repeatedNumbers: [...repeated].sort((a, b) => a - b), looseLines } };
}

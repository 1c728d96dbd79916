import { nfc } from "../text/nfc.ts";
import { NOTE_KINDS, type NoteKind, type NotePath } from "./note.ts";

/** The words people file notes under, in front matter (`kind`, `categories`) and as folder names, in lower case. */
export const KIND_WORDS: ReadonlyMap<string, NoteKind> = new Map([
  ...NOTE_KINDS.map((kind) => [kind, kind] as const),
  ["토막글", "tomak"],
  ["오늘의 토막글", "tomak"],
  ["today i learned", "til"],
  ["tils", "til"],
  ["회고", "retro"],
  ["retrospect", "retro"],
  ["retrospective", "retro"],
  ["글", "post"],
  ["posts", "post"],
  ["_posts", "post"],
  ["_drafts", "post"],
  ["blog", "post"],
  ["세션", "session"],
  ["컨퍼런스", "session"],
  ["conference", "session"],
  ["세미나", "session"],
  ["seminar", "session"],
  ["책", "book"],
  ["독서", "book"],
  ["도서", "book"],
  ["서평", "book"],
  ["독후감", "book"],
  ["books", "book"],
  ["book review", "book"],
  ["bookreview", "book"],
]);

/** Two digits are a year from 2015 to 2039: what has gone on for `10년` has no such year. */
const RETRO_TITLE =
  /^(?:(?:\d{4}\s*년?|'?(?:1[5-9]|[23]\d)년도?)\s*(?:\d{1,2}\s*월|상반기|하반기|[1-4]\s*분기)?|\d{1,2}\s*월)\s*(?:월간\s*)?회고/;
const WEEKLY_TITLE =
  /^(?:\d{4}년\s*\d{1,2}\s*주(?:차)?\s+(?:주간\s*)?(?:정리|회고)|(?:\d{4}년?\s*)?\d{1,2}월\s*\d\s*주차?\s*(?:주간\s*)?회고)/;

/** `개발자 2년 차의 2022년 회고`: whose, and then the year it looks back on. */
const OWN_RETRO_TITLE = /[ ,:)\]]\d{4}년?\s*(?:\d{1,2}월|상반기|하반기|[1-4]\s*분기)?\s*회고록?$/;

/** `TIL1018 캐시.md`, `220105_TIL.md`, `# [TIL] 캐시`, and folders such as `TIL_React`; not `utils`, not `vue-til`. */
const TIL_NAME = /(?<![A-Za-z])TIL(?![A-Za-z])/;
/** In small letters besides a day at most: `2022.03.12-til.md`; `how-to-til.md` tells of them. */
const TIL_ALONE = /^[^\p{L}]*til[^\p{L}]*\.(?:md|markdown|mdx)$/iu;
const TIL_TITLE = /^[^\p{L}\p{N}]{0,8}TIL(?!\p{L})/u;

export interface KindEvidence {
  readonly path: NotePath;
  readonly title: string;
  /** N of `오늘의 토막글 N`, when the title is one. */
  readonly number: number | undefined;
  /** The front matter's `kind`, then its categories, as written. */
  readonly words: readonly string[];
}

/** `03_책`, `01. Books`. */
const LEADING_NUMBER = /^\d{1,3}\s?[-._)]\s?/;

/** What a note says it is wins over what its title looks like, and that over the folder it lies in. */
export function kindOf(evidence: KindEvidence): NoteKind {
  for (const word of evidence.words) {
    const kind = kindOfWord(word);
    // A published post about a 회고 is found by its title; the category alone does not make a month's retro of it.
    if (kind !== undefined && kind !== "post") return kind;
  }
  if (evidence.number !== undefined) return "tomak";
  const title = nfc(evidence.title).trim();
  if (RETRO_TITLE.test(title) || WEEKLY_TITLE.test(title) || OWN_RETRO_TITLE.test(title)) return "retro";
  const folders = evidence.path.split("/").slice(0, -1);
  for (const folder of folders.reverse()) {
    const kind = kindOfFolder(folder);
    if (kind !== undefined) return kind;
  }
  const name = evidence.path.slice(evidence.path.lastIndexOf("/") + 1);
  if (/^readme\b/i.test(name)) return "note";
  return TIL_NAME.test(name) || TIL_ALONE.test(name) || TIL_TITLE.test(title) ? "til" : "note";
}

function kindOfFolder(folder: string): NoteKind | undefined {
  const kind = kindOfWord(/^\d/.test(folder) ? folder.replace(LEADING_NUMBER, "") : folder);
  return kind ?? (TIL_NAME.test(folder) ? "til" : undefined);
}

function kindOfWord(word: string): NoteKind | undefined {
  const folded = nfc(word).trim().toLowerCase();
  const kind = KIND_WORDS.get(folded);
  return kind ?? (/[-_]/.test(folded) ? KIND_WORDS.get(folded.replace(/[-_]+(?=[a-z])/g, " ")) : undefined);
}

/** What a note of each kind is called in the tree and in counts. */
export const KIND_LABELS: Readonly<Record<NoteKind, string>> = {
  tomak: "토막글",
  til: "TIL",
  retro: "회고",
  post: "글",
  session: "세션",
  book: "책",
  note: "노트",
};

import type { Day } from "../calendar/day.ts";
import { isMarkdownName } from "../note/fileName.ts";
import type { Note, NotePath } from "../note/note.ts";
import type { Excluded } from "../notebook/exclude.ts";
import type { GitChange } from "./git/status.ts";
import { isImageName } from "./imagesShown.ts";

/** A note; an image that notes show; what the notebook remembers in `.tomaknote/`. */
export type FileKind = "note" | "image" | "record";

/** A file that may go into the commit. */
export interface Candidate {
  readonly change: GitChange;
  readonly path: NotePath;
  readonly what: FileKind;
  /** What the file is about: the note, or the sections of a diary that are of today. Of a deleted file, what it was. */
  readonly notes: readonly Note[];
  /** Whether it goes in unless the person says otherwise. */
  readonly isToday: boolean;
  /** In Korean, for the list the person chooses from. */
  readonly remark: string;
}

/** What a file of the notebook is to a commit; `undefined` for what is left to the person. */
export function kindOfFile(path: NotePath, isExcluded: Excluded): FileKind | undefined {
  if (path.startsWith(".tomaknote/")) return "record";
  if (isImageName(path)) return "image";
  return isMarkdownName(path) && !isExcluded(path) ? "note" : undefined;
}

interface FileFacts {
  readonly change: GitChange;
  readonly path: NotePath;
  readonly what: FileKind;
  /** All notes of the file. */
  readonly notes: readonly Note[];
  readonly isUnsaved: boolean;
  /** Whether it was changed on disk today. */
  readonly isOfToday: boolean;
  readonly today: Day;
}

/** Whether a changed file is of today, and what to say of it. What asks for a decision is not put in by itself. */
export function candidateOf(facts: FileFacts): Candidate {
  const { change, path, what, notes, isUnsaved, isOfToday, today } = facts;
  const ofToday = notes.filter(({ date }) => date?.text === today);
  const isToday = isUnsaved || isOfToday || ofToday.length > 0;
  const doubt = doubtOf(facts);
  return {
    ...{ change, path, what },
    // A diary that was changed elsewhere is named by the file's first section.
    notes: ofToday.length > 0 ? ofToday : notes.slice(0, 1),
    isToday: isToday && doubt === undefined,
    remark: doubt ?? (isUnsaved ? "저장하지 않음: 저장하고 넣어요" : REMARKS[change.kind]),
  };
}

const REMARKS: Readonly<Record<GitChange["kind"], string>> = { added: "새 파일", changed: "고침", deleted: "지움" };

function doubtOf({ change, notes }: FileFacts): string | undefined {
  if (change.isPartlyStaged) return "일부만 스테이징함: 고르면 지금 글 전체가 들어가요";
  if (notes.some(({ problem }) => problem?.reason === "conflict")) return "충돌 표시가 남아 있음";
  const reason = notes[0]?.leftOut?.reason;
  return reason === undefined || reason === "draft" ? undefined : "날마다 쓰는 노트가 아님";
}

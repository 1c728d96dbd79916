import { parseYearMonth } from "../../core/calendar/month.ts";
import { KIND_LABELS } from "../../core/note/kind.ts";
import { monthOfNote, type Note } from "../../core/note/note.ts";
import type { CommandInput } from "./command.ts";
import { UsageError } from "./usage.ts";

/** `list`: every note, oldest first. */
export async function list({ notebook, options, args, terminal }: CommandInput): Promise<0> {
  if (args.length > 0) throw new UsageError("list에는 옵션만 쓸 수 있어요.");
  const month = options.month === undefined ? undefined : parseYearMonth(options.month);
  if (options.month !== undefined && month === undefined) throw new UsageError("--month에는 2025-05처럼 적어 주세요.");
  const notes = notebook.index.notes().filter((note) => month === undefined || monthOfNote(note) === month);
  terminal.write(options.json ? `${JSON.stringify(notes.map(listed), null, 2)}\n` : notes.map(line).join(""));
  return 0;
}

/** The shape of `list --json`; unknown values are null. */
function listed(note: Note) {
  const date = note.date ?? note.leftOut?.date;
  return {
    path: note.path,
    line: note.range === undefined ? null : note.range.line + 1,
    kind: note.kind,
    number: note.number ?? null,
    title: note.title,
    date: date?.text ?? null,
    precision: date?.precision ?? "none",
    source: date?.source ?? null,
    conflict: date?.conflict ?? null,
    tags: note.tags,
    link: note.link ?? null,
    leftOut: note.leftOut?.reason ?? null,
    problem: note.problem?.reason ?? null,
  };
}

function line(note: Note): string {
  const tags = note.tags.map((tag) => ` #${tag}`).join("");
  return `${(note.date?.text ?? "날짜 없음").padEnd(10)}  ${KIND_LABELS[note.kind]}  ${note.title}${tags}  (${note.path})\n`;
}

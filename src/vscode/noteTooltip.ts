import { MarkdownString } from "vscode";
import { LEFT_OUT_TEXTS } from "../core/note/leftOut.ts";
import type { Note } from "../core/note/note.ts";
import { describeNoteProblem } from "../core/note/noteProblem.ts";

/** A note at a glance: its first lines, its tags, its day and where that was read, and what else is known of it. */
export function noteTooltip(note: Note, more: readonly string[] = []): MarkdownString {
  const stated = note.date ?? note.leftOut?.date;
  const date = stated === undefined ? "날짜 없음" : `${stated.text} (${DATE_SOURCES[stated.source]})`;
  const conflict = stated?.conflict;
  const paragraphs = [
    note.problem && describeNoteProblem(note.problem),
    note.leftOut &&
      `${LEFT_OUT_TEXTS[note.leftOut.reason]}. 그래서 달과 회고에 넣지 않았어요. (설정 tomaknote.leftOut)`,
    note.excerpt,
    note.tags.length > 0 && `태그: ${note.tags.join(", ")}`,
    `${date} · ${note.path}${note.range === undefined ? "" : ` ${note.range.line + 1}번째 줄`}`,
    conflict && `${CONFLICT_SOURCES[conflict.source]}(${conflict.text})와 달라요.`,
    ...more,
  ].flatMap((text) => (text ? [asMarkdown(text)] : []));
  // Notes can come from anyone: their text is shown as text alone, and nothing in it can run a command.
  return new MarkdownString([`**${asMarkdown(note.title)}**`, ...paragraphs].join("\n\n"));
}

/** Markdown that shows this text as it is. `appendText` would glue its words together with no-break spaces. */
export function asMarkdown(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, "\\$&").replace(/\r\n|\n|\r/g, "  \n");
}

const DATE_SOURCES: Readonly<Record<NonNullable<Note["date"]>["source"], string>> = {
  name: "파일 이름에서",
  folder: "폴더 이름에서",
  "front-matter": "머리말에서",
  created: "머리말의 만든 날에서",
  heading: "제목이나 첫 줄에서",
  git: "Git에 처음 커밋한 날에서",
};

const CONFLICT_SOURCES: typeof DATE_SOURCES = {
  name: "파일 이름의 날짜",
  folder: "폴더 이름의 날짜",
  "front-matter": "머리말의 날짜",
  created: "머리말의 만든 날짜",
  heading: "제목이나 첫 줄의 날짜",
  git: "Git에 처음 커밋한 날",
};

import { isBlank } from "../../retro/merge/postLines.ts";
import { type Check, type Finding, firstLine } from "../finding.ts";
import { lineSpanOf } from "../lineSpan.ts";

interface Heading {
  readonly level: number;
  readonly line: number;
  /** The line after it. */
  readonly end: number;
}

/** Headings with nothing below them, as a template leaves them; a group of sections has those below it. */
export const checkSections: Check = (draft) => {
  const { tokens, lines, lineStart, text } = draft.body;
  if (text.trim() === "") {
    const message = "글이 비어 있어요. 내기 전에 본문을 써 주세요.";
    return [{ ...firstLine(draft), code: "empty-section", severity: "warning", message, fixes: [] }];
  }
  const headings: Heading[] = tokens.flatMap(({ type, level, tag, map }) =>
    type === "heading_open" && level === 0 && map !== null
      ? [{ level: Number(tag.slice(1)), line: map[0], end: map[1] }]
      : [],
  );
  return headings.flatMap((heading, index): readonly Finding[] => {
    const next = headings[index + 1];
    const isGroup = next !== undefined && next.level > heading.level;
    if (isGroup || !lines.slice(heading.end, next?.line).every(isUnfilled)) return [];
    const start = lineStart(heading.line);
    const end = next === undefined ? text.length : lineStart(next.line);
    return [
      {
        ...lineSpanOf(draft, start),
        code: "empty-section",
        severity: "warning",
        message: "제목 아래가 비어 있어요. 채우거나 지워 주세요.",
        fixes: [
          { title: "아래에 쓰기", edits: [], cursor: draft.toText(Math.min(lineStart(heading.end), text.length)) },
          { title: "제목 지우기", edits: draft.editsInText([{ start, end, newText: "" }]) },
        ],
      },
    ];
  });
};

function isUnfilled(line: string): boolean {
  return isBlank(line) || /^\s*(?:[-*+]|\d{1,9}[.)])\s*$/.test(line);
}

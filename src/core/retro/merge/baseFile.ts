import type { Period } from "../../calendar/period.ts";
import type { NotePath } from "../../note/note.ts";
import type { DraftEntry, GeneratedDraft, LineSpan } from "./generatedDraft.ts";

/** Where a notebook keeps what was generated last for a period: beside its notes, so that it travels with their git repository. */
export function baseFilePath(period: Period): NotePath {
  return `.tomaknote/retro/${period}.md`;
}

/** Where it is kept as well while the file itself is written, which the editor does by emptying it first. */
export function nextBaseFilePath(period: Period): NotePath {
  return `.tomaknote/retro/${period}.next`;
}

const RULE = "---";
const COMMENT = "# 토막노트가 마지막으로 만든 회고입니다. 다시 만들 때 손으로 고친 곳을 알아보는 데 씁니다.";

/**
 * A generated draft as a readable file: which lines came from which note, then the draft itself. Lines are counted from 1
 * in the draft. Git shows a change of one entry as a change of its lines.
 */
export function writeBaseFile(draft: GeneratedDraft): string {
  const entries = draft.entries.map(({ note, start, end }) => `  - ${start + 1}-${end} ${note}`);
  return [
    RULE,
    COMMENT,
    ...(draft.numbersLine === undefined ? [] : [`numbers: ${draft.numbersLine + 1}`]),
    ...(draft.picture === undefined ? [] : [`picture: ${draft.picture.start + 1}-${draft.picture.end}`]),
    ...(entries.length === 0 ? ["entries: []"] : ["entries:", ...entries]),
    RULE,
    ...draft.lines,
  ].join("\n");
}

/** Reads {@link writeBaseFile} back; `undefined` for a file that is damaged, which is then as good as none. */
export function readBaseFile(text: string): GeneratedDraft | undefined {
  const all = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const close = all.indexOf(RULE, 1);
  if (all[0] !== RULE || close < 0) return undefined;
  const lines = all.slice(close + 1);
  const entries: DraftEntry[] = [];
  let numbersLine: number | undefined;
  let picture: LineSpan | undefined;
  for (const line of all.slice(1, close)) {
    const entry = /^ {2}- (\d+)-(\d+) (.+)$/.exec(line);
    const numbers = /^numbers: (\d+)$/.exec(line);
    const drawn = /^picture: (\d+)-(\d+)$/.exec(line);
    if (entry) entries.push({ start: Number(entry[1]) - 1, end: Number(entry[2]), note: entry[3] ?? "" });
    else if (numbers) numbersLine = Number(numbers[1]) - 1;
    else if (drawn) picture = { start: Number(drawn[1]) - 1, end: Number(drawn[2]) };
    else if (!line.startsWith("#") && !/^entries:(?: \[\])?$/.test(line)) return undefined;
  }
  let previous = 0;
  for (const { start, end } of entries) {
    if (start < previous || end <= start || end > lines.length) return undefined;
    previous = end;
  }
  if (numbersLine !== undefined && numbersLine >= lines.length) return undefined;
  if (picture && (picture.start < 0 || picture.end <= picture.start || picture.end > lines.length)) return undefined;
  return { lines, entries, ...(numbersLine !== undefined && { numbersLine }), ...(picture && { picture }) };
}

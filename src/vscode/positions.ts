import { Position, Range } from "vscode";
import type { TextEdit } from "../core/text/edit.ts";

/**
 * The ranges of edits in a file that no document is open of, as its document will have them. `text` is as it was read, a byte
 * order mark included, which the editor keeps to itself; its line ends are all of one kind.
 */
export function rangesIn(text: string, edits: readonly TextEdit[]): readonly Range[] {
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const starts = [mark, ...[...text.matchAll(/\r\n|\n/g)].map(({ 0: end, index }) => index + end.length)];
  const positionAt = (offset: number): Position => {
    const line = starts.findLastIndex((start) => start <= offset);
    return new Position(line, offset - (starts[line] ?? 0));
  };
  return edits.map(({ start, end }) => new Range(positionAt(start), positionAt(end)));
}

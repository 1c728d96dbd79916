import { type Disposable, Hover, languages, MarkdownString, Range } from "vscode";
import { KIND_LABELS } from "../../../core/note/kind.ts";
import type { Note } from "../../../core/note/note.ts";
import { tagAt } from "../../../core/notebook/tagAt.ts";
import { notesWithTag } from "../../../core/notebook/tagNotes.ts";
import { countByKind } from "../../../core/retro/statistics.ts";
import { commandId } from "../../../ids.ts";
import type { Notebooks } from "../../../vscode/notebooks.ts";
import { asMarkdown } from "../../../vscode/noteTooltip.ts";

const LATEST = 5;

/** Shows at a tag how much it is used, its latest notes, and the way to all of them. */
export function registerTagHover(notebooks: Notebooks): Disposable {
  return languages.registerHoverProvider(
    { language: "markdown" },
    {
      async provideHover(document, position, token) {
        const session = notebooks.current;
        const path = session?.pathOf(document.uri);
        if (session === undefined || path === undefined || session.isExcluded(path)) return undefined;
        const found = tagAt(document.getText(), document.offsetAt(position), session.settings.inlineTags);
        if (found === undefined) return undefined;
        await session.load();
        if (token.isCancellationRequested) return undefined;
        const notes = notesWithTag(session.index.notes(), found.tag);
        const range = new Range(document.positionAt(found.start), document.positionAt(found.end));
        return new Hover(describe(found.tag, notes), range);
      },
    },
  );
}

function describe(tag: string, notes: readonly Note[]): MarkdownString {
  const kinds = countByKind(notes).map(({ kind, count }) => `${KIND_LABELS[kind]} ${count}`);
  const latest = notes.slice(0, LATEST).map((note) => {
    const day = note.date === undefined ? "" : ` ${asMarkdown(note.date.text)}`;
    return `- [${asMarkdown(note.title)}](${link(tag, note.path)})${day}`;
  });
  const text = new MarkdownString(
    [
      `**#${asMarkdown(tag)}** 노트 ${notes.length}편${kinds.length === 0 ? "" : ` (${kinds.join(" · ")})`}`,
      ...(latest.length === 0 ? [] : [latest.join("\n"), `[모든 노트 보기](${link(tag)})`]),
    ].join("\n\n"),
  );
  // Titles come from anyone's notes: whatever they hold, nothing but this command runs.
  text.isTrusted = { enabledCommands: [commandId("goToTag")] };
  return text;
}

function link(...args: readonly string[]): string {
  return `command:${commandId("goToTag")}?${encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, (mark) => (mark === "(" ? "%28" : "%29"))}`;
}

import { type ChatResponseStream, Location, Position } from "vscode";
import type { AnswerPart, ButtonCommand } from "../../core/chat/answerParts.ts";
import { commandId, RECORD_RECALL, SHOW_SENT } from "../../ids.ts";
import type { NotebookSession } from "../notebookSession.ts";

const COMMANDS: Readonly<Record<ButtonCommand, string>> = {
  askMe: commandId("askMe"),
  findNote: commandId("findNote"),
  makePeriodRetro: commandId("makePeriodRetro"),
  recordRecall: RECORD_RECALL,
  showSent: SHOW_SENT,
};

/** Markdown of these is never trusted: a command runs from a button alone. */
export function showParts(session: NotebookSession, stream: ChatResponseStream, parts: readonly AnswerPart[]): void {
  for (const part of parts) {
    if ("markdown" in part) stream.markdown(part.markdown);
    else if ("note" in part)
      stream.anchor(new Location(session.uriOf(part.note.path), new Position(part.line, 0)), part.title);
    else {
      stream.button({ command: COMMANDS[part.command], title: part.title, arguments: [...part.arguments] });
    }
  }
}

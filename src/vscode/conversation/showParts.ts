import { type ChatResponseStream, Location, Position } from "vscode";
import type { AnswerPart } from "../../core/chat/answerParts.ts";
import { commandId, RECORD_RECALL } from "../../ids.ts";
import type { NotebookSession } from "../notebookSession.ts";

/** Markdown of these is never trusted: a command runs from a button alone. */
export function showParts(session: NotebookSession, stream: ChatResponseStream, parts: readonly AnswerPart[]): void {
  for (const part of parts) {
    if ("markdown" in part) stream.markdown(part.markdown);
    else if ("note" in part)
      stream.anchor(new Location(session.uriOf(part.note.path), new Position(part.line, 0)), part.title);
    else {
      const command = part.command === "recordRecall" ? RECORD_RECALL : commandId(part.command);
      stream.button({ command, title: part.title, arguments: [...part.arguments] });
    }
  }
}

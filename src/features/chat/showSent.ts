import { commands, Disposable, Uri, ViewColumn, window, workspace } from "vscode";
import { SENT_SCHEME, SHOW_SENT } from "../../ids.ts";
import type { Log } from "../../vscode/log.ts";
import { runReported } from "../../vscode/registerCommand.ts";

/** The button below what a model said in the chat: what it was sent, word for word, as a page that nobody can change. */
export function registerShowSent(log: Log): Disposable {
  const texts = new Map<string, string>();
  const show = async (model: unknown, text: unknown): Promise<void> => {
    if (typeof model !== "string" || typeof text !== "string") return;
    const path = `/${texts.size + 1}/${model.replace(/[\\/?#]/g, " ")}에 보낸 내용.txt`;
    texts.set(path, text);
    const document = await workspace.openTextDocument(Uri.from({ scheme: SENT_SCHEME, path }));
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
  };
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SENT_SCHEME, {
      provideTextDocumentContent: ({ path }) => texts.get(path) ?? "",
    }),
    commands.registerCommand(SHOW_SENT, (model: unknown, text: unknown) =>
      runReported("showSent", log, () => show(model, text)),
    ),
  );
}

import { Disposable, Uri, window } from "vscode";
import { registerCommand } from "../../vscode/registerCommand.ts";
import { askPost, askSource } from "./askSource.ts";
import { bringIn } from "./bringIn.ts";
import { type OfferDeps, offerLayout } from "./offerLayout.ts";

export type ImportDeps = OfferDeps;

/**
 * 가져오기: a repository as it is, retro posts written by hand taken apart into the notes they were made of, and what was
 * written elsewhere.
 */
export function registerImport(deps: ImportDeps): Disposable {
  const { notebooks, log } = deps;
  const post = registerCommand("importRetroPost", log, async (argument) => {
    const session = await notebooks.require();
    if (session === undefined) return;
    const active = window.activeTextEditor?.document;
    const start = active?.languageId === "markdown" ? active.uri : session.root;
    const uris = argument instanceof Uri ? [argument] : await askPost(start);
    if (uris !== undefined) await bringIn(session, uris, "posts");
  });
  const notes = registerCommand("importNotes", log, async (argument) => {
    const session = await notebooks.require();
    if (session === undefined) return;
    const uris = argument instanceof Uri ? [argument] : await askSource();
    if (uris !== undefined) await bringIn(session, uris, "everything");
  });
  return Disposable.from(post, notes, offerLayout(deps));
}

import { Disposable, type Uri } from "vscode";
import type { Clock } from "../../../core/calendar/clock.ts";
import type { Log } from "../../../vscode/log.ts";
import type { Notebooks } from "../../../vscode/notebooks.ts";
import { registerCommand } from "../../../vscode/registerCommand.ts";
import { GrassPanel } from "./grassPanel.ts";

export interface GrassDeps {
  readonly notebooks: Notebooks;
  readonly clock: Clock;
  readonly log: Log;
  readonly extensionUri: Uri;
}

/** 잔디: years of writing as squares, on a page and as a picture to keep. */
export function registerGrass(deps: GrassDeps): Disposable {
  const panel = new GrassPanel(deps);
  return Disposable.from(
    panel,
    registerCommand("showGrass", deps.log, () => panel.reveal()),
    registerCommand("exportGrass", deps.log, () => panel.save()),
  );
}

import { Disposable, type ExtensionContext, window } from "vscode";
import type { Clock } from "./core/calendar/clock.ts";
import { registerBrowse } from "./features/browse/index.ts";
import { registerImport } from "./features/import/index.ts";
import { registerRetro } from "./features/retro/index.ts";
import { registerWrite } from "./features/write/index.ts";
import { createLog } from "./vscode/log.ts";
import { Notebooks, type Platform } from "./vscode/notebooks.ts";
import { liveSettings } from "./vscode/settings.ts";

const systemClock: Clock = { now: () => Date.now() };

/** Builds the extension from its parts; the doors differ only in `platform`. Nothing is read before it is asked for. */
export function activateOn(
  platform: Platform,
  context: Pick<
    ExtensionContext,
    "subscriptions" | "workspaceState" | "extensionUri" | "storageUri" | "globalStorageUri"
  >,
): void {
  const memory = context.workspaceState;
  const storage = { ofWorkspace: context.storageUri, ofAll: context.globalStorageUri };
  const log = createLog();
  const settings = liveSettings(log, (message) => void window.showWarningMessage(message));
  const notebooks = new Notebooks({ platform, settings, log, memory, storage });
  context.subscriptions.push(
    Disposable.from(
      registerWrite({ notebooks, clock: systemClock, log }),
      registerBrowse({ notebooks, clock: systemClock, log, memory, extensionUri: context.extensionUri }),
      registerRetro({ notebooks, clock: systemClock, log }),
      registerImport({ notebooks, log }),
      notebooks,
      settings,
      log,
    ),
  );
}

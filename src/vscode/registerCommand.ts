import { CancellationError, commands, type Disposable, window } from "vscode";
import { type CommandName, commandId } from "../ids.ts";
import type { Log } from "./log.ts";
import { Notice } from "./notice.ts";

/**
 * Registers a command whose failures reach the person: a {@link Notice} as it is, anything else with a way to the log.
 * Arguments come from menus and keybindings, so handlers take them as `unknown`.
 */
export function registerCommand(
  name: CommandName,
  log: Log,
  handler: (...args: readonly unknown[]) => unknown,
): Disposable {
  return commands.registerCommand(commandId(name), async (...args: readonly unknown[]) => {
    try {
      return await handler(...args);
    } catch (error) {
      if (error instanceof CancellationError) return undefined;
      await showFailure(name, error, log);
      return undefined;
    }
  });
}

async function showFailure(name: CommandName, error: unknown, log: Log): Promise<void> {
  if (error instanceof Notice) {
    const { action } = error;
    if (action === undefined) {
      void window.showWarningMessage(error.message);
    } else if ((await window.showWarningMessage(error.message, action.title)) === action.title) {
      await action.run();
    }
    return;
  }
  log.error(`${name}:`, error instanceof Error ? (error.stack ?? error.message) : String(error));
  const choice = await window.showErrorMessage(
    "토막노트: 뜻밖의 문제로 멈췄어요. 노트는 그대로예요. 기록을 보고 다시 시도해 주세요.",
    "기록 보기",
  );
  if (choice !== undefined) log.show();
}

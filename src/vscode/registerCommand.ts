import { CancellationError, commands, type Disposable, window } from "vscode";
import { type CommandName, commandId } from "../ids.ts";
import { describeError, type Log } from "./log.ts";
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
  return commands.registerCommand(commandId(name), (...args: readonly unknown[]) =>
    runReported(name, log, () => handler(...args)),
  );
}

/** Runs what a person asked for in a page of ours; its failures reach them as those of a command do. */
export async function runReported(name: string, log: Log, run: () => unknown): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    // The message stays until it is answered; the command is over now.
    if (!(error instanceof CancellationError)) void showFailure(name, error, log);
    return undefined;
  }
}

async function showFailure(name: string, error: unknown, log: Log): Promise<void> {
  const notice = error instanceof Notice ? error : unexpected(log);
  if (notice !== error) log.error(`${name}:`, describeError(error));
  const { message, action } = notice;
  if (action === undefined) {
    await window.showWarningMessage(message);
    return;
  }
  if ((await window.showWarningMessage(message, action.title)) !== action.title) return;
  try {
    await action.run();
  } catch (failure) {
    log.error(`${name}, ${action.title}:`, describeError(failure));
    log.show();
  }
}

function unexpected(log: Log): Notice {
  return new Notice("토막노트: 뜻밖의 문제로 멈췄어요. 기록을 보고 다시 시도해 주세요.", {
    title: "기록 보기",
    run: () => log.show(),
  });
}

import { EventEmitter, once } from "node:events";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { type Opening, workbenchAddress } from "./address.ts";
import type { EditorServer, ServerOptions } from "./server.ts";

/** What the arguments of VS Code's own command line mean for the server; those without a meaning there are passed over. */
export function readArguments(args: readonly string[]): { server: ServerOptions; opening: Opening } {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: "string", multiple: true },
      extensionTestsPath: { type: "string" },
      "user-data-dir": { type: "string" },
      "extensions-dir": { type: "string" },
    },
  });
  const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
  const userDataDir = text(values["user-data-dir"]);
  const extensionsDir = text(values["extensions-dir"]);
  return {
    server: {
      ...(userDataDir !== undefined && { userDataDir }),
      ...(extensionsDir !== undefined && { extensionsDir }),
    },
    opening: {
      workspace: positionals[0],
      extensionDevelopmentPaths: (values.extensionDevelopmentPath ?? []).filter((value) => typeof value === "string"),
      extensionTestsPath: text(values.extensionTestsPath),
    },
  };
}

/** Opens the workbench with a tests entry and answers with the exit code of the tests. */
export async function runHostTests(browser: Browser, server: EditorServer, opening: Opening): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  return finishTests(page, () => page.goto(workbenchAddress(server, opening)));
}

/** What the workbench itself logs on every start; nothing of it speaks of the tests. */
const noise =
  /connection token|\(renderer-|reconnection-grace-time|builtin extensions cache|\[Service Worker\]|package\.nls\.json|Loading development extension|\[AgentHost|\[AccountPolicyGate\]|open-vsx|\[chat-stt\]|\[DefaultAccount\]|^Canceled|No search provider registered/;

/** Starts tests on a page and waits for their exit code; what the extension host logs is passed on as it comes. */
export async function finishTests(
  page: Page,
  start: () => Promise<unknown>,
  onLog: (text: string) => void = (text) => console.log(text),
): Promise<number> {
  const seconds = Number(process.env.TOMAKNOTE_EDITOR_TIMEOUT ?? 900);
  const events = new EventEmitter();
  const ended = once(events, "exit");
  const fail = (message: string): void => {
    events.emit("error", new Error(message));
  };
  const timer = setTimeout(() => fail(`tests in the editor did not end within ${seconds} s`), seconds * 1000);
  let over = false;
  page.on("crash", () => fail("the page crashed"));
  await page.exposeFunction("codeAutomationExit", (code: number) => {
    over = true; // from here on the workbench complains about being taken down
    events.emit("exit", code);
  });
  await page.exposeFunction("codeAutomationLog", (level: string, args: unknown[]) => {
    const text = args.map(String).join(" ");
    if (!over && !noise.test(text)) onLog(level === "info" ? text : `${level}: ${text}`);
  });
  try {
    await Promise.race([start(), ended]);
    const [code] = await ended;
    return Number(code);
  } finally {
    clearTimeout(timer);
  }
}

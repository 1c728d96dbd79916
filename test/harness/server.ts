import { type ChildProcess, spawn } from "node:child_process";
import { chownSync, createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { installModels } from "./installModels.ts";
import { ensureServer } from "./installServer.ts";
import { logFolder } from "./paths.ts";

export interface ServerOptions {
  /** Where user data (settings, state) is kept, as it is; a fresh folder that goes away with the server when left out. */
  readonly userDataDir?: string;
  readonly extensionsDir?: string;
  /** User settings of a fresh folder, on top of the quiet ones below. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** With the language models of tests, in a fresh folder of extensions. */
  readonly models?: boolean;
  /** Ask whether the workspace is trusted, as the editor does by default. */
  readonly workspaceTrust?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** The id of the user and the group whom it runs as; ours when left out. Only root can choose. */
  readonly runAs?: number;
  /** A free port when left out. */
  readonly port?: number;
}

export interface EditorServer {
  /** `127.0.0.1:<port>` */
  readonly authority: string;
  readonly userDataDir: string;
  readonly extensionsDir: string;
  /** Fulfilled when the server is gone, however that came. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
  /** Ends the server and everything it started at once (SIGKILL), as a crash does. Not on Windows. */
  kill(): Promise<void>;
}

/** Settings that keep an editor under test from greeting, asking and phoning. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  "workbench.startupEditor": "none",
  "files.autoSave": "off", // "afterDelay" in a browser, unlike on the desktop
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.welcomePage.experimentalOnboarding": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "update.mode": "none",
  "telemetry.telemetryLevel": "off",
  "git.openRepositoryInParentFolders": "never",
  "editor.fontFamily": "'NanumGothicCoding', 'D2Coding', monospace",
};

export function writeUserSettings(userDataDir: string, settings: Readonly<Record<string, unknown>> = {}): void {
  mkdirSync(path.join(userDataDir, "User"), { recursive: true });
  const file = path.join(userDataDir, "User", "settings.json");
  writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
}

function serverEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [key, value] of Object.entries(process.env)) {
    // An editor's own terminal (VSCODE_*) and a test runner's options would leak into the server.
    if (/^(VSCODE_|ELECTRON_|npm_|VITEST)/i.test(key) || key === "NODE_OPTIONS" || key === "NODE_ENV") continue;
    env[key] = value;
  }
  return { ...env, ...extra };
}

function listening(server: ChildProcess, output: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`편집기 서버가 60초 안에 뜨지 않았습니다.\n${output()}`)), 60_000);
    server.stdout?.on("data", () => {
      const port = /agent listening on (\d+)/.exec(output())?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
    server.on("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`편집기 서버가 끝났습니다(${code}).\n${output()}`));
    });
  });
}

/** Starts the editor server, installed first if need be. It ends with `stop`, or with this process at the latest. */
export async function startServer(options: ServerOptions = {}): Promise<EditorServer> {
  const main = ensureServer();
  const temporary = mkdtempSync(path.join(tmpdir(), "tomaknote-server-"));
  const userDataDir = options.userDataDir ?? path.join(temporary, "data");
  const extensionsDir = options.extensionsDir ?? path.join(temporary, "extensions");
  mkdirSync(extensionsDir, { recursive: true });
  if (options.models === true) installModels(extensionsDir);
  if (options.userDataDir === undefined) writeUserSettings(userDataDir, options.settings);

  const args = [
    ...["--host", "127.0.0.1", "--port", String(options.port ?? 0), "--without-connection-token"],
    ...["--accept-server-license-terms", "--enable-smoke-test-driver", "--disable-telemetry"],
    ...["--disable-getting-started-override", "--server-data-dir", path.join(temporary, "server")],
    ...["--user-data-dir", userDataDir, "--extensions-dir", extensionsDir],
    ...(options.workspaceTrust === true ? [] : ["--disable-workspace-trust"]),
  ];
  const { runAs } = options;
  if (runAs !== undefined) {
    mkdirSync(path.join(temporary, "home"));
    for (const file of ["", ...readdirSync(temporary, { recursive: true, encoding: "utf8" })])
      chownSync(path.join(temporary, file), runAs, runAs);
  }
  const own = runAs === undefined ? {} : { HOME: path.join(temporary, "home") };
  const watcher = fileURLToPath(new URL("watched.ts", import.meta.url));
  const server = spawn(process.execPath, [watcher, process.execPath, main, ...args], {
    env: serverEnvironment({ ...options.env, ...own }),
    ...(runAs !== undefined && { uid: runAs, gid: runAs }),
    stdio: ["pipe", "pipe", "pipe"],
  });
  mkdirSync(logFolder, { recursive: true });
  const log = createWriteStream(path.join(logFolder, `server-${process.pid}.log`), { flags: "a" });
  let head = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text: string) => {
      if (head.length < 10_000) head += text;
      log.write(text);
    });
  }
  const exited = new Promise<void>((resolve) => server.on("exit", () => resolve()));
  const cleanUp = async (): Promise<void> => {
    await exited;
    log.end();
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  };
  const stop = (): Promise<void> => {
    server.stdin.end();
    return cleanUp();
  };
  const kill = (): Promise<void> => {
    server.kill("SIGUSR2");
    return cleanUp();
  };
  try {
    const port = await listening(server, () => head);
    return { authority: `127.0.0.1:${port}`, userDataDir, extensionsDir, ended: exited, stop, kill };
  } catch (error) {
    await stop();
    throw error;
  }
}

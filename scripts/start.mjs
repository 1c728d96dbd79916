/**
 * Opens the editor with the product on a copy of the sample notebook.
 *
 * Usage: npm start -- [--fresh] [--headless] [--prepare]
 *   --fresh      copies the sample notebook anew
 *   --headless   writes, browses and makes a retro in a browser without a window, and ends
 *   --prepare    copies the sample notebook and ends
 */
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { workbenchAddress } from "../test/harness/address.ts";
import { findDesktop } from "../test/harness/desktop.ts";
import { takeTour } from "../test/harness/headlessTour.ts";
import { outFolder, root } from "../test/harness/paths.ts";
import { startServer, writeUserSettings } from "../test/harness/server.ts";
import { openWorkbench } from "../test/harness/workbench.ts";
import { build } from "./build.mjs";

/** A copy of the sample notebook to write into. */
function workingCopy(name, fresh) {
  const copy = path.join(outFolder, name);
  if (fresh) rmSync(copy, { recursive: true, force: true });
  if (!existsSync(copy)) cpSync(path.join(root, "sample"), copy, { recursive: true });
  return copy;
}

/** Settings and state of the editor, kept from one start to the next. */
function userDataFolder(name) {
  const folder = path.join(outFolder, name);
  if (!existsSync(folder)) writeUserSettings(folder);
  return folder;
}

async function headless() {
  const folder = workingCopy("headless-sample", true);
  const workbench = await openWorkbench({ workspace: folder });
  try {
    const { draft, screenshots } = await takeTour(workbench, folder, (step) => console.log(`✓ ${step}`));
    for (const file of screenshots) console.log(`화면: ${path.relative(root, file)}`);
    console.log(`회고 초안: ${path.relative(root, draft)}`);
  } finally {
    await workbench.close();
  }
}

/** Runs the desktop editor until its window is closed. */
function openDesktop(executable, folder) {
  const userData = userDataFolder("user-data");
  const args = [
    ...[folder, `--extensionDevelopmentPath=${root}`, `--user-data-dir=${userData}`],
    ...[`--extensions-dir=${path.join(outFolder, "extensions")}`, "--skip-welcome", "--disable-workspace-trust"],
  ];
  return new Promise((resolve, reject) => {
    const editor = spawn(executable, args, { stdio: "inherit" });
    editor.on("error", reject);
    editor.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`편집기가 끝났습니다(${code}).`))));
  });
}

/** Serves the editor to a browser until Ctrl+C. */
async function serve(folder) {
  const server = await startServer({ userDataDir: userDataFolder("server-data") });
  console.log("\n브라우저에서 다음 주소를 여세요. 끝내려면 Ctrl+C를 누르세요.\n");
  console.log(`  ${workbenchAddress(server, { workspace: folder, extensionDevelopmentPaths: [root] })}\n`);
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, resolve);
  });
  await server.stop();
}

const { values } = parseArgs({
  options: { fresh: { type: "boolean" }, headless: { type: "boolean" }, prepare: { type: "boolean" } },
});
try {
  mkdirSync(outFolder, { recursive: true });
  const folder = values.headless ? undefined : workingCopy("sample", values.fresh);
  if (!values.prepare) {
    await build();
    if (folder === undefined) await headless();
    else {
      console.log(`노트 폴더: ${path.relative(root, folder)}`);
      const desktop = await findDesktop();
      await (desktop === undefined ? serve(folder) : openDesktop(desktop, folder));
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

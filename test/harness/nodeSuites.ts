import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runTests } from "@vscode/test-electron";
import type { TestRecord } from "../editor/results.ts";
import { buildSuite } from "./buildSuites.ts";
import { findDesktop } from "./desktop.ts";
import { installExtension } from "./installExtension.ts";
import { installModels } from "./installModels.ts";
import { emptyExtension, root } from "./paths.ts";
import { readRecords } from "./records.ts";
import { writeUserSettings } from "./server.ts";
import { type Shape, shapes } from "./shapes.ts";

const serverEditor = fileURLToPath(new URL("serverEditor.mjs", import.meta.url));

interface Run {
  readonly executable: string;
  /** The packaged extension to install and test; the source tree when left out. */
  readonly vsix?: string | undefined;
}

async function runShape(shape: Shape, tests: string, { executable, vsix }: Run): Promise<TestRecord[]> {
  // Short, because desktop VS Code puts a socket there.
  const temporary = mkdtempSync(path.join(tmpdir(), "tmk-"));
  const results = path.join(temporary, "results.txt");
  const extensions = path.join(temporary, "x");
  const userData = path.join(temporary, "u");
  const run = `node host, ${vsix === undefined ? "source" : "vsix"}, ${shape.name}`;
  console.log(`\n■ ${run}`);
  try {
    installModels(extensions);
    if (vsix !== undefined) installExtension(executable, vsix, extensions, userData);
    writeUserSettings(userData);
    const workspace = shape.make(temporary);
    let problem: string | undefined;
    try {
      await runTests({
        vscodeExecutablePath: executable,
        extensionDevelopmentPath: vsix === undefined ? root : emptyExtension,
        extensionTestsPath: tests,
        launchArgs: [
          ...(workspace === undefined ? [] : [workspace]),
          ...["--user-data-dir", userData, "--extensions-dir", extensions],
        ],
        extensionTestsEnv: {
          TOMAKNOTE_TEST_RESULTS: results,
          TOMAKNOTE_TEST_EXTENSION_FOLDER: vsix === undefined ? root : extensions,
        },
      });
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    const lines = existsSync(results) ? readFileSync(results, "utf8").split("\n") : [];
    return readRecords(lines, run, problem);
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs the tests of every workspace shape in the extension host on Node, in the source tree or from a package. */
export async function runNodeSuites(vsix?: string): Promise<TestRecord[]> {
  const desktop = await findDesktop();
  console.log(desktop === undefined ? "편집기: code-server와 Chromium" : `편집기: ${desktop}`);
  const run = { executable: desktop ?? serverEditor, vsix };
  const records: TestRecord[] = [];
  for (const shape of shapes) {
    const tests = await buildSuite("node", shape);
    if (tests !== undefined) records.push(...(await runShape(shape, tests, run)));
  }
  return records;
}

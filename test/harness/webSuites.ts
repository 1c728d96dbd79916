import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import type { TestRecord } from "../editor/results.ts";
import { workbenchAddress } from "./address.ts";
import { buildSuite } from "./buildSuites.ts";
import { launchChromium } from "./chromium.ts";
import { finishTests } from "./hostTests.ts";
import { readRecords } from "./records.ts";
import { startServer } from "./server.ts";
import { type Shape, shapes } from "./shapes.ts";
import { loadWebExtension } from "./webExtension.ts";

async function runShape(browser: Browser, shape: Shape, tests: string): Promise<TestRecord[]> {
  const run = `web worker host, ${shape.name}`;
  console.log(`\n■ ${run}`);
  const temporary = mkdtempSync(path.join(tmpdir(), "tmk-"));
  const server = await startServer();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const lines: string[] = [];
  let problem: string | undefined;
  try {
    await loadWebExtension(context, server.authority, tests);
    const page = await context.newPage();
    const address = workbenchAddress(server, { workspace: shape.make(temporary) });
    const code = await finishTests(
      page,
      () => page.goto(address),
      (text) => {
        lines.push(text);
        if (!text.startsWith("@@")) console.log(text);
      },
    );
    if (code !== 0) problem = `the extension host ended with ${code}`;
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  } finally {
    await context.close();
    await server.stop();
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
  return readRecords(lines, run, problem);
}

/** Runs the tests of every workspace shape in the extension host in a web worker, as on vscode.dev. */
export async function runWebSuites(): Promise<TestRecord[]> {
  const browser = await launchChromium();
  const records: TestRecord[] = [];
  try {
    for (const shape of shapes) {
      const tests = await buildSuite("web", shape);
      if (tests !== undefined) records.push(...(await runShape(browser, shape, tests)));
    }
  } finally {
    await browser.close();
  }
  return records;
}

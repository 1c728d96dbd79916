#!/usr/bin/env node
/**
 * An executable that takes VS Code's own arguments and runs the extension tests in the server with a headless Chromium:
 * what `runTests` of @vscode/test-electron starts where desktop VS Code cannot be had. Needs Node 24 on the PATH.
 */
import { launchChromium } from "./chromium.ts";
import { readArguments, runHostTests } from "./hostTests.ts";
import { startServer } from "./server.ts";

const { server: serverOptions, opening } = readArguments(process.argv.slice(2));
const server = await startServer(serverOptions);
// Chromium and the server both end with this process; stopping them here only makes sure that it is done in order.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => server.stop().finally(() => process.exit(1)));
}
try {
  const browser = await launchChromium();
  try {
    process.exitCode = await runHostTests(browser, server, opening);
  } finally {
    await browser.close();
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await server.stop();
}

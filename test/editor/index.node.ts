import { appendFileSync } from "node:fs";
import { loadSuites } from "tomaknote:suites";
import Mocha from "mocha";
import { mochaOptions, reportRun } from "./runMocha.ts";

/** Called by the extension host on Node (desktop, server). */
export async function run(): Promise<void> {
  const file = process.env.TOMAKNOTE_TEST_RESULTS;
  // The base reporter prints nothing: reportRun listens to the run itself.
  const mocha = new Mocha({ ...mochaOptions, reporter: Mocha.reporters.Base });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  loadSuites();
  await reportRun(mocha.run(), (line) => {
    if (file !== undefined) appendFileSync(file, `${line}\n`);
  });
}

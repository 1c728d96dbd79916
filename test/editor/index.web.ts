import "mocha/mocha.js"; // the browser build: it sets the global `mocha`
import { loadSuites } from "tomaknote:suites";
import { mochaOptions, reportRun } from "./runMocha.ts";

/** Called by the extension host in a web worker (vscode.dev). */
export async function run(): Promise<void> {
  if (typeof importScripts !== "function") throw new Error("this host is no web worker");
  // The base reporter prints nothing: reportRun listens to the run itself.
  mocha.setup({ ...mochaOptions, reporter: Mocha.reporters.Base });
  loadSuites();
  await reportRun(mocha.run(), (line) => console.log(line));
}

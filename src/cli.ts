import { engines } from "./engines.ts";
import { run } from "./node/cli/run.ts";

void run(process.argv.slice(2), {
  cwd: process.cwd(),
  clock: { now: () => Date.now() },
  engines,
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});

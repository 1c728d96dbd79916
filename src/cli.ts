import { engines } from "./engines.ts";
import { run } from "./node/cli/run.ts";

// Whoever reads us may have seen enough (`tomaknote list | head`); what we were asked to do is done all the same.
for (const output of [process.stdout, process.stderr]) {
  output.on("error", (error) => {
    if (!("code" in error) || error.code !== "EPIPE") throw error;
  });
}

void run(process.argv.slice(2), {
  cwd: process.cwd(),
  clock: { now: () => Date.now() },
  engines,
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});

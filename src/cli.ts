import { run } from "./node/cli/run.ts";

void run(process.argv.slice(2), {
  cwd: process.cwd(),
  clock: { now: () => Date.now() },
  engines: {
    loadMarkdown: async () => (await import("./markdown.ts")).parseMarkdown,
    loadTemplates: async () => (await import("./templates.ts")).renderTemplate,
    loadSearch: async () => (await import("./search.ts")).openSearch,
  },
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});

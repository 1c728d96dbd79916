import { defineConfig } from "vitest/config";

/** The tests of the core and of everything else that needs no editor. */
// biome-ignore lint/style/noDefaultExport: the form that vitest reads
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/editor/**", "test/browser/**", "test/harness/**", "test/sites/**"],
    environment: "node",
    testTimeout: 60_000, // ends what hangs; nothing here is held to a time
  },
});

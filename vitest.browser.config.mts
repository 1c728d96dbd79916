import { defineConfig } from "vitest/config";

/** The tests that drive an editor in a browser, one at a time. */
// biome-ignore lint/style/noDefaultExport: the form that vitest reads
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    setupFiles: ["test/browser/setup.ts"],
    environment: "node",
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 600_000, // the first start may have to install the editor
    bail: 0,
  },
});

import { defineConfig } from "vitest/config";

/** The tests that build drafts with the site generators themselves, as Debian packages them. */
// biome-ignore lint/style/noDefaultExport: the form that vitest reads
export default defineConfig({
  test: {
    include: ["test/sites/**/*.test.ts"],
    environment: "node",
    testTimeout: 120_000,
    hookTimeout: 600_000, // the generators may have to be installed
  },
});

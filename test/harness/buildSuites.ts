import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as esbuild from "esbuild";
import { root, suiteFolder } from "./paths.ts";
import { hosts, type Shape } from "./shapes.ts";

function testFiles(folder: string): string[] {
  const absolute = path.join(root, "test", "editor", folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute)
    .filter((name) => name.endsWith(".test.ts"))
    .sort()
    .map((name) => path.join(absolute, name));
}

function suites(files: readonly string[]): esbuild.Plugin {
  return {
    name: "tomaknote:suites",
    setup(build) {
      build.onResolve({ filter: /^tomaknote:suites$/ }, () => ({ path: "suites", namespace: "suites" }));
      build.onLoad({ filter: /.*/, namespace: "suites" }, () => ({
        contents: [
          `export function loadSuites() { ${files.map((file) => `require(${JSON.stringify(file)});`).join(" ")} }`,
          `export const onlyTitles = ${JSON.stringify(process.env.TOMAKNOTE_GREP ?? "")};`,
        ].join("\n"),
        resolveDir: root,
      }));
    },
  };
}

/** mocha's browser build is a UMD script in a package of ES modules; taken for one, it would overwrite our exports. */
const browserMocha: esbuild.Plugin = {
  name: "mocha/mocha.js",
  setup(build) {
    build.onResolve({ filter: /^mocha\/mocha\.js$/ }, () => ({ path: "mocha.js", namespace: "browser-mocha" }));
    build.onLoad({ filter: /.*/, namespace: "browser-mocha" }, () => ({
      contents: readFileSync(path.join(root, "node_modules", "mocha", "mocha.js"), "utf8"),
    }));
  },
};

/** Bundles the tests of one workspace shape for a host; answers with the file, or nothing when there are no tests. */
export async function buildSuite(host: "node" | "web", shape: Shape): Promise<string | undefined> {
  const files = testFiles(shape.tests).filter((file) => hosts(readFileSync(file, "utf8")).includes(host));
  if (files.length === 0) return undefined;
  const outfile = path.join(suiteFolder, `${host}-${shape.name}.js`);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [`test/editor/index.${host}.ts`],
    outfile,
    bundle: true,
    format: "cjs",
    charset: "utf8",
    logLevel: "warning",
    sourcemap: "inline",
    plugins: [suites(files), browserMocha],
    ...(host === "node"
      ? { platform: "node", target: "node20", external: ["vscode", "mocha"], mainFields: ["module", "main"] }
      : { platform: "browser", target: "es2022", external: ["vscode"] }),
  });
  return outfile;
}

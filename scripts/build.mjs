/**
 * Bundles the three doors of the product, and the pages of its webviews, into dist/.
 *
 * Usage: node scripts/build.mjs [--dev] [--watch] [--outdir DIR]
 *   --dev     readable output with source maps (for F5); without it the bundles are as they ship
 *   --watch   builds again on every change
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const LARGEST_BUNDLE = 400_000;

/** Bundles beside the doors, loaded when they are first needed. */
const engines = [
  "markdown",
  "templates",
  "search",
  "retro",
  "importing",
  "grass",
  "publishing",
  "preview",
  "topics",
  "recalling",
  "conversing",
  "committing",
  "pasting",
  "highlighting",
];

/**
 * `import("./markdown.ts")` in a door stays an import of a bundle of its own.
 * @type {esbuild.Plugin}
 */
const lazyEngines = {
  name: "lazy-engines",
  setup(build) {
    build.onResolve({ filter: /^\.\/\w+\.ts$/ }, ({ kind, path: file }) => {
      const name = path.basename(file, ".ts");
      return kind === "dynamic-import" && engines.includes(name) ? { path: `./${name}.js`, external: true } : undefined;
    });
  },
};

/**
 * One parser of YAML for all bundles: they require the one beside them. In a web worker the door hands it to them.
 * @type {esbuild.Plugin}
 */
const sharedYaml = {
  name: "shared-yaml",
  setup(build) {
    const browserBuild = path.join(root, "node_modules/yaml/browser/dist/index.js");
    build.onResolve({ filter: /^yaml$/ }, ({ importer }) =>
      // The browser build is made of ES modules, of which only what is used is kept; it needs no browser.
      importer === path.join(root, "src/yaml.ts") ? { path: browserBuild } : { path: "./yaml.js", external: true },
    );
  },
};

/**
 * Puts a hash of all that reads files into notes into src/readingVersion.ts.
 * @type {esbuild.Plugin}
 */
const readingVersion = {
  name: "reading-version",
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]readingVersion\.ts$/ }, () => {
      const core = path.join(root, "src", "core");
      const files = readdirSync(core, { recursive: true, encoding: "utf8" })
        .map((name) => path.join(core, name))
        .filter((file) => file.endsWith(".ts"))
        .sort();
      const hash = createHash("sha256");
      for (const file of [...files, path.join(root, "package-lock.json")]) hash.update(readFileSync(file));
      const version = hash.digest("hex").slice(0, 16);
      return { contents: `export const READING_VERSION = "${version}";`, watchFiles: files };
    });
  },
};

/**
 * ts-fsrs hangs methods of its own on every Date of the process, which other extensions share. We use none of them.
 * @type {esbuild.Plugin}
 */
const leaveDatesAlone = {
  name: "leave-dates-alone",
  setup(build) {
    build.onLoad({ filter: /[\\/]ts-fsrs[\\/]dist[\\/]index\.mjs$/ }, ({ path: file }) => {
      const contents = readFileSync(file, "utf8").replace(/^Date\.prototype\.\w+ = function[\s\S]*?^};$/gm, "");
      if (contents.includes("Date.prototype")) throw new Error("ts-fsrs changes Date in another way now");
      return { contents };
    });
  },
};

const doors = [
  {
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.js",
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    external: ["vscode"],
  },
  ...["extension", "main"].map((name) => ({
    // A Node builtin does not resolve on this platform, so importing one fails the build.
    entryPoints: [`src/${name}.web.ts`],
    outfile: `dist/web/${name}.js`,
    platform: "browser",
    target: "es2022",
    mainFields: ["browser", "module", "main"],
    external: ["vscode"],
  })),
  // One of each for every door: they need neither Node nor a browser. Only for the platform "node" their exports are named
  // so that an import of a CommonJS file finds them.
  ...["yaml", ...engines].map((name) => ({
    entryPoints: [`src/${name}.ts`],
    outfile: `dist/${name}.js`,
    platform: "node",
    target: "es2022",
    mainFields: ["module", "main"],
    // That of chats speaks with the editor.
    external: ["vscode"],
    // The file its package gives to browsers: the one for Node reads files, which nothing of ours asks it to.
    ...(name === "templates" && { alias: { liquidjs: "liquidjs/dist/liquid.browser.mjs" } }),
  })),
  {
    entryPoints: ["src/cli.ts"],
    outfile: "dist/cli.js",
    platform: "node",
    target: "node18",
    mainFields: ["module", "main"],
    banner: { js: "#!/usr/bin/env node" },
  },
  // The pages of the editor's webviews: browser code.
  ...["calendar", "grass", "recall"].map((name) => ({
    entryPoints: [`src/webview/${name}/index.ts`],
    outfile: `dist/webview/${name}.js`,
    platform: "browser",
    format: "iife",
    target: "es2022",
    mainFields: ["module", "main"],
  })),
];

/** @param {{ dev?: boolean, outdir?: string }} options */
function bundles({ dev = false, outdir = "dist" } = {}) {
  return doors
    .filter(({ entryPoints }) => existsSync(path.join(root, entryPoints[0])))
    .map((door) => ({
      absWorkingDir: root,
      bundle: true,
      format: "cjs",
      charset: "utf8",
      legalComments: "none",
      logLevel: "warning",
      metafile: true,
      plugins: [lazyEngines, sharedYaml, readingVersion, leaveDatesAlone],
      minify: !dev,
      sourcemap: dev,
      alias: {
        "linkify-it": "./scripts/bundle/noLinkify.mjs",
        // The one for Node can start threads, for which it asks for what a web worker does not have.
        fflate: "fflate/browser",
      },
      define: { "process.env.NODE_ENV": '"production"' },
      ...door,
      outfile: door.outfile.replace(/^dist/, outdir),
    }));
}

/**
 * Builds what ships. Throws when a bundle fails or is too large.
 * @param {{ dev?: boolean, outdir?: string }} [options]
 */
export async function build(options = {}) {
  rmSync(path.join(root, options.outdir ?? "dist"), { recursive: true, force: true });
  const tooLarge = [];
  for (const bundle of bundles(options)) {
    const { metafile } = await esbuild.build(bundle);
    const { bytes, inputs } = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint !== undefined);
    console.log(`${bundle.outfile.padEnd(24)} ${(bytes / 1000).toFixed(1).padStart(7)} KB`);
    if (options.dev || bytes <= LARGEST_BUNDLE) continue;
    tooLarge.push(bundle.outfile);
    const heaviest = Object.entries(inputs).sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput);
    for (const [file, input] of heaviest.slice(0, 10)) console.log(`  ${input.bytesInOutput} ${file}`);
  }
  if (tooLarge.length > 0) throw new Error(`larger than ${LARGEST_BUNDLE / 1000} KB: ${tooLarge.join(", ")}`);
}

/** Builds again on every change, until the process ends. Its two lines of output are what tasks.json waits for. */
async function watch(options) {
  const announce = {
    name: "announce",
    setup(current) {
      current.onStart(() => console.log("[watch] build started"));
      current.onEnd(() => console.log("[watch] build finished"));
    },
  };
  for (const bundle of bundles(options)) {
    const context = await esbuild.context({ ...bundle, logLevel: "info", plugins: [...bundle.plugins, announce] });
    await context.watch();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values: options } = parseArgs({
    options: { dev: { type: "boolean" }, watch: { type: "boolean" }, outdir: { type: "string" } },
  });
  try {
    await (options.watch ? watch(options) : build(options));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

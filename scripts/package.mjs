/**
 * Builds the product and packs it into a .vsix, then checks its size and its list of files.
 *
 * Usage: node scripts/package.mjs [file.vsix]
 */
import { mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX, listFiles, PackageManager } from "@vscode/vsce";
import { build } from "./build.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const LARGEST_PACKAGE = 1_000_000;
const needed = ["package.json", "README.md", "LICENSE", "CHANGELOG.md", "dist/extension.js", "dist/web/extension.js"];
const allowed = /^(package(\.nls.*)?\.json|README\.md|LICENSE|CHANGELOG\.md|(dist|media|snippets)\/.+)$/;
const forbidden = /\.map$|\.ts$/;

/**
 * Throws when a file lacks, when one ships that should not, or when the package is too large.
 * @param {string} file where the .vsix goes
 */
export async function packageExtension(file) {
  await build();
  mkdirSync(path.dirname(file), { recursive: true });
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  await createVSIX({
    cwd: root,
    packagePath: file,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  console.log("\n담긴 파일");
  for (const name of files.toSorted()) {
    console.log(`  ${(statSync(path.join(root, name)).size / 1000).toFixed(1).padStart(8)} KB  ${name}`);
  }
  const { size } = statSync(file);
  console.log(`${path.relative(process.cwd(), file)}: ${(size / 1000).toFixed(1)} KB`);

  const problems = [
    ...needed.filter((name) => !files.includes(name)).map((name) => `missing: ${name}`),
    ...files.filter((name) => !allowed.test(name) || forbidden.test(name)).map((name) => `should not ship: ${name}`),
    ...(size > LARGEST_PACKAGE ? [`larger than ${LARGEST_PACKAGE} bytes: ${size}`] : []),
  ];
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { name, version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  try {
    await packageExtension(path.resolve(root, process.argv[2] ?? `${name}-${version}.vsix`));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

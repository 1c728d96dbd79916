/**
 * Runs another script of this folder with the Node that the project brings along (the npm package `node`), after making
 * sure that node_modules is what package-lock.json says. Plain JavaScript that Node 14 parses: it runs on whatever Node
 * the machine has.
 *
 * Usage: node scripts/bootstrap.mjs <script> [arguments…]
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const windows = process.platform === "win32";

function readJson(file) {
  return JSON.parse(readFileSync(path.join(root, file), "utf8"));
}

/** Whether every package of the lock file stands in node_modules in its version; packages for other systems may lack. */
function installedAsLocked() {
  const hidden = path.join("node_modules", ".package-lock.json");
  if (!existsSync(path.join(root, hidden))) return false;
  const manifest = readJson("package.json");
  const locked = readJson("package-lock.json").packages;
  const installed = readJson(hidden).packages;
  const top = locked[""] || {};
  for (const group of ["dependencies", "devDependencies"]) {
    const wanted = manifest[group] || {};
    const known = top[group] || {};
    for (const name of Object.keys(wanted)) if (known[name] !== wanted[name]) return false;
  }
  return Object.keys(locked).every((name) => {
    if (name === "" || locked[name].link) return true;
    const found = installed[name];
    return found ? found.version === locked[name].version : Boolean(locked[name].optional);
  });
}

/** Runs npm by the npm that started us where there is one, else by the one on the PATH. */
function npm(args) {
  console.log(`> npm ${args.join(" ")}`);
  const cli = process.env.npm_execpath;
  const env = Object.assign({}, process.env);
  delete env.NODE_ENV; // "production" would leave the development packages out
  const options = { cwd: root, stdio: "inherit", env };
  const result =
    cli && /npm-cli\.[cm]?js$/.test(cli)
      ? spawnSync(process.execPath, [cli].concat(args), options)
      : spawnSync(windows ? "npm.cmd" : "npm", args, Object.assign({ shell: windows }, options));
  return result.status === 0;
}

function bundledNode() {
  const folder = path.join(root, "node_modules", "node", "bin");
  const file = path.join(folder, windows ? "node.exe" : "node");
  return existsSync(file) ? { file, folder } : undefined;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (!existsSync(path.join(root, "package-lock.json")) || !installedAsLocked() || !bundledNode()) {
  console.log("필요한 패키지를 설치합니다.");
  // What stands there is only brought up to date: emptying it would disturb an editor or a test run at work.
  const ways = existsSync(path.join(root, "node_modules", ".package-lock.json"))
    ? ["install", "ci"]
    : ["ci", "install"];
  if (!ways.some((way) => npm([way, "--no-audit", "--no-fund"]))) {
    fail("패키지를 설치하지 못했습니다. 위의 npm 메시지를 확인해 주세요.");
  }
}
const node = bundledNode();
if (!node) fail("Node 24를 설치하지 못했습니다. npm 설정 ignore-scripts를 끄고 다시 실행해 주세요.");

const script = process.argv[2];
if (!script) fail("사용법: node scripts/bootstrap.mjs <스크립트> [인자…]");

const bin = path.join(root, "node_modules", ".bin");
const env = Object.assign({}, process.env);
const pathKey = Object.keys(env).find((key) => key.toUpperCase() === "PATH") || "PATH";
env[pathKey] = [node.folder, bin, env[pathKey]].filter(Boolean).join(path.delimiter);

// Sources are ES modules that Node takes for such only after a look; the bundles beside them are CommonJS.
const quiet = "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON";
const child = spawn(node.file, [quiet, path.resolve(root, script)].concat(process.argv.slice(3)), {
  cwd: root,
  stdio: "inherit",
  env,
});
process.on("SIGINT", () => {
  // The child shares our terminal and gets Ctrl+C itself; we only wait for it to tidy up.
});
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("error", (error) => fail(`실행하지 못했습니다: ${error.message}`));
child.on("exit", (code, signal) => process.exit(code === null ? (signal === "SIGINT" ? 130 : 1) : code));

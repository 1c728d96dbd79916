/**
 * All tests. Goes on after a part that fails; the last line is `N passed, N failed`.
 *
 * Usage: npm test -- [--only lint,types,webview-types,unit,fuzz,sites,build,editor,web,package,vsix,browser]
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const results = path.join(root, "out", "test-results");
const vsix = path.join(root, "out", "tomaknote-test.vsix");
const bin = (name) => path.join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);
const own = (...args) => [process.execPath, ...args];

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string[]} command
 * @property {number} minutes after which it is ended
 * @property {"records" | "vitest"} [report] the shape of its list of tests; without one the part is one test
 * @property {string[]} [needs] parts whose outcome it works on
 */
const vitest = (name, config) => [
  ...[bin("vitest"), "run", "--config", config, "--reporter=default", "--reporter=json"],
  `--outputFile.json=${path.join(results, `${name}.json`)}`,
];
const editorPart = (...args) => own(path.join("test", "harness", "part.ts"), ...args);

/** @type {Part[]} */
const parts = [
  { name: "lint", command: [bin("biome"), "ci", "--colors=off", "."], minutes: 3 },
  { name: "types", command: [bin("tsc"), "--noEmit"], minutes: 5 },
  { name: "webview-types", command: [bin("tsc"), "--noEmit", "-p", path.join("src", "webview")], minutes: 5 },
  { name: "unit", command: vitest("unit", "vitest.config.mts"), minutes: 10, report: "vitest" },
  // Always the same cases, so that what fails here fails again; `npm run fuzz` makes others, and times long texts.
  {
    name: "fuzz",
    command: own(path.join("test", "fuzz", "run.ts"), "--seed", "20261121", "--no-growth", "--minutes", "5"),
    minutes: 10,
  },
  { name: "sites", command: vitest("sites", "vitest.sites.config.mts"), minutes: 15, report: "vitest" },
  { name: "build", command: own(path.join("scripts", "build.mjs")), minutes: 3 },
  { name: "editor", command: editorPart("editor"), minutes: 30, report: "records", needs: ["build"] },
  { name: "web", command: editorPart("web"), minutes: 30, report: "records", needs: ["build"] },
  {
    name: "browser",
    command: vitest("browser", "vitest.browser.config.mts"),
    minutes: 30,
    report: "vitest",
    needs: ["build"],
  },
  { name: "package", command: own(path.join("scripts", "package.mjs"), vsix), minutes: 3 },
  { name: "vsix", command: editorPart("vsix", vsix), minutes: 30, report: "records", needs: ["package"] },
];

/** @returns {Part[]} the parts asked for, with what they work on */
function chosenParts() {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  if (values.only === undefined) return parts;
  const names = values.only.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    console.error(`없는 부분입니다: ${unknown.join(", ")}. 있는 것: ${parts.map(({ name }) => name).join(", ")}`);
    process.exit(2);
  }
  const chosen = parts.filter(({ name }) => names.includes(name));
  const needed = new Set(chosen.flatMap(({ needs = [] }) => needs));
  return parts.filter((part) => chosen.includes(part) || needed.has(part.name));
}

/** Runs a command below a watcher that ends all of it when we end or close its input. */
function run({ command, minutes }) {
  return new Promise((resolve) => {
    const watcher = path.join(root, "test", "harness", "watched.ts");
    const env = { ...process.env, FORCE_COLOR: process.stdout.isTTY ? "1" : "0" };
    const child = spawn(process.execPath, [watcher, ...command], {
      cwd: root,
      env,
      stdio: ["pipe", "inherit", "inherit"],
    });
    const interrupt = () => child.stdin.end();
    let problem;
    const timer = setTimeout(() => {
      problem = `${minutes}분 안에 끝나지 않았습니다`;
      interrupt();
    }, minutes * 60_000);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
      process.once(signal, () => {
        interrupt();
        child.once("exit", () => process.exit(130));
      });
    }
    child.on("exit", (code) => {
      clearTimeout(timer);
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
      resolve(problem ?? (code === 0 ? undefined : `종료 코드 ${code}`));
    });
  });
}

function readRecords(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The list of tests of a vitest run; a file that could not be loaded is a failed test. */
function readVitest(file) {
  return JSON.parse(readFileSync(file, "utf8")).testResults.flatMap(({ name, status, message, assertionResults }) => {
    const title = path.relative(root, name);
    const tests = assertionResults.map((test) => ({
      title: `${title}: ${test.fullName}`,
      state: test.status === "passed" || test.status === "failed" ? test.status : "skipped",
      message: test.failureMessages?.join("\n"),
    }));
    const loaded = status !== "failed" || tests.some(({ state }) => state === "failed");
    return loaded ? tests : [...tests, { title, state: "failed", message }];
  });
}

/** The records of a part: as reported, or the part itself as one test. A part that failed silently has one failure. */
function recordsOf(part, problem) {
  const failed = (message) => ({ title: part.name, state: "failed", message });
  if (part.report === undefined) return [problem ? failed(problem) : { title: part.name, state: "passed" }];
  const file = path.join(results, `${part.name}.json`);
  if (!existsSync(file)) return [failed(problem ?? "결과가 없습니다")];
  const records = part.report === "vitest" ? readVitest(file) : readRecords(file);
  const silent = problem !== undefined && !records.some(({ state }) => state === "failed");
  if (silent) records.push(failed(problem));
  if (!records.some(({ state }) => state !== "skipped")) records.push(failed("돈 테스트가 없습니다"));
  return records;
}

rmSync(results, { recursive: true, force: true });
const summary = [];
for (const part of chosenParts()) {
  console.log(`\n━━━ ${part.name}`);
  const start = performance.now();
  const problem = await run(part);
  const records = recordsOf(part, problem);
  const count = (state) => records.filter((record) => record.state === state).length;
  summary.push({
    name: part.name,
    passed: count("passed"),
    failed: count("failed"),
    skipped: count("skipped"),
    seconds: (performance.now() - start) / 1000,
    failures: records.filter(({ state }) => state === "failed"),
  });
}

const failures = summary.flatMap(({ name, failures }) => failures.map((failure) => ({ name, ...failure })));
if (failures.length > 0) console.log("\n━━━ 실패한 테스트");
for (const { name, title, message } of failures)
  console.log(`✗ ${name}: ${title}\n    ${(message ?? "").split("\n")[0]}`);

console.log(
  `\n${"part".padEnd(10)}${["passed", "failed", "skipped", "seconds"].map((text) => text.padStart(9)).join("")}`,
);
for (const { name, passed, failed, skipped, seconds } of summary) {
  const numbers = [passed, failed, skipped, seconds.toFixed(1)].map((value) => String(value).padStart(9)).join("");
  console.log(name.padEnd(10) + numbers);
}
const total = (key) => summary.reduce((sum, part) => sum + part[key], 0);
if (failures.length > 0) process.exitCode = 1;
console.log(`${total("passed")} passed, ${total("failed")} failed`);

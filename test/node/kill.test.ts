import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DRAFT = "회고/2026-08-회고.md";
const BASE = ".tomaknote/retro/2026-08.md";
const run = promisify(execFile);

/**
 * Loaded before the program: counts its steps of writing (open, write, sync, close, rename) and kills the process with
 * SIGKILL before the step `KILL_AT`; a write is then half done.
 */
const KILLER = `
const fs = require("node:fs/promises");
let step = 0;
const dies = () => step++ === Number(process.env.KILL_AT);
const die = () => process.kill(process.pid, "SIGKILL");
const { open, rename } = fs;
fs.open = async (path, flags, ...rest) => {
  if (dies()) die();
  const file = await open(path, flags, ...rest);
  const { writeFile, sync, close } = file;
  file.writeFile = async (text) => {
    if (!dies()) return writeFile.call(file, text);
    await writeFile.call(file, text.slice(0, text.length / 2));
    die();
  };
  file.sync = async () => (dies() ? die() : sync.call(file));
  file.close = async () => (dies() ? die() : close.call(file));
  return file;
};
fs.rename = async (...args) => (dies() ? die() : rename(...args));
`;

let folder = "";
let cli = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tomaknote-kill-"));
  cli = join(folder, "dist", "cli.js");
  await run(process.execPath, [join(ROOT, "scripts/build.mjs"), "--outdir", join(folder, "dist")]);
  await writeFile(join(folder, "killer.cjs"), KILLER);
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const notebook = (): string => join(folder, "sample");
const text = (path: string): Promise<string> => readFile(join(notebook(), path), "utf8");
const makeAgain = () => run(process.execPath, [cli, "retro", "2026-08", "--notebook", notebook()]);

/** A draft with a hand-written line and a base, and notes written since. */
async function prepare(): Promise<void> {
  await rm(notebook(), { recursive: true, force: true });
  await cp(join(ROOT, "sample"), notebook(), { recursive: true });
  await makeAgain();
  const written = (await text(DRAFT)).replace("## 8월에 해낸 것들\n", "## 8월에 해낸 것들\n\n- 손으로 쓴 줄\n");
  await writeFile(join(notebook(), DRAFT), written);
  for (const day of [1, 2, 3]) {
    const note = `---\ntitle: 늦게 적은 글 ${day}\n---\n\n- 내용 ${day}\n`;
    await writeFile(join(notebook(), `TIL/2026/08/2026-08-0${day}-늦은-글.md`), note);
  }
}

/** @returns whether the process was killed before it was done */
async function makeAgainAndKill(step: number): Promise<boolean> {
  const args = ["--require", join(folder, "killer.cjs"), cli, "retro", "2026-08", "--notebook", notebook()];
  try {
    await run(process.execPath, args, { env: { ...process.env, KILL_AT: String(step) } });
    return false;
  } catch (error) {
    expect(error).toMatchObject({ signal: "SIGKILL" });
    return true;
  }
}

it("survives being killed before any step of writing: the draft is whole, and the next run ends the same", {
  timeout: 240_000,
}, async () => {
  await prepare();
  const before = await text(DRAFT);
  await makeAgain();
  const after = await text(DRAFT);
  const base = await text(BASE);
  expect(after).toContain("- 손으로 쓴 줄\n");
  expect(after).toContain("**늦게 적은 글 3**");

  const left: string[] = [];
  let step = 0;
  for (;;) {
    await prepare();
    if (!(await makeAgainAndKill(step))) break;
    const draft = await text(DRAFT);
    expect([before, after]).toContain(draft);
    left.push(draft === after ? "new" : "old");
    await makeAgain();
    expect(await text(DRAFT)).toBe(after);
    expect(await text(BASE)).toBe(base);
    step++;
  }
  // Open, write, sync, close and rename, for the draft and then for its base.
  expect(left.join(" ")).toMatch(/^(?:old ){5}(?:new ?){5,}$/);
});

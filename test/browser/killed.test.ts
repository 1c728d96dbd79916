import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../harness/paths.ts";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { note, type TestFolder, testFolder } from "./support.ts";

const DRAFT = "회고/2026-08-회고.md";
const BASE = ".tomaknote/retro/2026-08.md";
const SAVING = ".tomaknote/retro/2026-08.saving";

/**
 * Loaded into the server, which is what writes a saved file (its extension host takes no such options): once the file `KILL_ARMED` is there, the first of them to write the file that
 * `KILL_FILE` names ends them all where `KILL_AT` says: the file just emptied, or half written.
 */
const KILLER = `
const fs = require("node:fs");
const { open, write } = fs;
// 0 is the whole group: the server, its extension host and all else that it started.
const die = () => process.kill(0, "SIGKILL");
let target;
fs.open = (file, flags, ...rest) => {
  const callback = rest.pop();
  const writes = typeof flags === "string" ? flags !== "r" : (flags & 3) !== 0;
  const meant = writes && String(file).endsWith(process.env.KILL_FILE) && fs.existsSync(process.env.KILL_ARMED);
  open(file, flags, ...rest, (error, handle) => {
    if (meant && !error && process.env.KILL_AT === "emptied") die();
    if (meant) target = handle;
    callback(error, handle);
  });
};
fs.write = (handle, data, offset, length, ...rest) => {
  if (handle !== target || process.env.KILL_AT !== "half") return write(handle, data, offset, length, ...rest);
  fs.writeSync(handle, data, offset, Math.floor(length / 2));
  die();
};
require("node:module").syncBuiltinESMExports();
`;

/** Where the editor is ended: told from outside by what is on disk, or from within while it writes. */
const POINTS: readonly (readonly [
  string,
  { readonly after?: string; readonly file?: string; readonly at?: string },
])[] = [
  ["right after the person agreed", {}],
  ["as soon as the draft changes on disk", { after: DRAFT }],
  ["as soon as the base changes on disk", { after: BASE }],
  ["with the draft emptied", { file: DRAFT, at: "emptied" }],
  ["with the draft half written", { file: DRAFT, at: "half" }],
];

describe.skipIf(process.platform === "win32")("the editor killed while it brings a draft up to date", () => {
  let folder: TestFolder;
  let tools: TestFolder;
  let workbench: Workbench | undefined;

  const read = (file: string): string => readFileSync(folder.at(file), "utf8");
  const inTerminal = (notebook: string): void => {
    const args = [path.join(root, "dist/cli.js"), "retro", "2026-08", "--notebook", notebook];
    execFileSync(process.execPath, args, { stdio: "pipe" });
  };

  /** A draft with a line written by hand and one entry deleted by hand, and notes written since. */
  beforeEach(() => {
    folder = testFolder("노트");
    tools = testFolder("도구");
    cpSync(path.join(root, "sample"), folder.path, { recursive: true });
    inTerminal(folder.path);
    const entry = /\*\*오늘의 토막글 17\*\*\n[\s\S]*?(?=\*\*오늘의 토막글 18\*\*)/;
    const byHand = read(DRAFT)
      .replace("## 8월에 해낸 것들\n", "## 8월에 해낸 것들\n\n- 손으로 쓴 줄\n")
      .replace(entry, "");
    writeFileSync(folder.at(DRAFT), byHand);
    for (const day of [1, 2, 3]) {
      folder.write(
        `TIL/2026/08/2026-08-0${day}-늦은-글.md`,
        note(`늦은 글 ${day}`, `2026-08-0${day}`, [], `- 내용 ${day}`),
      );
    }
    tools.write("killer.cjs", KILLER);
  });

  afterEach(async () => {
    await workbench?.close();
    workbench = undefined;
    folder.remove();
    tools.remove();
  });

  /** Starts the update and agrees to it when asked. */
  async function update(editor: Workbench): Promise<void> {
    await editor.runCommand("월간 회고 만들기");
    await editor.chooseQuickPick("2026년 8월");
    await waitFor("a question or an answer", async () => {
      const rows = await editor.quickPickRows();
      if (rows.some((row) => row.includes("이대로 바꾸기"))) return true;
      if (!(await editor.hasMessages())) return false;
      return (await editor.notifications()).some((shown) => shown.includes("2026년 8월 회고:"));
    });
  }

  it.each(POINTS)(
    "%s: no line is lost, and another update ends in the same text",
    { timeout: 150_000 },
    async (_, { after, file, at }) => {
      const before = read(DRAFT);
      cpSync(folder.path, tools.at("undisturbed"), { recursive: true });
      inTerminal(tools.at("undisturbed"));
      const expected = readFileSync(tools.at("undisturbed", DRAFT), "utf8");
      expect(expected).toContain("- 손으로 쓴 줄\n");
      expect(expected).toContain("**늦은 글 3**");
      expect(expected).not.toContain("**오늘의 토막글 17**");

      const armed = tools.at("armed");
      const env =
        file === undefined
          ? {}
          : {
              NODE_OPTIONS: `--require ${tools.at("killer.cjs")}`,
              KILL_ARMED: armed,
              KILL_FILE: path.basename(file),
              KILL_AT: at ?? "",
            };
      const killed = await openWorkbench({ workspace: folder.path, env });
      workbench = killed;
      await update(killed);
      await killed.quickPickRow("이대로 바꾸기");
      writeFileSync(armed, "");
      const changed = new Promise<void>((resolve) => {
        if (after === undefined) return;
        const watcher = watch(path.dirname(folder.at(after)), (_event, name) => {
          if (name !== path.basename(after)) return;
          watcher.close();
          resolve();
        });
      });
      await killed.chooseQuickPick("이대로 바꾸기");
      if (after !== undefined) await changed;
      if (file !== undefined) await killed.server.ended;
      await killed.kill();
      workbench = undefined;

      const left = read(DRAFT);
      const kept = existsSync(folder.at(SAVING)) ? readFileSync(folder.at(SAVING), "utf8") : "";
      // The draft as it was or as it shall be; cut off only with the whole of it kept beside it.
      if (left !== before && left !== expected) {
        expect(expected.startsWith(left)).toBe(true);
        expect(kept).toBe(`${DRAFT}\n${expected}`);
      }
      if (file === DRAFT) expect(left.length).toBeLessThan(expected.length);

      rmSync(armed);
      const again = await openWorkbench({ workspace: folder.path });
      workbench = again;
      await update(again);
      if ((await again.quickPickRows()).some((row) => row.includes("이대로 바꾸기"))) {
        await again.chooseQuickPick("이대로 바꾸기");
      }
      await waitFor("the draft as without the kill", () => read(DRAFT) === expected);
      expect(read(DRAFT)).toBe(expected);
    },
  );
});

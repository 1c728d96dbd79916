import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { note, type TestFolder, testFolder } from "./support.ts";

const OTHERS = 50_000;

describe("a notebook among 50,000 files that are no notes, with links around in circles", () => {
  let folder: TestFolder;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = testFolder("노트");
    for (const day of [1, 2, 3]) {
      folder.write(`TIL/2025-05-0${day}-글.md`, note(`글 ${day}`, `2025-05-0${day}`, ["태그"], `- 내용 ${day}`));
    }
    for (let part = 0; part < 50; part++) {
      mkdirSync(folder.at("자료", `${part}`), { recursive: true });
      for (let n = 0; n < OTHERS / 50; n++) writeFileSync(folder.at("자료", `${part}`, `${n}.txt`), "");
    }
    if (process.platform !== "win32") {
      symlinkSync(".", folder.at("여기"));
      symlinkSync("..", folder.at("TIL/위"));
      symlinkSync("../TIL", folder.at("TIL/다시"));
    }
    workbench = await openWorkbench({ workspace: folder.path });
    await workbench.openView("토막노트");
  });

  afterAll(async () => {
    await workbench?.close();
    folder.remove();
  });

  it("shows each note once, and has read nothing else", async () => {
    await workbench.expandRow("2025년");
    await workbench.expandRow("5월");
    await workbench.treeRow("글 3");
    const rows = (await workbench.treeRows()).filter(({ label }) => label.startsWith("글 "));
    expect(rows.map(({ label }) => label).sort()).toEqual(["글 1", "글 2", "글 3"]);
    await workbench.screenshot("crowded-folder");
    const data = path.dirname(workbench.server.userDataDir);
    const logs = (): string =>
      readdirSync(data, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith("토막노트.log"))
        .map((name) => readFileSync(path.join(data, name), "utf8"))
        .join("");
    await waitFor("the log", () => /3 files read, 0 removed, 3 in all/.test(logs()));
  });
});

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeTour } from "../harness/headlessTour.ts";
import { root } from "../harness/paths.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";

describe.each(["node", "web"] as const)("the way from a note to a draft (%s host)", (extension) => {
  const temporary = mkdtempSync(path.join(tmpdir(), "tomaknote-tour-"));
  const folder = path.join(temporary, "노트");
  let workbench: Workbench;

  beforeAll(async () => {
    cpSync(path.join(root, "sample"), folder, { recursive: true });
    workbench = await openWorkbench({ workspace: folder, extension });
  });

  afterAll(async () => {
    await workbench?.close();
    rmSync(temporary, { recursive: true, force: true });
  });

  it("writes, browses and makes a retro", async () => {
    const steps: string[] = [];
    const { note, draft } = await takeTour(workbench, folder, (step) => steps.push(step));
    expect(steps).toHaveLength(4);
    expect(path.basename(note)).toContain("토막글");
    expect(path.basename(draft)).toContain("회고");
  });
});

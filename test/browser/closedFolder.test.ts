import { chmodSync, cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { canMount, canRunAsNobody, mountReadOnly, NOBODY } from "../harness/disks.ts";
import { root } from "../harness/paths.ts";
import { waitFor } from "../harness/waitFor.ts";
import { openWorkbench, type Workbench } from "../harness/workbench.ts";
import { note, type TestFolder, testFolder } from "./support.ts";

const DRAFT = "회고/2026-08-회고.md";

/** What a folder can be that lets nothing be written. */
const CLOSED: readonly {
  readonly name: string;
  readonly isPossible: () => boolean;
  readonly runAs?: number;
  close(folder: TestFolder): () => void;
}[] = [
  { name: "on a read-only disk", isPossible: canMount, close: ({ path }) => mountReadOnly(path) },
  {
    name: "of someone else",
    isPossible: () => canRunAsNobody(path.join(root, "package.json")),
    runAs: NOBODY,
    close(folder) {
      // The folder of the test is readable for its owner alone.
      chmodSync(path.dirname(folder.path), 0o755);
      return () => undefined;
    },
  },
];

for (const { name, isPossible, runAs, close } of CLOSED) {
  describe.skipIf(!isPossible())(`a notebook ${name}`, () => {
    let folder: TestFolder;
    let workbench: Workbench;
    let open: (() => void) | undefined;

    beforeAll(async () => {
      folder = testFolder("노트");
      cpSync(path.join(root, "sample"), folder.path, { recursive: true });
      folder.write("밖의 글.md", note("밖의 글", "2026-08-30", [], "- 글"));
      folder.write(DRAFT, "---\ntitle: 8월 회고\n---\n\n손으로 쓴 줄\n\n## 8월 동안 쓴 토막글들\n");
      open = close(folder);
      workbench = await openWorkbench({ workspace: folder.path, ...(runAs !== undefined && { runAs }) });
      await workbench.openView("토막노트");
      await workbench.treeRow("2026년");
    });

    afterAll(async () => {
      await workbench?.close();
      open?.();
      folder.remove();
    });

    afterEach(async () => {
      await workbench.press("Escape", "Escape");
    });

    /** All files and what is in them. */
    const contents = (): readonly (readonly [string, string])[] =>
      readdirSync(folder.path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .sort()
        .map((file) => [file, readFileSync(file, "utf8")]);

    it("says of a 토막글 that it cannot be made, and what to look at", async () => {
      const before = contents();
      await workbench.runCommand("오늘의 토막글 쓰기");
      await workbench.notification("파일을 만들지 못했어요. 노트 폴더에 쓸 수 있는지 확인해 주세요.");
      await workbench.screenshot(`closed-folder-${runAs === undefined ? "read-only" : "permission"}`);
      expect(contents()).toEqual(before);
    });

    it("says so of a TIL", async () => {
      const before = contents();
      await workbench.runCommand("TIL 쓰기");
      await workbench.fillQuickInput("막힌 TIL");
      await workbench.acceptQuickInput();
      await workbench.quickPickRow("");
      await workbench.press("Enter");
      await workbench.notification(
        "막힌-TIL.md 파일을 만들지 못했어요. 노트 폴더에 쓸 수 있는지 확인하고 다시 해 주세요.",
      );
      expect(contents()).toEqual(before);
    });

    it("says so of a retro, and keeps the draft there is", async () => {
      const before = contents();
      await workbench.runCommand("월간 회고 만들기");
      await workbench.chooseQuickPick("2026년 9월");
      await workbench.notification("회고/2026-09-회고.md 파일을 만들지 못했어요.");
      await workbench.press("Escape");
      await workbench.runCommand("월간 회고 만들기");
      await workbench.chooseQuickPick("2026년 8월");
      await workbench.quickPickRow("2026-08-");
      await workbench.acceptQuickInput();
      await workbench.notification("파일을 쓰지 못해 멈췄어요. 노트 폴더에 쓸 수 있는지");
      await workbench.screenshot(`closed-folder-retro-${runAs === undefined ? "read-only" : "permission"}`);
      expect(contents()).toEqual(before);
      expect(existsSync(folder.at(".tomaknote/retro"))).toBe(false);
    });

    it("says so of tags that get another name, and changes none", async () => {
      const before = contents();
      await workbench.runCommand("태그 이름 바꾸기");
      await workbench.quickPickRow("편");
      await workbench.acceptQuickInput();
      await workbench.fillQuickInput("새 이름");
      await workbench.acceptQuickInput();
      await workbench.quickPickRow("→");
      await workbench.acceptQuickInput();
      // The editor says so of files as well, maybe after us, and shows only some of its messages at a time.
      await waitFor("a message", () => workbench.hasMessages());
      await waitFor("our message", async () => {
        if ((await workbench.notifications()).some((message) => message.includes("못했어요."))) return true;
        await workbench.page
          .locator(".notifications-center")
          .hover({ timeout: 2000 })
          .catch(() => undefined);
        await workbench.page.mouse.wheel(0, 150);
        return false;
      });
      await workbench.screenshot(`closed-folder-tags-${runAs === undefined ? "read-only" : "permission"}`);
      expect(contents()).toEqual(before);
    });
  });
}

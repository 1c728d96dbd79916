import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { waitFor } from "./waitFor.ts";
import type { Workbench } from "./workbench.ts";

/** What the tour writes into today's note; found again in the draft at the end. */
const written = ["둘러보기에서 적은 첫째 토막입니다.", "둘째 토막에는 오늘 배운 것을 적었습니다."];

export interface Tour {
  /** Today's note. */
  readonly note: string;
  /** The retro draft. */
  readonly draft: string;
  readonly screenshots: readonly string[];
}

/** What a person writes; what the product keeps for itself in `.tomaknote` repeats it. */
function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md") && !file.startsWith(".tomaknote"))
    .map((file) => path.join(folder, file));
}

/**
 * Goes the way of a person in an editor that has `folder` open: writes today's 토막글, finds it in the tree, and makes
 * the month's retro. Throws with the step that did not work.
 * @param say is told each step that is done
 */
export async function takeTour(workbench: Workbench, folder: string, say: (text: string) => void): Promise<Tour> {
  const screenshots: string[] = [];
  const step = async <T>(name: string, picture: string, take: () => Promise<T>): Promise<T> => {
    try {
      const result = await take();
      screenshots.push(await workbench.screenshot(picture));
      say(name);
      return result;
    } catch (error) {
      const file = await workbench.screenshot(`${picture}-failed`);
      throw new Error(`"${name}" 단계에서 멈췄습니다 (${file}): ${error instanceof Error ? error.message : error}`);
    }
  };
  const holding = (text: string, without: readonly string[] = []): Promise<string> =>
    waitFor(`a file with "${text}"`, () =>
      markdownFiles(folder).find((file) => !without.includes(file) && readFileSync(file, "utf8").includes(text)),
    );

  await step("명령 팔레트에서 찾기", "tour-1-palette", async () => {
    await workbench.findCommand("오늘의 토막글 쓰기", "토막글");
  });
  await workbench.press("Escape");

  const note = await step("오늘의 토막글 쓰기", "tour-2-write", async () => {
    await workbench.runCommand("오늘의 토막글 쓰기");
    await workbench.activeTab("토막글");
    await workbench.editorFocused();
    await waitFor("the cursor after the first bullet", async () => (await workbench.cursor())?.column === 3);
    const [first = "", ...rest] = written;
    await workbench.type(first);
    for (const line of rest) {
      await workbench.press("ArrowDown", "End");
      await workbench.type(line);
    }
    await waitFor("what was typed", async () => (await workbench.editorText()).includes(written.at(-1) ?? ""));
    await workbench.save();
    return holding(first);
  });
  const [, year = "", month = ""] = /(\d{4})-(\d{2})-\d{2}/.exec(path.basename(note)) ?? [];
  const monthLabel = `${Number(month)}월`;

  await step("노트 나무에서 훑기", "tour-3-browse", async () => {
    await workbench.openView("토막노트");
    await workbench.expandRow(year);
    await workbench.expandRow(monthLabel);
    await workbench.treeRow("오늘의 토막글");
  });

  const draft = await step("월간 회고 만들기", "tour-4-retro", async () => {
    await workbench.runCommand("월간 회고 만들기");
    await workbench.chooseQuickPick(monthLabel);
    await workbench.activeTab("회고");
    await workbench.editorFocused();
    await workbench.save();
    return holding(written[0] ?? "", [note]);
  });
  return { note, draft, screenshots };
}

import type { Frame } from "playwright-core";
import { waitFor } from "../harness/waitFor.ts";
import type { Workbench } from "../harness/workbench.ts";

/** The themes every page is photographed in: what we call it, its name in the settings, and what a page is told of it. */
export const THEMES = [
  ["light", "Default Light Modern", "vscode-light"],
  ["dark", "Default Dark Modern", "vscode-dark"],
  ["hc-dark", "Default High Contrast", "vscode-high-contrast"],
  ["hc-light", "Default High Contrast Light", "vscode-high-contrast-light"],
] as const;

/** The frame with the page of this title, once the page has drawn itself. */
export function webviewFrame(workbench: Workbench, title: string): Promise<Frame> {
  return waitFor(`the page "${title}"`, async () => {
    for (const frame of workbench.page.frames()) {
      if (frame.isDetached()) continue;
      // A frame may go away while it is asked.
      const isThePage = await frame
        .evaluate("document.title + '|' + document.querySelectorAll('main#page > *').length")
        .catch(() => undefined);
      if (typeof isThePage === "string" && isThePage.startsWith(`${title}|`) && !isThePage.endsWith("|0")) return frame;
    }
    return undefined;
  });
}

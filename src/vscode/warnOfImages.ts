import { window } from "vscode";
import { describeImageProblems } from "../core/retro/images/imageMessages.ts";
import type { ImageProblem } from "../core/retro/images/placeImages.ts";

/** Says which images the draft still shows from beside their notes, though copies were asked for. */
export function warnOfImages(problems: readonly ImageProblem[]): void {
  if (problems.length > 0) void window.showWarningMessage(describeImageProblems(problems));
}

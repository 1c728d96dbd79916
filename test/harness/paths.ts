import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/** What tests and demonstrations leave behind; git ignores it. */
export const outFolder = path.join(root, "out");
export const logFolder = path.join(outFolder, "logs");
export const resultFolder = path.join(outFolder, "test-results");
export const screenshotFolder = path.join(outFolder, "screenshots");
export const suiteFolder = path.join(outFolder, "test");

/** Editors downloaded or installed for tests; git ignores it. Several checkouts can share one through the variable. */
export const editorFolder = process.env.TOMAKNOTE_EDITORS ?? path.join(root, ".vscode-test");

export const emptyExtension = path.join(root, "test", "harness", "emptyExtension");

/** Language models that answer as tests want; see its extension.js. */
export const modelExtension = path.join(root, "test", "harness", "modelExtension");

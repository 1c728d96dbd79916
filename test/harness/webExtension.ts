import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { BrowserContext } from "playwright-core";
import { modelExtension, root } from "./paths.ts";

const contentTypes: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".json": "application/json",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** Answers `/ext/**` on the page's own origin with the files of this repository, as a static web server would. */
async function serveExtension(context: BrowserContext, authority: string): Promise<void> {
  await context.route(`http://${authority}/ext/**`, async (route) => {
    const relative = decodeURIComponent(new URL(route.request().url()).pathname).slice("/ext/".length);
    const file = path.join(root, relative);
    if (!file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) {
      await route.fulfill({ status: 404, body: "" });
      return;
    }
    const contentType = contentTypes[path.extname(file)] ?? "application/octet-stream";
    await route.fulfill({ body: await readFile(file), contentType });
  });
}

/** The script that makes the workbench load the extension, and the tests, into its web worker extension host. */
function webExtensionScript(authority: string, tests?: string): string {
  const at = (file: string): object => ({
    scheme: "http",
    authority,
    path: path.posix.join("/ext", path.relative(root, file).split(path.sep).join("/")),
  });
  const options = {
    extensions: [at(root), at(modelExtension)],
    ...(tests !== undefined && { extensionTestsPath: at(tests) }),
  };
  return `
    const getAttribute = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = getAttribute.call(this, name);
      if (this.id !== "vscode-workbench-web-configuration" || name !== "data-settings" || value === null) return value;
      const settings = JSON.parse(value);
      settings.developmentOptions = { ...settings.developmentOptions, ...${JSON.stringify(options)} };
      return JSON.stringify(settings);
    };`;
}

/** Makes every page of `context` run the extension of this repository, its models and its tests in the web worker host. */
export async function loadWebExtension(context: BrowserContext, authority: string, tests?: string): Promise<void> {
  await serveExtension(context, authority);
  await context.addInitScript(webExtensionScript(authority, tests));
}

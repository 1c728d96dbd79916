import type { Files } from "../notebook/files.ts";
import { decodeText } from "../text/decode.ts";

/** Where render hooks lie, before Hugo 0.146 and since then. */
const HOOK_FOLDERS = ["layouts/_default/_markup", "layouts/_markup"];

/**
 * Whether Hugo draws `mermaid` code. A theme that is fetched as a module is not among the site's files, and not seen here.
 * @param root the site's folder, ending in `/`; the notebook's own without it
 */
export async function hasMermaidHook(files: Files, root = ""): Promise<boolean> {
  const themes = (await files.namesIn(`${root}themes`)).map((theme) => `themes/${theme}/`);
  for (const place of ["", ...themes]) {
    for (const folder of HOOK_FOLDERS) {
      if ((await files.namesIn(root + place + folder)).includes("render-codeblock-mermaid.html")) return true;
    }
  }
  return false;
}

const HUGO_CONFIG = /^(?:hugo|config|markup)\.(?:toml|ya?ml|json)$/;

/** Whether Hugo passes on the HTML in Markdown, with `root` as in {@link hasMermaidHook}. */
export async function allowsRawHtml(files: Files, root = ""): Promise<boolean> {
  for (const folder of [root, `${root}config/_default/`]) {
    for (const name of await files.namesIn(folder.slice(0, -1))) {
      if (!HUGO_CONFIG.test(name)) continue;
      const text = await readIfThere(files, folder + name);
      if (/^[^#\n]*\bunsafe["']?[ \t]*[:=][ \t]*true\b/m.test(text)) return true;
    }
  }
  return false;
}

async function readIfThere(files: Files, path: string): Promise<string> {
  try {
    return decodeText(await files.read(path)).text;
  } catch (error) {
    if (files.isMissing(error)) return "";
    throw error;
  }
}

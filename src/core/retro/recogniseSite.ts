import type { Files } from "../notebook/files.ts";
import type { Site } from "../settings/settings.ts";
import { decodeText } from "../text/decode.ts";

/** What a site is recognised by. */
type FilesOfSite = Pick<Files, "namesIn" | "read" | "isMissing">;

const JEKYLL_CONFIG = /^_config\.(?:ya?ml|toml)$/;
/** `config.*` is Hugo's older name, which other tools use too: it counts only beside Hugo's own folders. */
const HUGO_CONFIG = /^hugo\.(?:toml|ya?ml|json)$/;
const OLD_HUGO_CONFIG = /^config(?:\.(?:toml|ya?ml|json))?$/;

/** The themes whose conventions differ from Jekyll's own, by what their gems and repositories are called. */
const THEMES: readonly (readonly [name: string, site: Site])[] = [
  ["jekyll-theme-chirpy", "chirpy"],
  ["minimal-mistakes", "minimal-mistakes"],
];

/** Whether a folder with these names in it is one that a site is built from. */
export function holdsSite(names: readonly string[]): boolean {
  return names.some((name) => HUGO_CONFIG.test(name) || JEKYLL_CONFIG.test(name)) || isOldHugo(names);
}

/**
 * The site that a folder holds, by its configuration files; at most two of them are read.
 * @param root the folder, ending in `/`; the notebook's own without it
 */
export async function recogniseSite(files: FilesOfSite, root = ""): Promise<Site> {
  const names = await files.namesIn(root.replace(/\/$/, ""));
  // Hugo's own folders say more than a `_config.toml` that somebody set aside.
  if (names.some((name) => HUGO_CONFIG.test(name)) || isOldHugo(names)) return "hugo";
  const config = names.find((name) => JEKYLL_CONFIG.test(name));
  if (config === undefined) return "plain";
  return jekyllTheme(files, root + config, names.includes("Gemfile") ? `${root}Gemfile` : undefined);
}

function isOldHugo(names: readonly string[]): boolean {
  const looksLikeHugo = names.includes("content") && (names.includes("archetypes") || names.includes("themes"));
  return looksLikeHugo && names.some((name) => OLD_HUGO_CONFIG.test(name));
}

/** The theme is named in the configuration, or else only by its gem. */
async function jekyllTheme(files: FilesOfSite, config: string, gemfile: string | undefined): Promise<Site> {
  const stated = [...(await readText(files, config)).matchAll(/^["']?(?:remote_)?theme["']?[ \t]*[:=](.*)$/gm)];
  if (stated.length > 0 || gemfile === undefined) return themeIn(stated.map(([, value]) => value ?? ""));
  const gems = [...(await readText(files, gemfile)).matchAll(/^[ \t]*gem[ \t(]+["']([^"'\n]*)/gm)];
  return themeIn(gems.map(([, gem]) => gem ?? ""));
}

function themeIn(values: readonly string[]): Site {
  // What follows `#` is a comment, where themes that could be chosen instead are named.
  const texts = values.map((value) => value.split(/\s#/)[0] ?? "");
  return THEMES.find(([name]) => texts.some((text) => text.includes(name)))?.[1] ?? "jekyll";
}

/** The text without its BOM; a file that went away since its name was read says nothing. */
async function readText(files: FilesOfSite, path: string): Promise<string> {
  try {
    return decodeText(await files.read(path)).text.replace(/^\uFEFF/, "");
  } catch (error) {
    if (files.isMissing(error)) return "";
    throw error;
  }
}

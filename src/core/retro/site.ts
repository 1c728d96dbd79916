import type { YearMonth } from "../calendar/month.ts";
import type { PathResult } from "../note/notePath.ts";
import { renderNotePath } from "../note/notePath.ts";
import type { Files } from "../notebook/files.ts";
import type { RetroSettings, Site } from "../settings/settings.ts";

/** How the notebook is published, as far as drafts are concerned. */
export interface SiteLayout {
  readonly site: Site;
  /** Path pattern of a retro's draft. */
  readonly draftPath: string;
}

const JEKYLL_CONFIG = /^_config\.(?:ya?ml|toml)$/;
/** `config.*` is Hugo's older name, which other tools use too: it counts only beside Hugo's own folders. */
const HUGO_CONFIG = /^hugo\.(?:toml|ya?ml|json)$/;
const OLD_HUGO_CONFIG = /^config(?:\.(?:toml|ya?ml|json))?$/;

/** Recognises the site by its configuration files, unless the settings name one, and says where its drafts live. */
export async function siteLayout(files: Files, settings: RetroSettings): Promise<SiteLayout> {
  const names = settings.site === "auto" || settings.site === "hugo" ? await files.namesIn("") : [];
  const site = settings.site === "auto" ? recognise(names) : settings.site;
  if (settings.path !== "") return { site, draftPath: settings.path };
  return { site, draftPath: `${await draftFolder(site, files)}/{{ date }}-회고.md` };
}

function recognise(names: readonly string[]): Site {
  if (names.some((name) => HUGO_CONFIG.test(name))) return "hugo";
  if (names.some((name) => JEKYLL_CONFIG.test(name))) return "jekyll";
  const looksLikeHugo = names.includes("content") && (names.includes("archetypes") || names.includes("themes"));
  return looksLikeHugo && names.some((name) => OLD_HUGO_CONFIG.test(name)) ? "hugo" : "plain";
}

async function draftFolder(site: Site, files: Files): Promise<string> {
  if (site === "jekyll") return "_drafts";
  if (site === "plain") return "회고";
  const sections = await files.namesIn("content");
  const section = ["posts", "post", "blog"].find((name) => sections.includes(name));
  return section === undefined ? "content/posts" : `content/${section}`;
}

export function retroPath(layout: SiteLayout, month: YearMonth): PathResult {
  return renderNotePath(layout.draftPath, { kind: "retro", date: month, title: "회고" });
}

import { RETRO_LABELS } from "../calendar/koreanPeriod.ts";
import { kindOfPeriod, type Period } from "../calendar/period.ts";
import { isMarkdownName } from "../note/fileName.ts";
import { findFrontMatter } from "../note/frontMatter/find.ts";
import type { FrontMatterFormat } from "../note/frontMatter/frontMatter.ts";
import type { NotePath } from "../note/note.ts";
import type { PathResult } from "../note/notePath.ts";
import { renderNotePath } from "../note/notePath.ts";
import type { RenderTemplate } from "../note/renderTemplate.ts";
import type { Files } from "../notebook/files.ts";
import type { Picture, RetroSettings, Settings, Site } from "../settings/settings.ts";
import { decodeText } from "../text/decode.ts";
import { recogniseSite } from "./recogniseSite.ts";

/** How the notebook is published, as far as drafts are concerned. */
export interface SiteLayout {
  readonly site: Site;
  /** Path pattern of a draft. */
  readonly draftPath: string;
}

/** Recognises the site by its configuration files, unless the settings name one, and says where its drafts live. */
export async function siteLayout(files: Files, settings: RetroSettings): Promise<SiteLayout> {
  const site = await siteOf(files, settings);
  if (settings.path !== "") return { site, draftPath: settings.path };
  return { site, draftPath: `${await draftFolder(site, files)}/{{ date }}-{{ title }}.md` };
}

/** The same for posts, whose drafts bear no date until they are published. */
export async function postLayout(files: Files, { retro, post }: Pick<Settings, "retro" | "post">): Promise<SiteLayout> {
  const site = await siteOf(files, retro);
  if (post.path !== "") return { site, draftPath: post.path };
  const folder = isJekyll(site) || site === "hugo" ? await draftFolder(site, files) : "글";
  return { site, draftPath: `${folder}/{{ title }}.md` };
}

/** The site of a notebook: what the settings name, or what it holds. */
export async function siteOf(files: Files, settings: RetroSettings): Promise<Site> {
  return settings.site === "auto" ? recogniseSite(files) : settings.site;
}

/** Whether Jekyll builds the site, whatever its theme: its drafts lie in `_drafts/`, and Liquid reads every post. */
export function isJekyll(site: Site): boolean {
  return site === "jekyll" || site === "chirpy" || site === "minimal-mistakes";
}

/** Front matter that a draft needs on a site beside what every draft has, unless the person states it otherwise. */
export function siteFrontMatter(site: Site, picture: Picture = "none"): Readonly<Record<string, unknown>> {
  // Hugo builds whatever lies in content/, so a draft must say that it is one.
  if (site === "hugo") return { draft: true };
  // Chirpy loads Mermaid for the posts that ask for it.
  if (site === "chirpy" && picture === "mermaid") return { mermaid: true };
  return site === "minimal-mistakes" ? { layout: "single", toc: true } : {};
}

async function draftFolder(site: Site, files: Files): Promise<string> {
  if (isJekyll(site)) return "_drafts";
  return site === "hugo" ? postSection(files) : "회고";
}

/** The folder of Hugo's posts, below the folder its site is built from. */
export async function postSection(files: Pick<Files, "namesIn">, root = ""): Promise<string> {
  const sections = await files.namesIn(`${root}content`);
  const section = ["posts", "post", "blog"].find((name) => sections.includes(name));
  return `${root}content/${section ?? "posts"}`;
}

/** Where a period's draft goes; its title in a path is `회고`, that of a week `정리`. */
export function retroPath(layout: SiteLayout, period: Period, render: RenderTemplate): PathResult {
  const { noun } = RETRO_LABELS[kindOfPeriod(period)];
  return renderNotePath(layout.draftPath, { kind: "retro", date: period, title: noun }, render);
}

/** How many posts are asked for the notation of their front matter. */
const ASKED_POSTS = 5;

/**
 * The notation of a draft's front matter. Hugo alone reads TOML: there it is that of most of the latest posts beside the
 * draft, or of the archetype that new posts are made from, unless the settings say which.
 */
export async function frontMatterFormat(
  files: Files,
  settings: RetroSettings,
  site: Site,
  draftPath: NotePath,
): Promise<FrontMatterFormat> {
  if (site !== "hugo") return "yaml";
  if (settings.frontMatterFormat !== "auto") return settings.frontMatterFormat;
  const folder = draftPath.slice(0, Math.max(0, draftPath.lastIndexOf("/")));
  const names = (await files.namesIn(folder)).filter(isMarkdownName).sort().slice(-ASKED_POSTS);
  const posts = await Promise.all(names.map((name) => formatOf(files, folder === "" ? name : `${folder}/${name}`)));
  const count = (format: FrontMatterFormat): number => posts.filter((found) => found === format).length;
  if (count("toml") !== count("yaml")) return count("toml") > count("yaml") ? "toml" : "yaml";
  return (await formatOf(files, "archetypes/default.md")) ?? "yaml";
}

/** `undefined` for a file without front matter, and for one that is not there. */
async function formatOf(files: Files, path: NotePath): Promise<FrontMatterFormat | undefined> {
  try {
    return findFrontMatter(decodeText(await files.read(path)).text)?.format;
  } catch (error) {
    if (files.isMissing(error)) return undefined;
    throw error;
  }
}

import type { Instant } from "../calendar/clock.ts";
import { isMarkdownName } from "../note/fileName.ts";
import type { Note, NotePath } from "../note/note.ts";
import { readNotes } from "../note/readNote.ts";
import { type Notebook, readIfThere } from "../notebook/notebook.ts";
import { bareTitle } from "../retro/merge/bareTitle.ts";
import { baseFilePath, readBaseFile } from "../retro/merge/baseFile.ts";
import { originsOf } from "../retro/origins.ts";
import { noteRulesOf } from "../settings/noteRules.ts";
import { nameKey, nfc } from "../text/nfc.ts";
import { type DraftFacts, fileOf, type Privacy, servedFolder } from "./draftFacts.ts";
import type { DraftText } from "./draftText.ts";
import type { SiteOfPost } from "./siteOf.ts";

type Sources = Pick<Notebook, "files" | "readText" | "settings">;

export interface Asked {
  readonly note: Note | undefined;
  readonly site: SiteOfPost;
  readonly now: Instant;
  readonly isDraft: boolean;
  readonly publishedAt?: Instant;
}

/** Looks up what the checks of a draft need: names in the folders it links to, and what the notes it tells of say. */
export async function gatherFacts(
  notebook: Sources,
  draft: DraftText,
  { note, site: { site, root }, now, isDraft, publishedAt }: Asked,
): Promise<DraftFacts> {
  const names = new Names(notebook.files);
  const missing = new Map<NotePath, string | undefined>();
  const hidden = new Map<NotePath, Privacy>();
  // Chirpy puts this before every address of an image.
  const hasOwnPrefix = ["media_subpath", "img_path"].some((key) => draft.frontMatter.data.has(key));
  for (const link of draft.links) {
    if (link.isImage && hasOwnPrefix) continue;
    const target = fileOf(link, draft.path, { site, siteRoot: root });
    if (target === undefined || missing.has(target) || hidden.has(target)) continue;
    // An address below a folder that is not there begins with what only the site's configuration knows.
    if (link.address.startsWith("/") && !(await names.hasTop(servedFolder(site, root), target))) continue;
    const found = await names.find(target);
    if (!found.isThere) missing.set(target, found.similar);
    else if (isMarkdownName(target)) {
      const privacy = await privacyOf(notebook, found.path);
      if (privacy !== undefined) hidden.set(target, privacy);
    }
  }
  return {
    site,
    siteRoot: root,
    now,
    dayRule: notebook.settings.dayRule,
    isDraft,
    ...(publishedAt !== undefined && { publishedAt }),
    missing,
    hidden,
    quoted: await quotedIn(notebook, draft, note),
  };
}

/** The lines of a retro that come from notes kept from readers. */
async function quotedIn(notebook: Sources, draft: DraftText, note: Note | undefined): Promise<DraftFacts["quoted"]> {
  const period = note?.retro?.period;
  const text = period && (await readIfThere(notebook, baseFilePath(period)));
  const base = text === undefined ? undefined : readBaseFile(text);
  if (base === undefined) return [];
  const lines = draft.text.split(/\r\n|\n|\r/);
  const quoted: DraftFacts["quoted"][number][] = [];
  for (const { note: id, start, end } of originsOf(lines, base)) {
    const [path = ""] = id.split("#", 1);
    const privacy = isMarkdownName(path) ? await privacyOf(notebook, path) : undefined;
    if (privacy !== undefined) quoted.push({ start, end, privacy, title: bareTitle(lines[start] ?? "") });
  }
  return quoted;
}

async function privacyOf(notebook: Sources, path: NotePath): Promise<Privacy | undefined> {
  // Anyone can have written the file that remembers what a retro was made of.
  if (path.split("/").includes("..")) return undefined;
  const text = await readIfThere(notebook, path);
  if (text === undefined) return undefined;
  const notes = readNotes(path, text, noteRulesOf(notebook.settings));
  if (notes.some((note) => note.isPrivate)) return "private";
  return notes.some((note) => note.leftOutOfRetro) ? "left-out" : undefined;
}

type Found =
  | { readonly isThere: true; readonly path: NotePath }
  | { readonly isThere: false; readonly similar: string | undefined };

/** Names on disk; each folder is listed once. */
class Names {
  readonly #files: Sources["files"];
  readonly #listings = new Map<NotePath, Promise<readonly string[]>>();

  constructor(files: Sources["files"]) {
    this.#files = files;
  }

  async find(target: NotePath): Promise<Found> {
    let path = "";
    const parts = target.split("/");
    for (const [index, part] of parts.entries()) {
      const names = await this.#in(path);
      const found = names.find((name) => nfc(name) === part);
      if (found === undefined) {
        const similar = index === parts.length - 1 ? names.find((name) => nameKey(name) === nameKey(part)) : undefined;
        return { isThere: false, similar };
      }
      path = path === "" ? found : `${path}/${found}`;
    }
    return { isThere: true, path };
  }

  /** Whether the first folder of a target below `folder` is there. */
  async hasTop(folder: string, target: NotePath): Promise<boolean> {
    const [top = ""] = target.slice(folder.length).split("/");
    return (await this.#in(folder.replace(/\/$/, ""))).some((name) => nfc(name) === top);
  }

  #in(folder: NotePath): Promise<readonly string[]> {
    const listing = this.#listings.get(folder) ?? this.#files.namesIn(folder);
    this.#listings.set(folder, listing);
    return listing;
  }
}

import type { Day } from "../../calendar/day.ts";
import { checkNotePath, numberedPath } from "../../note/fileName.ts";
import { valuesOf } from "../../note/frontMatter/field.ts";
import type { FrontMatter } from "../../note/frontMatter/frontMatter.ts";
import type { Note, NotePath } from "../../note/note.ts";
import { type PathResult, renderNotePath } from "../../note/notePath.ts";
import { NEVER_CANCELLED } from "../../notebook/files.ts";
import type { Notebook } from "../../notebook/notebook.ts";
import { isJekyll, postSection } from "../../retro/site.ts";
import { nameKey } from "../../text/nfc.ts";
import { placeOnDisk } from "../../write/planTomak.ts";
import type { SiteOfPost } from "../siteOf.ts";
import { ASKED, dateFolderLikeOthers, folderLikeOthers } from "./postFolders.ts";
import { extensionOf, redated, slugOfPost } from "./postName.ts";

export interface PlaceRequest {
  readonly path: NotePath;
  readonly note: Note;
  readonly frontMatter: FrontMatter;
  readonly site: SiteOfPost;
  readonly day: Day;
}

type Sources = Pick<Notebook, "files" | "settings" | "engines">;

/**
 * Where a draft goes: the place that the setting names, or else that of the site's posts. `undefined` where nothing says
 * so. The name is one no other file has.
 */
export async function postPlace(notebook: Sources, request: PlaceRequest): Promise<PathResult | undefined> {
  const wanted = await wantedPlace(notebook, request);
  if (wanted === undefined || !wanted.ok) return wanted;
  let place = await placeOnDisk(notebook, wanted.path);
  for (let count = 2; place.isThere && !isSame(place.path, request.path); count++) {
    place = await placeOnDisk(notebook, numberedPath(wanted.path, count));
  }
  return { ok: true, path: isSame(place.path, request.path) ? request.path : place.path };
}

async function wantedPlace(notebook: Sources, request: PlaceRequest): Promise<PathResult | undefined> {
  const { note, site, day } = request;
  const pattern = notebook.settings.publish.path;
  if (pattern !== "") {
    const render = await notebook.engines.loadTemplates();
    return renderNotePath(pattern, { kind: note.kind, date: day, title: note.title }, render);
  }
  if (isJekyll(site.site)) return jekyllPlace(notebook, request);
  return site.site === "hugo" ? hugoPlace(notebook, request) : undefined;
}

/** A page of a bundle stays with its files, and any other in its section; one from elsewhere lies as most posts do. */
async function hugoPlace(
  { files }: Sources,
  { path, note, frontMatter, site, day }: PlaceRequest,
): Promise<PathResult> {
  const slash = path.lastIndexOf("/") + 1;
  if (path.startsWith(`${site.root}content/`))
    return checkNotePath(path.slice(0, slash) + redated(path.slice(slash), day));
  const section = await postSection(files, site.root);
  const posts = [...(await files.list(NEVER_CANCELLED, section))]
    .sort()
    .flatMap((post) => pageOf(post.slice(section.length + 1)) ?? [])
    .slice(-ASKED);
  const most = (has: (post: HugoPage) => boolean): boolean => posts.filter(has).length * 2 > posts.length;
  const slug = slugOfPost(path, note, frontMatter);
  const name = most((post) => /^\d{4}-\d{2}-\d{2}-/.test(post.name)) ? `${day}-${slug}` : slug;
  const folder = dateFolderLikeOthers(
    posts.map((post) => post.folder),
    day,
  );
  const file = `${name}${most(({ isBundle }) => isBundle) ? "/index" : ""}${extensionOf(path)}`;
  return checkNotePath([section, folder, file].filter((part) => part !== "").join("/"));
}

interface HugoPage {
  /** The folders that it, or its bundle, lies in. */
  readonly folder: string;
  /** Of the file, or of the bundle. */
  readonly name: string;
  readonly isBundle: boolean;
}

/** What a file below a section is; `undefined` for the page of a list (`_index.md`). */
function pageOf(path: NotePath): HugoPage | undefined {
  const parts = path.split("/");
  const file = parts.pop() ?? "";
  if (file.startsWith("_")) return undefined;
  const bundle = /^index\./.test(file) ? parts.pop() : undefined;
  return { folder: parts.join("/"), name: bundle ?? file, isBundle: bundle !== undefined };
}

async function jekyllPlace(
  { files }: Sources,
  { path, note, frontMatter, site, day }: PlaceRequest,
): Promise<PathResult> {
  const name = `${day}-${slugOfPost(path, note, frontMatter)}${extensionOf(path)}`;
  if (/(?:^|\/)_posts\//.test(path)) {
    return checkNotePath(path.slice(0, path.lastIndexOf("/") + 1) + name);
  }
  const draft = /^((?:.*?\/)?)_drafts\/(?:(.*)\/)?[^/]*$/.exec(path);
  const root = `${draft?.[1] ?? site.root}_posts`;
  const listed = (await files.list(NEVER_CANCELLED, root)).map((post) => post.slice(root.length + 1));
  const [category] = [...valuesOf(frontMatter, "categories"), ...valuesOf(frontMatter, "category")];
  const below = draft?.[2] ?? folderLikeOthers(listed, day, category);
  return checkNotePath([root, below, name].filter((part) => part !== "").join("/"));
}

function isSame(one: NotePath, other: NotePath): boolean {
  return nameKey(one) === nameKey(other);
}

import type { Instant } from "../calendar/clock.ts";
import type { Day } from "../calendar/day.ts";
import { monthOfDay } from "../calendar/month.ts";
import { stampFor } from "../calendar/zone.ts";
import { normalizeTag, tagKey } from "../note/frontMatter/tags.ts";
import type { Note, NotePath } from "../note/note.ts";
import { noteId } from "../note/note.ts";
import { renderNotePath } from "../note/notePath.ts";
import type { TemplateInput } from "../note/templateVariables.ts";
import { type Notebook, readTemplate } from "../notebook/notebook.ts";
import { draftHeader } from "../retro/draftHeader.ts";
import { entryHeading } from "../retro/entry/entryText.ts";
import { separateLabels } from "../retro/entry/separateLabels.ts";
import { type ImageCopy, type ImageProblem, shownIn } from "../retro/images/placeImages.ts";
import { withEntries } from "../retro/retroNotes.ts";
import { frontMatterFormat, isJekyll, postLayout } from "../retro/site.ts";
import type { Site } from "../settings/settings.ts";
import type { NewNote } from "../write/newNote.ts";
import { placeOnDisk } from "../write/planTomak.ts";
import type { WriteProblem } from "../write/problem.ts";
import type { SeriesPart } from "./series/seriesPart.ts";

export interface PostRequest {
  readonly title: string;
  /** What it is made of, the note it is begun from first. */
  readonly notes: readonly Note[];
  readonly day: Day;
  readonly now: Instant;
  /** For a post of a series: where that goes on. */
  readonly series?: SeriesPart;
}

export type PostPlan =
  | { readonly action: "open"; readonly path: NotePath }
  | {
      readonly action: "create";
      readonly draft: NewNote;
      /** Images that the draft shows and the site does not have yet; made with the draft. */
      readonly copies: readonly ImageCopy[];
      readonly imageProblems: readonly ImageProblem[];
    }
  | { readonly action: "refuse"; readonly problem: WriteProblem };

/** The draft of a post: the one of this title where the site keeps drafts, or the one to create. Nothing is written. */
export async function planPost(notebook: Notebook, request: PostRequest): Promise<PostPlan> {
  const { title, notes, day, now, series } = request;
  const { files, settings } = notebook;
  const { site, draftPath: pattern } = await postLayout(files, settings);
  const render = await notebook.engines.loadTemplates();
  const place = renderNotePath(pattern, { kind: "post", date: day, title }, render);
  if (!place.ok) return { action: "refuse", problem: { reason: "path", setting: "post.path", problem: place.problem } };
  const { path, isThere } = await placeOnDisk(notebook, place.path);
  if (isThere) return { action: "open", path };

  const parse = await notebook.engines.loadMarkdown();
  const context = { site, draftPath: path, parse };
  const { notes: read, images } = await withEntries(notebook, notes, monthOfDay(day), context);
  const quoted = read.map(({ note, entry }) => ({
    note: noteId(note),
    heading: entryHeading(note, context),
    body: entry,
  }));
  const entries = separateLabels([{ entries: quoted }], parse).flatMap((section) => section.entries);
  const date = stampFor(day, now, settings.dayRule);
  const tags = unitedTags([...notes.flatMap((note) => note.tags), ...(series?.tags ?? [])], settings.retro.star);
  const header = draftHeader({
    ...{ title, date, site, picture: "none" },
    settings: { categories: series?.categories ?? [], tags, frontMatter: asDraft(site) },
    format: await frontMatterFormat(files, settings.retro, site, path),
  });
  const template = series === undefined ? "post" : "series";
  const rendered = render(await readTemplate(notebook, template), {
    ...{ header, title, date, tags, entries },
    links: [...new Set(notes.filter(({ link }) => link !== undefined).map((note) => entryHeading(note, context)))],
    number: series?.number ?? "",
    heading: series?.heading ?? "",
    subheading: series?.subheading ?? "",
  } satisfies TemplateInput<"post" | "series">);
  if (!rendered.ok) {
    const { line, message } = rendered;
    return { action: "refuse", problem: { reason: "template", template, line, message } };
  }
  const { text, cursor } = rendered;
  return {
    action: "create",
    draft: { path, text, cursor: cursor ?? text.length },
    copies: shownIn(text, images),
    imageProblems: images.problems,
  };
}

/** What says that it is a draft where neither the folder does nor the site asks for it by itself. */
function asDraft(site: Site): Readonly<Record<string, unknown>> {
  return isJekyll(site) ? {} : { draft: true };
}

/** Each tag once, as it is spelled first, without those that mark favourites. */
function unitedTags(tags: readonly string[], stars: readonly string[]): readonly string[] {
  const united = new Map<string, string>();
  for (const tag of tags) if (!united.has(tagKey(tag))) united.set(tagKey(tag), normalizeTag(tag));
  for (const star of stars) if (star.startsWith("#")) united.delete(tagKey(star));
  return [...united.values()];
}

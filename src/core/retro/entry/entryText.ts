import type { Note, NotePath } from "../../note/note.ts";
import { entryBody } from "../../note/noteBody.ts";
import type { Site } from "../../settings/settings.ts";
import { renderLinkedTitle } from "../../text/linkedTitle.ts";
import type { ParseMarkdown } from "../../text/markdown.ts";
import { isJekyll } from "../site.ts";
import { closeFence } from "./closeFence.ts";
import { closeHtml } from "./closeHtml.ts";
import { imageSources } from "./imageSources.ts";
import { keepFromLiquid } from "./keepFromLiquid.ts";
import { lowerHeadings } from "./lowerHeadings.ts";
import { mendEmphasis } from "./mendEmphasis.ts";
import { type GivenAddresses, rebaseLinks } from "./rebaseLinks.ts";

export interface EntryContext {
  /** Where the draft lies; relative links of the note are rebased to its folder. */
  readonly draftPath: NotePath;
  readonly site: Site;
  readonly parse: ParseMarkdown;
  /** Images that the draft shows from the site's folder of assets instead of from where the notes have them. */
  readonly images?: GivenAddresses;
}

/** A note's title above its entry, with a link to where it was learned. */
export function entryHeading(note: Note, { site, parse }: Pick<EntryContext, "site" | "parse">): string {
  const heading = renderLinkedTitle(note);
  return isJekyll(site) ? keepFromLiquid(heading, parse) : heading;
}

/**
 * A note's body as its entry in a draft: what it says, in a form that leaves the entries beside it alone. Blocks are
 * closed first, so that the others see what the site will see; `raw` comes last, since Markdown knows nothing of it.
 */
export function entryText(note: Note, body: string, { draftPath, site, parse, images }: EntryContext): string {
  let text = lowerHeadings(closedBody(note, body, parse), parse);
  text = rebaseLinks(text, note.path, draftPath, parse, images);
  text = mendEmphasis(text, parse);
  return isJekyll(site) ? keepFromLiquid(text, parse) : text;
}

/** The image files of the notebook that a note's entry shows. */
export function entryImages(note: Note, body: string, parse: ParseMarkdown): readonly NotePath[] {
  return imageSources(closedBody(note, body, parse), note.path, parse);
}

function closedBody(note: Note, body: string, parse: ParseMarkdown): string {
  return closeHtml(closeFence(entryBody(body, note.title, note.link), parse), parse);
}

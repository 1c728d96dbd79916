import type { Note, NotePath } from "../../note/note.ts";
import { entryBody } from "../../note/noteBody.ts";
import type { Site } from "../../settings/settings.ts";
import type { ParseMarkdown } from "../../text/markdown.ts";
import { closeFence } from "./closeFence.ts";

export interface EntryContext {
  /** Where the draft lies; relative links of the note are rebased to its folder. */
  readonly draftPath: NotePath;
  readonly site: Site;
  readonly parse: ParseMarkdown;
}

/** A note's body as its entry in a draft: what it says, in a form that leaves the entries beside it alone. */
export function entryText(note: Note, body: string, { parse }: EntryContext): string {
  return closeFence(entryBody(body, note.title), parse);
}

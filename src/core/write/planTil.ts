import type { Instant } from "../calendar/clock.ts";
import type { Day } from "../calendar/day.ts";
import { numberedPath } from "../note/fileName.ts";
import { normalizeTag } from "../note/frontMatter/tags.ts";
import { type Notebook, readTemplate } from "../notebook/notebook.ts";
import { nfc } from "../text/nfc.ts";
import { composeNewNote, type NewNoteResult, type WrittenKind } from "./newNote.ts";
import { placeOnDisk } from "./planTomak.ts";

/** A note that is called what it is about. */
export interface TitledNoteRequest {
  readonly title: string;
  readonly tags: readonly string[];
  readonly link?: string;
  readonly day: Day;
  readonly now: Instant;
}

export function planTil(notebook: Notebook, request: TitledNoteRequest): Promise<NewNoteResult> {
  return planTitledNote(notebook, "til", request);
}

/** A note to create under a name no file has: the same title on the same day gets `-2`. Nothing is written. */
export async function planTitledNote(
  notebook: Notebook,
  kind: Exclude<WrittenKind, "tomak">,
  request: TitledNoteRequest,
): Promise<NewNoteResult> {
  const composed = composeNewNote({
    kind,
    day: request.day,
    now: request.now,
    dayRule: notebook.settings.dayRule,
    title: nfc(request.title.trim().replace(/\s*[\r\n]\s*/g, " ")),
    tags: [...new Set(request.tags.map(normalizeTag).filter((tag) => tag !== ""))],
    ...(request.link !== undefined && { link: request.link }),
    template: await readTemplate(notebook, kind),
    pathPattern: notebook.settings[kind].path,
    render: await notebook.engines.loadTemplates(),
  });
  if (!composed.ok) return composed;
  let place = await placeOnDisk(notebook, composed.path);
  for (let count = 2; place.isThere; count++) {
    place = await placeOnDisk(notebook, numberedPath(composed.path, count));
  }
  return { ...composed, path: place.path };
}

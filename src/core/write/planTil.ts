import type { Instant } from "../calendar/clock.ts";
import type { Day } from "../calendar/day.ts";
import { numberedPath } from "../note/fileName.ts";
import { normalizeTag } from "../note/frontMatter/tags.ts";
import { type Notebook, readTemplate } from "../notebook/notebook.ts";
import { nfc } from "../text/nfc.ts";
import { composeNewNote, type NewNoteResult } from "./newNote.ts";
import { placeOnDisk } from "./planTomak.ts";

export interface TilRequest {
  readonly title: string;
  readonly tags: readonly string[];
  readonly link?: string;
  readonly day: Day;
  readonly now: Instant;
}

/** A TIL to create under a name no file has: the same title on the same day gets `-2`. Nothing is written. */
export async function planTil(notebook: Notebook, request: TilRequest): Promise<NewNoteResult> {
  const composed = composeNewNote({
    kind: "til",
    day: request.day,
    now: request.now,
    dayRule: notebook.settings.dayRule,
    title: nfc(request.title.trim().replace(/\s*[\r\n]\s*/g, " ")),
    tags: [...new Set(request.tags.map(normalizeTag).filter((tag) => tag !== ""))],
    ...(request.link !== undefined && { link: request.link }),
    template: await readTemplate(notebook, "til"),
    pathPattern: notebook.settings.til.path,
    render: await notebook.engines.loadTemplates(),
  });
  if (!composed.ok) return composed;
  let place = await placeOnDisk(notebook, composed.path);
  for (let count = 2; place.isThere; count++) {
    place = await placeOnDisk(notebook, numberedPath(composed.path, count));
  }
  return { ...composed, path: place.path };
}

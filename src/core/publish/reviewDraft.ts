import type { Instant } from "../calendar/clock.ts";
import { type Day, parseDay } from "../calendar/day.ts";
import { civilDayAt, instantOf } from "../calendar/zone.ts";
import { dateFromStamp } from "../note/dateEvidence/dateFromStamp.ts";
import { scalarField } from "../note/frontMatter/field.ts";
import type { NotePath } from "../note/note.ts";
import { readNotes } from "../note/readNote.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { noteRulesOf } from "../settings/noteRules.ts";
import { runChecks } from "./checks/runChecks.ts";
import { type DraftState, draftState } from "./draftState.ts";
import { readDraft } from "./draftText.ts";
import type { Finding } from "./finding.ts";
import { gatherFacts } from "./gatherFacts.ts";
import { siteOf } from "./siteOf.ts";

export interface DraftReview {
  readonly state: DraftState;
  readonly findings: readonly Finding[];
  /** The date the draft states, where that is another day than now. */
  readonly stated?: { readonly at: Instant; readonly day: Day };
}

/** What is found in a draft, as it is or as it would be with the moment it is about to be published with. */
export async function reviewDraft(
  notebook: Pick<Notebook, "files" | "settings" | "engines" | "readText">,
  path: NotePath,
  text: string,
  { now, publishedAt }: { readonly now: Instant; readonly publishedAt?: Instant },
): Promise<DraftReview> {
  const { settings, engines, files } = notebook;
  const [note] = readNotes(path, text, noteRulesOf(settings));
  const site = await siteOf(files, path, settings.retro.site);
  const state = note === undefined ? "note" : await draftState(notebook, text, note, site);
  const draft = readDraft(path, text, await engines.loadMarkdown());
  const facts = await gatherFacts(notebook, draft, {
    note,
    site,
    now,
    isDraft: state === "draft",
    ...(publishedAt !== undefined && { publishedAt }),
  });
  const stated = statedDate(scalarField(draft.frontMatter, "date"), settings.dayRule.timeZone);
  const isAnotherDay = stated !== undefined && stated.day !== civilDayAt(now, settings.dayRule.timeZone);
  return { state, findings: await runChecks(draft, facts), ...(isAnotherDay && { stated }) };
}

function statedDate(written: string | undefined, timeZone: string): DraftReview["stated"] {
  const stamp = written === undefined ? undefined : dateFromStamp(written, timeZone);
  const day = stamp && parseDay(stamp.date.text);
  return day && { day, at: stamp?.instant ?? instantOf(day, 0, timeZone) };
}

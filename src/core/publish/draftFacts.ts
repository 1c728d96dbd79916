import type { Instant } from "../calendar/clock.ts";
import type { DayRule } from "../calendar/zone.ts";
import type { NotePath } from "../note/note.ts";
import { targetOf } from "../retro/entry/linkTarget.ts";
import type { LineSpan } from "../retro/merge/generatedDraft.ts";
import { isJekyll } from "../retro/site.ts";
import type { Site } from "../settings/settings.ts";
import type { DraftLink } from "./draftLinks.ts";

/** How a note is kept from readers: it is private, or says `retro: false`, which asks for less. */
export type Privacy = "private" | "left-out";

/** What the checks of a draft need to know beside its text. */
export interface DraftFacts {
  readonly site: Site;
  /** The folder the site is built from, ending in `/`; empty for the notebook itself. */
  readonly siteRoot: string;
  readonly now: Instant;
  readonly dayRule: DayRule;
  /** Whether it has yet to be published; what publishing writes may be missing until then. */
  readonly isDraft: boolean;
  /** The moment it is about to be published with. */
  readonly publishedAt?: Instant;
  /** Targets of its links that are no files, each with the name that differs in letter case alone, if there is one. */
  readonly missing: ReadonlyMap<NotePath, string | undefined>;
  /** Notes it links to that are kept from readers. */
  readonly hidden: ReadonlyMap<NotePath, Privacy>;
  /** Its lines that come from such notes. */
  readonly quoted: readonly (LineSpan & { readonly privacy: Privacy; readonly title: string })[];
}

/** The file of the notebook that a link leads to, or on a site with a place for such files, an address from its root. */
export function fileOf(
  { address, isImage }: Pick<DraftLink, "address" | "isImage">,
  path: NotePath,
  { site, siteRoot }: Pick<DraftFacts, "site" | "siteRoot">,
): NotePath | undefined {
  if (!/^\/(?!\/)/.test(address)) return targetOf(address, path);
  // Where a link from the root leads is the generator's affair.
  if (!isImage || (site !== "hugo" && !isJekyll(site))) return undefined;
  return targetOf(address.slice(1), `${servedFolder(site, siteRoot)}index.md`);
}

/** Whose files a site serves from its root; ends in `/` unless it is the notebook itself. */
export function servedFolder(site: Site, siteRoot: string): string {
  return site === "hugo" ? `${siteRoot}static/` : siteRoot;
}

import type { Instant } from "../../calendar/clock.ts";
import { civilDayAt } from "../../calendar/zone.ts";
import { readFrontMatter } from "../../note/frontMatter/read.ts";
import type { NotePath } from "../../note/note.ts";
import { readNotes } from "../../note/readNote.ts";
import { NEVER_CANCELLED } from "../../notebook/files.ts";
import type { Notebook } from "../../notebook/notebook.ts";
import { addressFrom, rebaseEdits } from "../../retro/entry/rebaseLinks.ts";
import { isJekyll } from "../../retro/site.ts";
import { noteRulesOf } from "../../settings/noteRules.ts";
import { applyEdits, type TextEdit } from "../../text/edit.ts";
import { nfc } from "../../text/nfc.ts";
import type { WriteProblem } from "../../write/problem.ts";
import { draftState } from "../draftState.ts";
import { type DraftText, readDraft } from "../draftText.ts";
import { siteOf } from "../siteOf.ts";
import { headImages } from "./headImages.ts";
import { headOfPost } from "./headOfPost.ts";
import { movedTopics } from "./movedTopics.ts";
import { postPlace } from "./postPlace.ts";
import { rebasedBase } from "./rebasedBase.ts";
import { mayName, moveOf, wikiLinksTo } from "./wikiLinksTo.ts";

export interface ChangedFile {
  readonly path: NotePath;
  /** As it was read. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

export type PublishPlan =
  | {
      readonly action: "publish";
      /** The draft's own changes; it is renamed when `to` is another path. */
      readonly draft: ChangedFile;
      readonly to: NotePath;
      /** Files that belong to it. */
      readonly others: readonly ChangedFile[];
      /** Whether its text is pasted where it is read. */
      readonly isPasted: boolean;
      /** Its title says no year, so that another date makes it the retro of another time. */
      readonly changesPeriod: boolean;
      /** Its front matter names an image from its old folder, in a form that cannot be edited. */
      readonly leavesImages: boolean;
    }
  /** A site without files: the text is copied, and nothing tells where it goes. */
  | { readonly action: "paste" }
  | {
      readonly action: "refuse";
      readonly reason: "already" | "not-a-draft" | "no-place" | "broken-front-matter" | "unsupported";
    }
  | { readonly action: "refuse"; readonly reason: "place"; readonly problem: WriteProblem };

export interface PublishTimes {
  readonly now: Instant;
  /** What the post is dated with. */
  readonly publishedAt: Instant;
}

/** What publishing a draft would do: its new place, date and state. Nothing is written. */
export async function planPublish(
  notebook: Pick<Notebook, "files" | "settings" | "engines" | "readText">,
  path: NotePath,
  text: string,
  { now, publishedAt }: PublishTimes,
): Promise<PublishPlan> {
  const { settings } = notebook;
  const rules = noteRulesOf(settings);
  const [note] = readNotes(path, text, rules);
  const frontMatter = readFrontMatter(text);
  const site = await siteOf(notebook.files, path, settings.retro.site);
  const isPasted = site.site === "velog" || site.site === "tistory";
  if (note === undefined || note.range !== undefined) return { action: "refuse", reason: "not-a-draft" };
  const state = await draftState(notebook, text, note, site);
  const hasPlace = settings.publish.path !== "" || isJekyll(site.site) || site.site === "hugo";
  if (!hasPlace && isPasted) return { action: "paste" };
  if (!hasPlace && state !== "draft") return { action: "refuse", reason: "no-place" };
  if (state !== "draft") return { action: "refuse", reason: state === "note" ? "not-a-draft" : "already" };
  const day = civilDayAt(publishedAt, settings.dayRule.timeZone);
  const place = await postPlace(notebook, { path, note, frontMatter, site, day });
  if (place !== undefined && !place.ok) {
    const problem = { reason: "path", setting: "publish.path", problem: place.problem } as const;
    return { action: "refuse", reason: "place", problem };
  }
  const to = place?.path ?? path;

  const needsHead = isJekyll(site.site) || site.site === "hugo";
  const changes = headOfPost(text, publishedAt, settings.dayRule.timeZone, needsHead);
  if (!changes.ok) return { action: "refuse", reason: changes.reason };
  const parse = await notebook.engines.loadMarkdown();
  const draft = readDraft(path, text, parse);
  const links = await movedLinks(notebook, draft, to);
  const images = await headImages(notebook.files, text, { from: path, to, site });
  const edits = [...changes.edits, ...images.edits, ...links];
  const after = readNotes(to, applyEdits(text, edits), rules)[0];
  const others =
    to === path
      ? []
      : [
          note.retro?.period && (await rebasedBase(notebook, note.retro.period, path, to, parse)),
          await movedTopics(notebook, path, to, now),
        ];
  return {
    action: "publish",
    draft: { path, text, edits },
    to,
    others: others.filter((file) => file !== undefined),
    isPasted,
    changesPeriod: note.retro?.period !== after?.retro?.period,
    leavesImages: images.isLeft,
  };
}

/** What changes in the body of a draft when it gets another path. A link of the draft to itself goes along. */
async function movedLinks(
  { files }: Pick<Notebook, "files">,
  draft: DraftText,
  to: NotePath,
): Promise<readonly TextEdit[]> {
  const { path, body, parse } = draft;
  if (to === path) return [];
  const paths = mayName(body.text, path) ? await files.list(NEVER_CANCELLED) : [];
  const own = wikiLinksTo(body, path, moveOf(path, to, paths));
  const rebased = rebaseEdits(body.text, path, to, parse, new Map([[nfc(path), addressFrom(to, to)]]));
  const edits = [...own.edits, ...rebased.filter(({ start }) => !own.starts.has(start))];
  return draft.editsInText(edits.filter(changesTextOf(body.text)));
}

export function changesTextOf(text: string): (edit: TextEdit) => boolean {
  return ({ start, end, newText }) => text.slice(start, end) !== newText;
}

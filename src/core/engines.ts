import type { firstYear, grassPage } from "./grass/grassPage.ts";
import type { grassSvg } from "./grass/grassSvg.ts";

import type { readKnownNotes } from "./import/knownNotes.ts";
import type { layoutOffer } from "./import/layoutOffer.ts";
import type { planNotes } from "./import/planNotes.ts";
import type { planPosts } from "./import/planPosts.ts";
import type { readPicked } from "./import/readPicked.ts";
import type { openZip } from "./import/zip/openZip.ts";
import type { RenderTemplate } from "./note/renderTemplate.ts";
import type { templateProposals } from "./note/templateCompletion.ts";
import type { BEGINNINGS } from "./post/beginnings.ts";
import type { planPost } from "./post/planPost.ts";
import type { findSeries } from "./post/series/findSeries.ts";
import type { FIRST_PART, seriesPart } from "./post/series/seriesPart.ts";
import type { commitToday, refused } from "./publish/commitToday.ts";
import type { pushProblem } from "./publish/git/pushProblem.ts";
import type { HighlightCode } from "./publish/paste/highlightCode.ts";
import type { pastePost } from "./publish/paste/pastePost.ts";
import type { followLinks } from "./publish/plan/followLinks.ts";
import type { headOfPost } from "./publish/plan/headOfPost.ts";
import type { planPublish } from "./publish/plan/planPublish.ts";
import type { describeRefusal } from "./publish/plan/refusal.ts";
import type { previewSite } from "./publish/preview/previewSite.ts";
import type { renderPage } from "./publish/preview/renderPage.ts";
import type { reviewDraft } from "./publish/reviewDraft.ts";
import type { dueNotes } from "./recall/dueNotes.ts";
import type { markOf, ownText } from "./recall/history/gist.ts";
import type { RecallHistory } from "./recall/history/recallHistory.ts";
import type { Interview } from "./recall/interview.ts";
import type { askAbout } from "./recall/question/askAbout.ts";
import type { questionInWords } from "./recall/question/questionInWords.ts";
import type { describeRelation } from "./recall/related/describeRelation.ts";
import type { findRelated } from "./recall/related/findRelated.ts";
import type { isTopic, readTopics } from "./recall/topics/readTopics.ts";
import type { rowsBelow, topicRow } from "./recall/topics/topicRows.ts";
import type { composeRetro, planRetro } from "./retro/planRetro.ts";
import type { OpenSearch } from "./search/openSearch.ts";
import type { NewMarkdown, ParseMarkdown } from "./text/markdown.ts";

/** Makes retros of notes, and the drafts of other posts. */
export interface RetroEngine {
  readonly composeRetro: typeof composeRetro;
  readonly planRetro: typeof planRetro;
  readonly planPost: typeof planPost;
  readonly seriesPart: typeof seriesPart;
  readonly FIRST_PART: typeof FIRST_PART;
}

/** Knows what posts are worth writing about: topics, notes that have to do with each other, series. */
export interface TopicsEngine {
  readonly readTopics: typeof readTopics;
  readonly isTopic: typeof isTopic;
  readonly topicRow: typeof topicRow;
  readonly rowsBelow: typeof rowsBelow;
  readonly markOf: typeof markOf;
  readonly findRelated: typeof findRelated;
  readonly describeRelation: typeof describeRelation;
  readonly findSeries: typeof findSeries;
  readonly BEGINNINGS: typeof BEGINNINGS;
}

/** Counts days of writing, and draws them. */
export interface GrassEngine {
  readonly firstYear: typeof firstYear;
  readonly grassPage: typeof grassPage;
  readonly grassSvg: typeof grassSvg;
}

/** Makes notes of what was written elsewhere. */
export interface ImportEngine {
  readonly openZip: typeof openZip;
  readonly planNotes: typeof planNotes;
  readonly planPosts: typeof planPosts;
  readonly readPicked: typeof readPicked;
  readonly readKnownNotes: typeof readKnownNotes;
}

/** Looks over drafts and makes posts of them. */
export interface PublishEngine {
  readonly followLinks: typeof followLinks;
  readonly headOfPost: typeof headOfPost;
  readonly planPublish: typeof planPublish;
  readonly describeRefusal: typeof describeRefusal;
  readonly reviewDraft: typeof reviewDraft;
}

/** Shows posts as their site will. */
export interface PreviewEngine {
  readonly previewSite: typeof previewSite;
  readonly renderPage: typeof renderPage;
}

/** Asks about notes, and knows what was answered. */
export interface RecallEngine {
  readonly askAbout: typeof askAbout;
  readonly dueNotes: typeof dueNotes;
  readonly Interview: typeof Interview;
  readonly markOf: typeof markOf;
  readonly ownText: typeof ownText;
  readonly questionInWords: typeof questionInWords;
  readonly RecallHistory: typeof RecallHistory;
}

/** Commits notes. */
export interface CommitEngine {
  readonly commitToday: typeof commitToday;
  readonly pushProblem: typeof pushProblem;
  readonly refused: typeof refused;
}

/** Makes posts ready to be pasted. */
export interface PastingEngine {
  readonly pastePost: typeof pastePost;
}

/** What is a bundle of its own, loaded when it is first needed: most windows never compile a retro. */
export interface Engines {
  loadMarkdown(): Promise<ParseMarkdown>;
  loadMarkdownIt(): Promise<NewMarkdown>;
  loadTemplates(): Promise<RenderTemplate>;
  /** What new notes could do as a repository's notes do. */
  loadLayoutOffer(): Promise<typeof layoutOffer>;
  /** What fits while a template is written. */
  loadTemplateProposals(): Promise<typeof templateProposals>;
  loadSearch(): Promise<OpenSearch>;
  loadRetro(): Promise<RetroEngine>;
  loadImporting(): Promise<ImportEngine>;
  loadGrass(): Promise<GrassEngine>;
  loadPublishing(): Promise<PublishEngine>;
  loadPreview(): Promise<PreviewEngine>;
  loadTopics(): Promise<TopicsEngine>;
  loadRecalling(): Promise<RecallEngine>;
  loadCommitting(): Promise<CommitEngine>;
  loadPasting(): Promise<PastingEngine>;
  loadHighlighting(): Promise<HighlightCode>;
}

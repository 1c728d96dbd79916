import { nfc } from "../text/nfc.ts";
import { headingText, isDayAlone } from "./dateEvidence/dateFromHead.ts";
import type { NoteDate } from "./dateEvidence/noteDate.ts";
import { scanDate } from "./dateEvidence/scanDate.ts";
import { withoutContents } from "./diary/findSections.ts";
import { saysDraft } from "./draftMarks.ts";
import type { NoteKind, NotePath } from "./note.ts";

export const LEFT_OUT_REASONS = ["template", "index", "readme", "translation", "draft"] as const;

/** Why a file is no note of any day, whatever date it has. */
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export interface LeftOutEvidence {
  readonly path: NotePath;
  readonly kind: NoteKind;
  readonly date: NoteDate | undefined;
  /** The body, read only where the name alone does not decide. */
  readonly body: () => string;
  readonly field: (key: string) => string | undefined;
}

const TEMPLATE_FOLDER =
  /(?:^|\/)(?:\d{1,3}\s?[-._]\s?|_)?(?:templates?|템플릿|양식|archetypes?|skeletons?(?:-posts?)?)\//i;
const TEMPLATE_NAME =
  /^(?:templates?|(?:til|wil|daily|weekly|diary|note|post|contents?|study|일기|회고|일지|노트|글)[-_ ]?templates?|templates?[-_ ](?:til|wil|daily|note|post).*|(?:.*[-_ ])?(?:템플릿|양식))$/i;
/** What comes with a theme to show what it can do: Hugo's `exampleSite`, the tests of Jekyll's. */
const SAMPLE_FOLDER = /(?:^|\/)(?:exampleSite|(?:tests?|demo)\/_[a-z]+)\//;
const SAMPLE_POST =
  /(?:^|\/)(?:docs\/_+posts\/\d{4}-\d\d-\d\d-(?:(?:edge-case|layout|markup|post)-|welcome-to-jekyll\.)|_+pages\/(?:page-[ab]|sample-page|splash-page)\.|_posts\/default-post\.)/;
/** A value that is nothing but a place to fill. */
const PLACED = /^\s*["']?(?:<%[^\n]*%>|\{\{[^\n]*\}\})["']?\s*$/;
/** A file named by the form of a date instead of a date; behind other words or before 형식 the form is what it tells of. */
const DATE_FORM =
  /^[^\p{L}]*(?:(?:til|wil|daily|weekly|diary|note|post|일기|회고|일지|노트)[^\p{L}]*)?yyyy[-_.]?mm(?!.*(?:형식|형태|포[맷멧]|format))/iu;
const PLACEHOLDER = /<%|\{\{|\{%|YYYY|yyyy[-.]|<[가-힣][^<>\n]{0,30}>|\[(?:제목|날짜|내용)\]/;

const PROJECT_NAME = /^(?:change-?log|contributing|code[-_]of[-_]conduct|(?:pull_request|issue)_template)$/i;
/** Below a folder one in Korean is about licences. */
const LICENCE_NAME = /^licen[sc]e$/i;
/** What is told to programs; a note on one of them is not written in capitals. */
const TOLD_NAME = /^(?:CLAUDE|AGENTS|GEMINI)$/;
/** Below a folder these may well be what was learned. */
const ROOT_NAME = /^(?:readme|security|support|authors|history)(?:[-_.]ko|[-_.]kr)?$/i;
const CONTENTS_NAME =
  /^(?:summary|index|_index|readme|toc|moc|목차|목록|tags?|categor(?:y|ies)|archives?|search|404)$/i;
/** Layouts of the well-known Jekyll themes that list what lies elsewhere. */
const LISTING_LAYOUT =
  /^\s*["']?(?:archives?(?:-(?:taxonomy|years))?|categor(?:y|ies)|tags?|tag-(?:archive|list)|posts?[-_]by[-_](?:category|tag|year)|posts|list|home|search|splash|collection)["']?\s*$/i;
/** What comes with a fork of minimal-mistakes besides: its manual and its own pages. */
const THEME_PAGE =
  /(?:^|\/)docs\/_+(?:posts\/\d{4}-\d\d-\d\d-gemified-theme-|pages\/(?:about|sample-page|splash-page|archive-layout-with-content|lorem-ipsum|sitemap|terms)\.|docs\/\d\d-[a-z]|(?:pets|recipes)\/|portfolio\/(?:baz-boom|fizz-bang|foo-bar|ginger-gulp)-)/;
/** Where Hydejack has a page for each category and tag, whatever layout lists what is in it. */
const LISTING_FOLDER = /(?:^|\/)_featured_(?:categories|tags)\//;
/** What Hexo calls the pages it fills itself, each with a date. */
const LISTING_TYPE = /^\s*["']?(?:tags?|tag-?cloud|categor(?:y|ies)|archives?|links?|friends?)["']?\s*$/i;
const SITE_PART = /^(?:_sidebar|_navbar|_coverpage|_footer|404)$/i;

const TRANSLATION =
  /(?:^|\/)(?:content|docs|blog|posts?|_posts|pages)\/(?:en|ja|jp|zh|cn|zh-(?:cn|tw|hk|hans|hant))\/|(?:^|\/)(?:(?:en|ja|zh)[-_](?:posts?|blog)|(?:posts?|blog)[-_](?:en|ja|zh))\/|(?:^|\/)i18n\/[a-z]{2}(?:[-_][a-z]{2,4})?\/|\.(?:en|ja|jp|zh|zh-(?:cn|tw|hans|hant)|cn|fr|de|es|ru|pt|pt-br|vi)\.(?:mdx?|markdown)$/i;

/** Languages whose folders some have for topics, too (IT, Elasticsearch, computer science): the text has to tell. */
const LANGUAGE_FOLDER =
  /(?:^|\/)(?:content|docs|blog|posts?|_posts|pages)\/(?:am|ar|cs|de|es|fr|hi|it|nl|pl|pt|pt-br|ru|th|tr|uk|vi)\//i;
const HANGUL = /[가-힣]/g;
/** Letters with marks, and those of scripts that are neither Greek, which formulas have, nor Chinese. */
const FOREIGN = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0400-\u0fff\u1200-\u139f\u1e00-\u1eff]/g;
/** Names and loan words have one or the other of them anywhere. */
const FEW_LETTERS = 3;

/** How much a page may say besides its links and still be a list of them, and a form besides its headings. */
const FEW_WORDS = 120;
/** More is surely not few. */
const LOOKED_AT = 50_000;

/**
 * Why a file is kept out of months; `undefined` for a note like any other. A README that lies in a folder with a date is
 * that day's note, a draft whose name gives its day is that day's writing, and a retro, a 토막글 or a TIL is one in
 * `_drafts` too.
 */
export function leftOutReason(evidence: LeftOutEvidence): LeftOutReason | undefined {
  const { path, kind, date, field } = evidence;
  if (kind === "retro") return undefined;
  const composed = nfc(path);
  const name = composed.slice(composed.lastIndexOf("/") + 1);
  const stem = name.replace(/\.[^.]+$/, "");
  if (isTemplate(evidence, composed, stem)) return "template";
  if (TRANSLATION.test(composed) || (LANGUAGE_FOLDER.test(composed) && isForeign(evidence.body())))
    return "translation";
  if (PROJECT_NAME.test(stem) || TOLD_NAME.test(stem) || isLicence(evidence, composed, stem)) return "readme";
  if (SITE_PART.test(stem)) return "index";
  const isReadme = /^readme$/i.test(stem);
  // GitBook's first page is a README, and in a diary it is the latest day's.
  const isDayAtRoot = (): boolean => isReadme && isDayAlone(firstHeadingOf(evidence.body()) ?? "");
  if (ROOT_NAME.test(stem) && !composed.includes("/") && !isDayAtRoot()) return "readme";
  const hasDay = date !== undefined && date.source !== "heading" && date.precision !== "year";
  const isFilled = isListing(evidence, stem);
  // The `index.md` of a bundle is a post of a day, and not only created on one; a README has it in its first heading, too.
  const isDated = isReadme
    ? hasDay || beginsWithDay(evidence.body()) || isSolution(evidence.body())
    : stem === "index" && hasDay && date.source !== "created";
  if (
    (CONTENTS_NAME.test(stem) || /[-_ ]moc$/i.test(stem) || isFilled) &&
    (isFilled ? ownWords(evidence.body()) < FEW_WORDS : !isDated && isContents(evidence.body(), stem))
  ) {
    return isReadme ? "readme" : "index";
  }
  const isDraft = /(?:^|\/)_drafts\//.test(composed) || saysDraft(field);
  const isDayWriting = kind === "tomak" || kind === "til" || (date?.precision === "day" && date.source === "name");
  return isDraft && !isDayWriting ? "draft" : undefined;
}

function isTemplate({ date, body, field }: LeftOutEvidence, path: string, stem: string): boolean {
  if (DATE_FORM.test(stem) || SAMPLE_FOLDER.test(path)) return true;
  if ((SAMPLE_POST.test(path) || THEME_PAGE.test(path)) && lettersIn(body(), HANGUL).length === 0) return true;
  if (date?.precision === "day" && (date.source === "name" || date.source === "folder")) return false;
  if (["title", "date", "created"].some((key) => PLACED.test(field(key) ?? ""))) return true;
  if (TEMPLATE_FOLDER.test(path)) return true;
  return TEMPLATE_NAME.test(stem) && (PLACEHOLDER.test(body()) || ownWords(body()) < FEW_WORDS);
}

/** Some themes call the layout of every post `posts`: a page with a date is no list, unless Hexo makes it. */
function isListing({ path, date, field }: LeftOutEvidence, stem: string): boolean {
  if (date === undefined && (LISTING_LAYOUT.test(field("layout") ?? "") || LISTING_FOLDER.test(path))) return true;
  return stem === "index" && LISTING_TYPE.test(field("type") ?? "");
}

function isLicence({ body }: LeftOutEvidence, path: string, stem: string): boolean {
  return LICENCE_NAME.test(stem) && !(path.includes("/") && lettersIn(body(), HANGUL).length > FEW_WORDS);
}

function isForeign(body: string): boolean {
  const letters = lettersIn(body, FOREIGN);
  // What tells of Korea quotes Korean.
  return new Set(letters).size >= FEW_LETTERS && letters.length > lettersIn(body, HANGUL).length;
}

function lettersIn(body: string, letters: RegExp): readonly string[] {
  return body.slice(0, LOOKED_AT).match(letters) ?? [];
}

/** Whether the first heading is a day, `# 2022.12.05. MON`: then the file is of that day, however few its words. */
function beginsWithDay(body: string): boolean {
  const heading = firstHeadingOf(body);
  const found = heading === undefined ? undefined : scanDate(headingText(heading));
  return found?.start === 0 && found.date.precision === "day";
}

/** The heading that a body begins with. */
function firstHeadingOf(body: string): string | undefined {
  return /^\s{0,200}#{1,6}[ \t]+([^\r\n]{1,80})/.exec(body)?.[1];
}

/** What BaekjoonHub, LeetHub and the like write of a problem that was solved; the problem itself is HTML, and no words of one's own. */
function isSolution(body: string): boolean {
  return /^### (?:성능 요약|제출 일자)[ \t\r]*$|^\| ?제출 번호 ?\||^<h2><a href="https:\/\/leetcode\.com\/problems\//m.test(
    body.slice(0, 1_000),
  );
}

/** A page of links, or of nothing: what a generator fills, or a person keeps beside the notes. */
function isContents(body: string, stem: string): boolean {
  const words = ownWords(body);
  if (words >= FEW_WORDS) return false;
  // An article that is only begun has few words as well; without links only a name for generated pages decides.
  return /\]\(|\[\[|href=/.test(body.slice(0, LOOKED_AT)) || !/^(?:index|readme)$/i.test(stem);
}

/** Characters that are said in sentences or lists, links aside. */
function ownWords(body: string): number {
  return withoutContents(body.slice(0, LOOKED_AT))
    .replace(/!?\[[^[\]]*\]\((?:[^()]*|<[^<>]*>)\)|\[\[[^[\]]*\]\]|<[^<>]*>|https?:\/\/\S+/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "").length;
}

/** In Korean, for a tooltip: why the note stands in no month. */
export const LEFT_OUT_TEXTS: Readonly<Record<LeftOutReason, string>> = {
  template: "템플릿이거나 테마에 딸린 견본이에요",
  index: "다른 글을 모은 목록이에요",
  readme: "저장소를 소개하는 문서예요",
  translation: "다른 글의 번역이에요",
  draft: "아직 내지 않은 초안이에요",
};

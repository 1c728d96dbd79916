import { WEEK_STARTS, type WeekStart } from "../calendar/week.ts";
import type { DayRule } from "../calendar/zone.ts";
import { isTimeZone, parseTimeOfDay } from "../calendar/zone.ts";
import { LEFT_OUT_REASONS, type LeftOutReason } from "../note/leftOut.ts";
import { isGlob } from "../notebook/exclude.ts";
import { type Age, parseAge } from "../recall/minAge.ts";
import { RETRO_STYLES, type RetroStyle } from "../retro/styles/styles.ts";

export const SITES = ["plain", "jekyll", "chirpy", "minimal-mistakes", "hugo", "velog", "tistory"] as const;

/** The blog generator or service whose conventions a draft follows; `plain` is a folder of Markdown. */
export type Site = (typeof SITES)[number];

/** The notation of a draft's front matter, for a site that reads both; `auto` as the site's own files have it. */
export const FRONT_MATTER_FORMATS = ["auto", "yaml", "toml"] as const;

/** What a retro shows of its numbers as a picture, below the line of numbers. */
export const PICTURES = ["none", "text", "svg", "mermaid"] as const;

export type Picture = (typeof PICTURES)[number];

/** What the TIL of a retro are ordered by. */
export const TIL_ORDERS = ["day", "tag"] as const;

/** What a draft does with the images of its notes: leads to them, or has copies of them in the site's folder of assets. */
export const IMAGE_WAYS = ["link", "copy"] as const;

/** Whether 되묻기 may have a language model ask: each notebook's owner is asked once, or it always or never does. */
export const MODEL_USES = ["ask", "always", "never"] as const;
/** Whether what was committed is sent to the repository it came from. */
export const PUSH_WAYS = ["never", "ask", "always"] as const;

/** The person's settings, read and checked. Keys are those of package.json without `tomaknote.`. */
export interface Settings {
  readonly dayRule: DayRule;
  /** Globs, relative to the notebook, of what is never read. */
  readonly exclude: readonly string[];
  /** What is kept out of months. */
  readonly leftOut: readonly LeftOutReason[];
  readonly tomak: { readonly path: string; readonly title: string };
  readonly til: { readonly path: string };
  readonly session: { readonly path: string };
  readonly book: { readonly path: string };
  /** Empty: where the site keeps drafts. */
  readonly post: { readonly path: string };
  readonly retro: RetroSettings;
  /** Empty: where the site has its posts. */
  readonly publish: { readonly path: string };
  readonly recall: RecallSettings;
  /** The message of a commit, as a template, and what follows it. */
  readonly git: { readonly message: string; readonly push: (typeof PUSH_WAYS)[number] };
  /** A tag with more notes than this is split by month in the tree. */
  readonly splitTagsOver: number;
  /** Whether `#tags` in bodies are tags. */
  readonly inlineTags: boolean;
  /** Whether a note that says no day gets that of its file's first commit. */
  readonly dateFromGit: boolean;
  readonly weekStartsOn: WeekStart;
  /** Whether the status bar says for how many days in a row there is a 토막글. */
  readonly statusBar: boolean;
  /** The language model that 되묻기 may use: `vendor/id`, empty for the only one there is. */
  readonly model: { readonly use: (typeof MODEL_USES)[number]; readonly id: string };
}

export interface RetroSettings {
  /** Empty: where the site keeps drafts. */
  readonly path: string;
  readonly site: Site | "auto";
  readonly title: string;
  /** The built-in template, for a notebook without its own. */
  readonly style: RetroStyle;
  /** What is asked for; a site that cannot show it gets text. */
  readonly picture: Picture;
  /** What marks a note for the section of favourites: a tag (`#★`) or a front-matter key that is true (`star`). */
  readonly star: readonly string[];
  readonly tilOrder: (typeof TIL_ORDERS)[number];
  readonly frontMatterFormat: (typeof FRONT_MATTER_FORMATS)[number];
  readonly images: (typeof IMAGE_WAYS)[number];
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  /** More front matter, in the order given. */
  readonly frontMatter: Readonly<Record<string, unknown>>;
}

export interface RecallSettings {
  /** How old a TIL is before it is asked about. */
  readonly minAge: Age;
  /** How many are asked about in one round. */
  readonly sessionSize: number;
  /** Whether the view says how many are due. */
  readonly badge: boolean;
}

/** A setting whose value cannot be used; its default is used instead. */
export interface SettingProblem {
  readonly key: SettingKey;
  /** In Korean: what is expected. */
  readonly expected: string;
}

export const SETTING_KEYS = [
  "notebook",
  "timeZone",
  "dayStartsAt",
  "exclude",
  "leftOut",
  "tomak.path",
  "tomak.title",
  "til.path",
  "retro.path",
  "retro.site",
  "retro.title",
  "retro.style",
  "retro.picture",
  "retro.tilOrder",
  "retro.star",
  "retro.categories",
  "retro.tags",
  "retro.frontMatter",
  "retro.frontMatterFormat",
  "retro.images",
  "publish.path",
  "recall.minAge",
  "recall.sessionSize",
  "recall.badge",
  "tree.splitTagsOver",
  "inlineTags",
  "dateFromGit",
  "weekStartsOn",
  "statusBar",
  "post.path",
  "session.path",
  "book.path",
  "recall.useModel",
  "recall.model",
  "git.message",
  "git.push",
] as const;

export type SettingKey = (typeof SETTING_KEYS)[number];

/** Where raw values come from: the editor's configuration, or a settings file and the manifest's defaults. */
export interface SettingSource {
  get(key: SettingKey): unknown;
  getDefault(key: SettingKey): unknown;
}

/** Reads every setting, falling back to its default where a value is of the wrong form, and says which those were. */
export function readSettings(source: SettingSource): { settings: Settings; problems: readonly SettingProblem[] } {
  const problems: SettingProblem[] = [];
  const read = <T>(key: SettingKey, check: (value: unknown) => T | undefined, expected: string): T => {
    const value = check(source.get(key));
    if (value !== undefined) return value;
    problems.push({ key, expected });
    const fallback = check(source.getDefault(key));
    if (fallback === undefined) throw new Error(`the default of tomaknote.${key} is not valid`);
    return fallback;
  };
  const oneOf = <T extends string>(key: SettingKey, values: readonly T[]): T =>
    read(key, (value) => values.find((known) => known === value), `${values.join(", ")} 가운데 하나`);
  const path = (key: SettingKey) =>
    read(key, nonEmptyText, "노트 폴더 안의 경로 무늬(예: TIL/{{ date }}-{{ slug }}.md)");
  const settings: Settings = {
    dayRule: {
      timeZone: read(
        "timeZone",
        (value) => (typeof value === "string" && isTimeZone(value) ? value : undefined),
        "Asia/Seoul 같은 시간대 이름",
      ),
      dayStartsAt: read(
        "dayStartsAt",
        (value) => (typeof value === "string" ? parseTimeOfDay(value) : undefined),
        "04:00 같은 시각",
      ),
    },
    exclude: read(
      "exclude",
      (value) => (texts(value)?.every(isGlob) ? texts(value) : undefined),
      '글로브 목록(예: ["**/node_modules/**"])',
    ),
    leftOut: read("leftOut", leftOutReasons, `${LEFT_OUT_REASONS.join(", ")} 가운데 몇의 목록`),
    tomak: {
      path: path("tomak.path"),
      title: read("tomak.title", (value) => titlePattern(value), "{{ number }}가 한 번 들어간 제목"),
    },
    til: { path: path("til.path") },
    session: { path: path("session.path") },
    book: { path: path("book.path") },
    post: { path: read("post.path", text, BLOG_PATH) },
    retro: {
      path: read("retro.path", text, BLOG_PATH),
      site: oneOf("retro.site", ["auto", ...SITES]),
      title: read("retro.title", nonEmptyText, "제목 무늬(예: {{ year }}년 {{ month_number }}월 회고)"),
      style: oneOf("retro.style", RETRO_STYLES),
      picture: oneOf("retro.picture", PICTURES),
      tilOrder: oneOf("retro.tilOrder", TIL_ORDERS),
      star: read("retro.star", starMarks, '태그나 머리말 키의 목록(예: ["#★", "star"])'),
      categories: read("retro.categories", texts, "글자 목록"),
      tags: read("retro.tags", texts, "글자 목록"),
      frontMatter: read("retro.frontMatter", plainObject, '키와 값(예: { "mermaid": true })'),
      frontMatterFormat: oneOf("retro.frontMatterFormat", FRONT_MATTER_FORMATS),
      images: oneOf("retro.images", IMAGE_WAYS),
    },
    publish: { path: read("publish.path", text, "경로 무늬(비우면 블로그에 맞춰 정합니다)") },
    recall: {
      minAge: read(
        "recall.minAge",
        (value) => (typeof value === "string" ? parseAge(value) : undefined),
        "1개월, 2주, 30일 같은 기간",
      ),
      sessionSize: read(
        "recall.sessionSize",
        (value) => (isCountUpTo(value, 100) ? value : undefined),
        "1부터 100까지의 수",
      ),
      badge: read("recall.badge", flag, "true나 false"),
    },
    git: {
      message: read("git.message", nonEmptyText, "커밋 메시지 무늬(예: {{ titles }})"),
      push: oneOf("git.push", PUSH_WAYS),
    },
    splitTagsOver: read(
      "tree.splitTagsOver",
      (value) => (typeof value === "number" && value >= 1 ? value : undefined),
      "1 이상의 수",
    ),
    inlineTags: read("inlineTags", flag, "true나 false"),
    dateFromGit: read("dateFromGit", flag, "true나 false"),
    weekStartsOn: oneOf("weekStartsOn", WEEK_STARTS),
    statusBar: read("statusBar", flag, "true나 false"),
    model: {
      use: oneOf("recall.useModel", MODEL_USES),
      id: read("recall.model", text, "모델의 이름(예: copilot/gpt-4o)이나 빈 글자"),
    },
  };
  return { settings, problems };
}

const BLOG_PATH = "경로 무늬(비우면 블로그에 맞춰 정합니다)";
function flag(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

function isCountUpTo(value: unknown, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function nonEmptyText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

function titlePattern(value: unknown): string | undefined {
  return typeof value === "string" && value.split(/\{\{-?\s*number\s*-?\}\}/).length === 2 ? value : undefined;
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
}

function leftOutReasons(value: unknown): readonly LeftOutReason[] | undefined {
  const stated = texts(value);
  const known = LEFT_OUT_REASONS.filter((reason) => stated?.includes(reason));
  return stated?.every((text) => known.some((reason) => reason === text)) ? known : undefined;
}

function starMarks(value: unknown): readonly string[] | undefined {
  return texts(value)?.every((mark) => mark.replace(/^#/, "").trim() !== "") ? texts(value) : undefined;
}

function plainObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  // An object that is no array has string keys, whatever its values.
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

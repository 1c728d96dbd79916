import type { Env } from "markdown-it";
import type { FrontMatterData } from "../../note/frontMatter/frontMatter.ts";
import type { Site } from "../../settings/settings.ts";

/** A post as its site reads it. */
export interface Page {
  readonly site: Site;
  readonly front: FrontMatterData;
  /** Whether the theme treats it as a post: it may have a table of contents of its own accord. */
  readonly isPost: boolean;
  /** From the post's folder to the site's: empty, or `../` some times over. */
  readonly toSite: string;
  /** Whether `**용어(Term)**를` is bold: `*` closes before a letter. */
  readonly closesBesideLetters: boolean;
  /** Whether the site turns `mermaid` code into pictures. */
  readonly drawsMermaid: boolean;
  /** Whether the site passes on HTML in Markdown. */
  readonly showsHtml: boolean;
}

/** Which environments of markdown-it render a page of a site: in all others our rules hold still. */
const pages = new WeakMap<Env, Page>();

export function markPage(env: Env, page: Page): void {
  pages.set(env, page);
}

export function pageOf(env: Env | undefined): Page | undefined {
  return env === undefined ? undefined : pages.get(env);
}

/** A value of one line in the front matter. */
export function textIn(front: FrontMatterData, key: string): string | undefined {
  const value = front.get(key);
  return typeof value === "string" ? value : undefined;
}

export function isTrue(front: FrontMatterData, key: string): boolean {
  return textIn(front, key)?.toLowerCase() === "true";
}

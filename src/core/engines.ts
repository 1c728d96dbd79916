import type { RenderTemplate } from "./note/renderTemplate.ts";
import type { OpenSearch } from "./search/openSearch.ts";
import type { ParseMarkdown } from "./text/markdown.ts";

/** What is a bundle of its own, loaded when it is first needed: most windows never compile a retro. */
export interface Engines {
  loadMarkdown(): Promise<ParseMarkdown>;
  loadTemplates(): Promise<RenderTemplate>;
  loadSearch(): Promise<OpenSearch>;
}

import type { planImport } from "./import/planImport.ts";
import type { readRetroPost } from "./import/retroPost.ts";
import type { RenderTemplate } from "./note/renderTemplate.ts";
import type { composeRetro, planRetro } from "./retro/planRetro.ts";
import type { OpenSearch } from "./search/openSearch.ts";
import type { ParseMarkdown } from "./text/markdown.ts";

/** Makes retros of notes, and notes of retros. */
export interface RetroEngine {
  readonly composeRetro: typeof composeRetro;
  readonly planRetro: typeof planRetro;
  readonly planImport: typeof planImport;
  readonly readRetroPost: typeof readRetroPost;
}

/** What is a bundle of its own, loaded when it is first needed: most windows never compile a retro. */
export interface Engines {
  loadMarkdown(): Promise<ParseMarkdown>;
  loadTemplates(): Promise<RenderTemplate>;
  loadSearch(): Promise<OpenSearch>;
  loadRetro(): Promise<RetroEngine>;
}

import type { Engines } from "../../src/core/engines.ts";
import { parseMarkdown } from "../../src/markdown.ts";
import { openSearch } from "../../src/search.ts";
import { renderTemplate } from "../../src/templates.ts";

/** The real ones, without the loading. */
export const engines: Engines = {
  loadMarkdown: async () => parseMarkdown,
  loadTemplates: async () => renderTemplate,
  loadSearch: async () => openSearch,
};

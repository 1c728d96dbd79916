import type { Engines } from "./core/engines.ts";

/** The engines on Node, each loaded from its own bundle beside the door's. */
export const engines: Engines = {
  loadMarkdown: async () => (await import("./markdown.ts")).parseMarkdown,
  loadMarkdownIt: async () => (await import("./markdown.ts")).newMarkdown,
  loadTemplates: async () => (await import("./templates.ts")).renderTemplate,
  loadLayoutOffer: async () => (await import("./templates.ts")).layoutOffer,
  loadTemplateProposals: async () => (await import("./templates.ts")).templateProposals,
  loadSearch: async () => (await import("./search.ts")).openSearch,
  loadRetro: () => import("./retro.ts"),
  loadImporting: () => import("./importing.ts"),
  loadGrass: () => import("./grass.ts"),
  loadPublishing: () => import("./publishing.ts"),
  loadHighlighting: async () => (await import("./highlighting.ts")).highlightCode,
  loadPasting: () => import("./pasting.ts"),
  loadPreview: () => import("./preview.ts"),
  loadTopics: () => import("./topics.ts"),
  loadRecalling: () => import("./recalling.ts"),
  loadCommitting: () => import("./committing.ts"),
};

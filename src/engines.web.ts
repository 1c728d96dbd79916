import { Uri } from "vscode";
import type { Engines } from "./core/engines.ts";
import { loadBundle, type SharedModules } from "./vscode/loadBundle.ts";

/** The engines in a web worker, each loaded from its own bundle in the extension's folder. */
export function enginesIn(extensionUri: Uri, shared: SharedModules): Engines {
  const load = <Exports>(name: string): Promise<Exports> =>
    loadBundle<Exports>(Uri.joinPath(extensionUri, "dist", `${name}.js`), shared);
  const markdown = () => load<typeof import("./markdown.ts")>("markdown");
  const templates = () => load<typeof import("./templates.ts")>("templates");
  return {
    loadMarkdown: async () => (await markdown()).parseMarkdown,
    loadMarkdownIt: async () => (await markdown()).newMarkdown,
    loadTemplates: async () => (await templates()).renderTemplate,
    loadLayoutOffer: async () => (await templates()).layoutOffer,
    loadTemplateProposals: async () => (await templates()).templateProposals,
    loadSearch: async () => (await load<typeof import("./search.ts")>("search")).openSearch,
    loadRetro: () => load<typeof import("./retro.ts")>("retro"),
    loadImporting: () => load<typeof import("./importing.ts")>("importing"),
    loadGrass: () => load<typeof import("./grass.ts")>("grass"),
    loadPublishing: () => load<typeof import("./publishing.ts")>("publishing"),
    loadCommitting: () => load<typeof import("./committing.ts")>("committing"),
    loadHighlighting: async () => (await load<typeof import("./highlighting.ts")>("highlighting")).highlightCode,
    loadPasting: () => load<typeof import("./pasting.ts")>("pasting"),
    loadPreview: () => load<typeof import("./preview.ts")>("preview"),
    loadTopics: () => load<typeof import("./topics.ts")>("topics"),
    loadRecalling: () => load<typeof import("./recalling.ts")>("recalling"),
  };
}

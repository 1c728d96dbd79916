export { layoutOffer } from "./core/import/layoutOffer.ts";
export { renderTemplate } from "./core/note/template.ts";
export { templateProposals } from "./core/note/templateCompletion.ts";

export { headerTemplates } from "./core/import/header/headerTemplates.ts";
export { renderTemplate } from "./core/note/template.ts";
export { templateProposals } from "./core/note/templateCompletion.ts";

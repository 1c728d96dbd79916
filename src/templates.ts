export { renderTemplate } from "./core/note/template.ts";

export { previewSite } from "./core/publish/preview/previewSite.ts";
export { renderPage } from "./core/publish/preview/renderPage.ts";

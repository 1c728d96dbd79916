export { readKnownNotes } from "./core/import/knownNotes.ts";
export { planNotes } from "./core/import/planNotes.ts";
export { planPosts } from "./core/import/planPosts.ts";
export { readPicked } from "./core/import/readPicked.ts";
export { openZip } from "./core/import/zip/openZip.ts";

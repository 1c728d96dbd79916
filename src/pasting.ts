export { pastePost } from "./core/publish/paste/pastePost.ts";

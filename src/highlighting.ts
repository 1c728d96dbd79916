export { highlightCode } from "./core/publish/paste/highlightCode.ts";

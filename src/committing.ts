export { commitToday, refused } from "./core/publish/commitToday.ts";
export { pushProblem } from "./core/publish/git/pushProblem.ts";

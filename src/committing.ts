export { commitMessage, committedBy } from "./core/publish/commitMessage.ts";
export { commitFiles } from "./core/publish/git/commitFiles.ts";
export { describeGitProblem } from "./core/publish/git/gitProblem.ts";
export { pushProblem } from "./core/publish/git/pushProblem.ts";
export { surveyToday } from "./core/publish/surveyToday.ts";

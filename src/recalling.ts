export { dueNotes } from "./core/recall/dueNotes.ts";
export { markOf, ownText } from "./core/recall/history/gist.ts";
export { RecallHistory } from "./core/recall/history/recallHistory.ts";
export { Interview } from "./core/recall/interview.ts";
export { askAbout } from "./core/recall/question/askAbout.ts";
export { questionInWords } from "./core/recall/question/questionInWords.ts";

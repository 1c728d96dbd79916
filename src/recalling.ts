export { dueNotes } from "./core/recall/dueNotes.ts";
export { RecallHistory } from "./core/recall/history/recallHistory.ts";
export { Interview } from "./core/recall/interview.ts";

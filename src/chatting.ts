export { findAnswer } from "./core/chat/findAnswer.ts";
export { noteForModel } from "./core/chat/forModels.ts";
export { helpAnswer } from "./core/chat/helpAnswer.ts";
export { askedMonth, retroAnswer } from "./core/chat/retroAnswer.ts";
export { monthField, numberField, textField } from "./core/chat/toolInput.ts";
export { faultForModel, foundForModel, monthForModel, noteTextForModel } from "./core/chat/toolResults.ts";
export { judgementPieces, questionPieces } from "./core/recall/prompts/checkedPieces.ts";
export { judgementPrompt } from "./core/recall/prompts/judgementPrompt.ts";
export { questionPrompt } from "./core/recall/prompts/questionPrompt.ts";

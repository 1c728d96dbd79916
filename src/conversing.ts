export { Conversation } from "./vscode/conversation/conversation.ts";

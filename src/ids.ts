/** Every id this extension shares with its manifest; a test holds the two together. */

const PREFIX = "tomaknote";

export const COMMANDS = [
  "newTomak",
  "newTomakOnDay",
  "newTil",
  "previousTomak",
  "nextTomak",
  "checkNumbers",
  "renumberFrom",
  "renumberOnly",
  "makeRetro",
  "makePeriodRetro",
  "makeRetroOfChosenNotes",
  "publishDraft",
  "checkDraft",
  "importRetroPost",
  "importNotes",
  "commitToday",
  "copyForPasting",
  "chooseNotebook",
  "customizeTemplate",
  "groupByMonth",
  "groupByTag",
  "findNote",
  "filterNotes",
  "clearFilter",
  "refreshNotes",
  "stopReading",
  "resumeReading",
  "revealNote",
  "goToTag",
  "renameTag",
  "mergeTags",
  "tidyTags",
  "showGrass",
  "exportGrass",
  "askMe",
  "addTopic",
  "removeTopic",
  "newPost",
  "newFromTemplate",
  "showLog",
  "openNoteToSide",
  "addTag",
  "removeTag",
  "deleteNote",
  "goToTagOfRow",
  "renameTagOfRow",
  "publishDraftOfRow",
  "makeRetroOfMonth",
  "newTomakInMonth",
  "newTilInMonth",
  "addTopicOfRow",
  "removeTopicOfRow",
  "newPostOfRow",
] as const;

export type CommandName = (typeof COMMANDS)[number];

export function commandId(name: CommandName): string {
  return `${PREFIX}.${name}`;
}

/** What language models may do with the notebook. */
export const TOOLS = ["findNotes", "readNote", "listMonth"] as const;

export type ToolName = (typeof TOOLS)[number];

/** Without a dot, which names of tools may not have. */
export function toolId(name: ToolName): string {
  return `${PREFIX}_${name}`;
}

/** What the buttons of a question in the chat run; the manifest does not name it, so that nothing else offers it. */
export const RECORD_RECALL = `${PREFIX}.recordRecall`;

/** What shows what a model of the chat was sent; not in the manifest either. */
export const SHOW_SENT = `${PREFIX}.showSent`;

/** Of the pages that show it. */
export const SENT_SCHEME = `${PREFIX}-sent`;

export const CHAT_PARTICIPANT = `${PREFIX}.tomak`;

export const CONFIGURATION_SECTION = PREFIX;

export const NOTES_VIEW = `${PREFIX}.notes`;

export const CALENDAR_VIEW = `${PREFIX}.calendar`;

export const TOPICS_VIEW = `${PREFIX}.topics`;

/** The type of the panel; nothing in the manifest names it. */
export const GRASS_PANEL = `${PREFIX}.grass`;

/** The type of the panel that asks; nothing in the manifest names it. */
export const RECALL_PANEL = `${PREFIX}.recall`;

/** What the welcome views and menus depend on, with the values each key takes. */
export interface ContextKeys {
  /** No folder to write in; several and none chosen; a notebook being read; without notes; with notes. */
  readonly state: "none" | "choose" | "loading" | "empty" | "ready";
  readonly groupBy: "month" | "tag";
  readonly filtered: boolean;
  /** Whether notes are being read for more than a moment, or were not read to the end. */
  readonly reading: "no" | "reading" | "stopped";
  /** Whether the editor shows a draft that can be published. */
  readonly draft: boolean;
}

export const CONTEXT_KEYS = [
  "state",
  "groupBy",
  "filtered",
  "reading",
  "draft",
] as const satisfies readonly (keyof ContextKeys)[];

export function contextKeyId(key: keyof ContextKeys): string {
  return `${PREFIX}.${key}`;
}

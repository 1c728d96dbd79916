import type { NoteRules } from "../note/readNote.ts";
import { tomakTitleOf } from "../note/tomakTitle.ts";
import type { Settings } from "./settings.ts";

/** What of the settings decides how notes are read. */
export function noteRulesOf({ dayRule, tomak, retro, inlineTags }: Settings): NoteRules {
  return { dayRule, tomakTitle: tomakTitleOf(tomak.title), star: retro.star, inlineTags };
}

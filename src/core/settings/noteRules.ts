import type { NoteRules } from "../note/readNote.ts";
import { tomakTitleOf } from "../note/tomakTitle.ts";
import type { Settings } from "./settings.ts";

/**
 * What of the settings decides how notes are read, as plain values: notes read by other ones are not the same notes. Days
 * of Git (`dateFromGit`) are given to notes after they were read, and no cache keeps them.
 */
function readingSettings({ dayRule, tomak, retro, inlineTags, leftOut }: Settings) {
  return { dayRule, tomakTitle: tomak.title, star: retro.star, inlineTags, leftOut };
}

export function noteRulesOf(settings: Settings): NoteRules {
  const { tomakTitle, ...rules } = readingSettings(settings);
  return { ...rules, tomakTitle: tomakTitleOf(tomakTitle) };
}

/** All that decides how a file is read into notes: `version` of the product, and the settings. */
export function readingKey(version: string, settings: Settings): string {
  return JSON.stringify([version, readingSettings(settings)]);
}

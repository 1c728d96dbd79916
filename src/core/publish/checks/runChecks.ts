import { pause } from "../../pause.ts";
import type { DraftFacts } from "../draftFacts.ts";
import type { DraftText } from "../draftText.ts";
import type { Check, Finding } from "../finding.ts";
import { checkAltTexts } from "./altTexts.ts";
import { checkLinks } from "./deadLinks.ts";
import { checkSections } from "./emptySections.ts";
import { checkFrontMatter } from "./frontMatterNeeds.ts";
import { checkDate } from "./futureDate.ts";
import { checkEmphasis } from "./hangulEmphasis.ts";
import { checkLiquid } from "./liquidInCode.ts";
import { checkImages } from "./missingImages.ts";
import { checkFence } from "./openFence.ts";
import { checkPrivateNotes } from "./privateNotes.ts";
import { checkTemplateWords } from "./templateWords.ts";

const CHECKS: readonly Check[] = [
  checkFrontMatter,
  checkDate,
  checkImages,
  checkLinks,
  checkPrivateNotes,
  checkFence,
  checkEmphasis,
  checkLiquid,
  checkAltTexts,
  checkSections,
  checkTemplateWords,
];

/** All that is found in a draft, in the order of its text; others get their turn between two checks. */
export async function runChecks(draft: DraftText, facts: DraftFacts): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const check of CHECKS) {
    found.push(...check(draft, facts));
    await pause();
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

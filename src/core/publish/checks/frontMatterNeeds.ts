import { setField } from "../../note/frontMatter/editField.ts";
import { scalarField, valuesOf } from "../../note/frontMatter/field.ts";
import { locateFields } from "../../note/frontMatter/locate.ts";
import { insertLine, isBroken } from "../../note/frontMatter/verify.ts";
import { headingTitle } from "../../note/noteBody.ts";
import { isJekyll } from "../../retro/site.ts";
import type { Site } from "../../settings/settings.ts";
import type { DraftText } from "../draftText.ts";
import { type Check, type Finding, type Fix, firstLine } from "../finding.ts";
import { dateForPost } from "../plan/dateForPost.ts";

/** Keys a site's posts do not do without (`error`), and those its lists and archives are made of. */
const NEEDS: Readonly<Record<Site, Readonly<Record<string, Finding["severity"]>>>> = {
  chirpy: { title: "error", categories: "warning", tags: "warning" },
  "minimal-mistakes": { title: "error" },
  jekyll: { title: "warning" },
  hugo: { title: "error" },
  velog: {},
  tistory: {},
  plain: {},
};

/** Keys of front matter that the site needs. What publishing writes itself (`date`, `draft`) a draft may lack. */
export const checkFrontMatter: Check = (draft, facts) => {
  const { text, frontMatter } = draft;
  const at = firstLine(draft);
  if (isBroken(text, frontMatter)) return [brokenFinding(draft)];
  const missing: Finding[] = [];
  const say = (severity: Finding["severity"], message: string, fixes: readonly Fix[]): void => {
    missing.push({ ...at, code: "front-matter", severity, message, fixes });
  };
  if (frontMatter.block === undefined && isJekyll(facts.site)) {
    say("error", "머리말(---)이 없으면 Jekyll이 글로 여기지 않아요.", titleFix(draft));
    return missing;
  }
  for (const [key, severity] of Object.entries(NEEDS[facts.site])) {
    if (valuesOf(frontMatter, key).some((value) => value.trim() !== "")) continue;
    say(severity, `머리말에 빠졌거나 비어 있어요: ${key}`, key === "title" ? titleFix(draft) : listFix(draft, key));
  }
  const needsDate = facts.site === "hugo" || facts.site === "chirpy";
  if (!facts.isDraft && needsDate && !scalarField(frontMatter, "date")?.trim()) {
    const dated = dateForPost(text, facts.now, facts.dayRule.timeZone);
    const fixes = dated.ok ? [{ title: "지금으로 적기", edits: dated.edits }] : [];
    say(facts.site === "hugo" ? "error" : "warning", "머리말에 빠졌거나 비어 있어요: date", fixes);
  }
  return missing;
};

function brokenFinding(draft: DraftText): Finding {
  const { problem } = draft.frontMatter;
  const message =
    problem === undefined
      ? "머리말을 닫는 줄(---)이 없어요. 머리말 끝에 적어 주세요."
      : `머리말 ${problem.line}번째 줄을 읽을 수 없어요. 그 줄을 고쳐 주세요.`;
  const { start } = firstLine(draft);
  const lines = draft.text.slice(start).split(/(?<=\n|\r(?!\n))/);
  const before = lines.slice(0, Math.max(0, (problem?.line ?? 1) - 1));
  const from = start + before.join("").length;
  const line = (lines[before.length] ?? "").trimEnd();
  return { code: "front-matter", severity: "error", start: from, end: from + line.length, message, fixes: [] };
}

/** The title that the first heading or the file's name gives. */
function titleFix({ text, frontMatter, path }: DraftText): readonly Fix[] {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
  const named = name.replace(/^\d{4}-\d\d-\d\d-/, "").replaceAll("-", " ");
  const title = headingTitle(text.slice(frontMatter.bodyStart)) ?? named;
  const result = setField(text, "title", title);
  return result.ok ? [{ title: `title: ${title}`, edits: result.edits }] : [];
}

/** A place for the items of a list, with the cursor in it. */
function listFix({ text, frontMatter: { block } }: DraftText, key: string): readonly Fix[] {
  const spots = block && locateFields(text, block);
  if (block === undefined || spots === undefined) return [];
  const title = `${key} 적기`;
  const field = spots.fields.find((candidate) => candidate.key === key);
  if (field === undefined) {
    const edit = insertLine(spots.appendAt, block, key, "[]");
    return [{ title, edits: [edit], cursor: edit.start + edit.newText.indexOf("]") }];
  }
  if (field.value.kind === "flow") return [{ title, edits: [], cursor: field.value.start + 1 }];
  return [
    {
      title,
      edits: [{ start: field.afterSeparator, end: field.afterSeparator, newText: " []" }],
      cursor: field.afterSeparator + 2,
    },
  ].filter(() => field.value.kind === "empty" && field.value.start === field.value.end);
}

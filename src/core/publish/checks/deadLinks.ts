import { fileOf } from "../draftFacts.ts";
import type { Check } from "../finding.ts";

/** Relative links to files that are not there. Pages (`.html`, no extension) the site may have yet to make. */
export const checkLinks: Check = (draft, facts) =>
  draft.links.flatMap((link) => {
    const target = link.isImage ? undefined : fileOf(link, draft.path, facts);
    if (target === undefined || !isFile(target) || !facts.missing.has(target)) return [];
    return {
      start: draft.toText(link.start),
      end: draft.toText(link.end),
      code: "dead-link",
      severity: "warning",
      message: `링크한 파일이 없어요: ${target}. 주소를 고치거나 링크를 빼 주세요.`,
      fixes: [],
    } as const;
  });

function isFile(path: string): boolean {
  return /\.(?!html?$)\w{1,8}$/i.test(path);
}

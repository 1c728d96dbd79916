import { escapeName } from "../../retro/entry/linkTarget.ts";
import { fileOf } from "../draftFacts.ts";
import type { Check } from "../finding.ts";

/** Images whose files are not there. A name in other letter case is found on some disks and on no web server. */
export const checkImages: Check = (draft, facts) =>
  draft.links.flatMap((link) => {
    const target = link.isImage ? fileOf(link, draft.path, facts) : undefined;
    if (target === undefined || !facts.missing.has(target)) return [];
    const similar = facts.missing.get(target);
    const { start, end } = link.addressSpan;
    const address = link.address.replace(/[^/?#]+(?=(?:[?#].*)?$)/s, () => escapeName(similar ?? ""));
    const message =
      similar === undefined
        ? `그림 파일이 없어요: ${target}. 파일을 두거나 주소를 고쳐 주세요.`
        : `그림 파일의 이름과 대소문자가 달라 블로그에서 보이지 않아요: ${similar}`;
    const edits = draft.editsInText([{ start, end, newText: address }]);
    return {
      start: draft.toText(link.start),
      end: draft.toText(link.end),
      code: "missing-image",
      severity: "error",
      message,
      fixes: similar === undefined ? [] : [{ title: `파일 이름대로 고치기: ${similar}`, edits }],
    } as const;
  });

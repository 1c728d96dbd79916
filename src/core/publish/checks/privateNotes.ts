import { fileOf, type Privacy } from "../draftFacts.ts";
import type { Check, Finding } from "../finding.ts";

/**
 * Notes that were not meant for readers. `private: true` or the tag `비공개` says so; `retro: false` only keeps a note out of retros, so that
 * is worth a look and no more.
 */
export const checkPrivateNotes: Check = (draft, { hidden, quoted, ...facts }) => {
  const linked = draft.links.flatMap((link) => {
    const target = fileOf(link, draft.path, { ...facts });
    const privacy = target === undefined ? undefined : hidden.get(target);
    if (target === undefined || privacy === undefined) return [];
    return finding(draft.toText(link.start), draft.toText(link.end), privacy, `링크한 노트(${target})`);
  });
  const { lines, lineStart } = draft.body;
  const first = draft.text.slice(0, draft.frontMatter.bodyStart).split(/\r\n|\n|\r/).length - 1;
  const entries = quoted.map(({ start, privacy, title }) => {
    const line = Math.max(0, start - first);
    const from = lineStart(line);
    return finding(
      draft.toText(from),
      draft.toText(from + (lines[line]?.length ?? 0)),
      privacy,
      `여기 실린 노트 '${title}'`,
    );
  });
  return [...linked, ...entries];
};

function finding(start: number, end: number, privacy: Privacy, what: string): Finding {
  const isPrivate = privacy === "private";
  return {
    start,
    end,
    code: "private-note",
    severity: isPrivate ? "error" : "warning",
    message: isPrivate
      ? `${what}에는 비공개라고 적혀 있어요. 글에서 빼 주세요.`
      : `${what}에는 retro: false라고 적혀 있어요. 내도 되는지 살펴봐 주세요.`,
    fixes: [],
  };
}

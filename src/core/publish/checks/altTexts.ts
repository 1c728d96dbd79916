import { percentDecoded } from "../../text/percentDecoded.ts";
import type { Check } from "../finding.ts";

/** Images that say nothing to who cannot see them. */
export const checkAltTexts: Check = (draft) =>
  draft.links.flatMap(({ start, end, address, emptyAlt }) => {
    if (emptyAlt === undefined) return [];
    const name = altFrom(address);
    const edits = draft.editsInText([{ ...emptyAlt, newText: name }]);
    return {
      start: draft.toText(start),
      end: draft.toText(end),
      code: "alt-text",
      severity: "warning",
      message: "그림에 대체 글이 없어요. 그림을 못 보는 사람에게 읽힐 말을 적어 주세요.",
      fixes: [
        { title: "대체 글 적기", edits: [], cursor: draft.toText(emptyAlt.start) },
        ...(name === "" ? [] : [{ title: `대체 글을 파일 이름으로: ${name}`, edits }]),
      ],
    } as const;
  });

/** The file's name as words, without what would end the text. */
function altFrom(address: string): string {
  const [path = ""] = address.split(/[?#]/, 1);
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  return percentDecoded(name)
    .replace(/[\p{Cc}[\]\\`<>*_-]+/gu, " ")
    .trim();
}

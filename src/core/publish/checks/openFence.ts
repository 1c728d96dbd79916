import { closeFence } from "../../retro/entry/closeFence.ts";
import type { Check } from "../finding.ts";

/** A fence that is never closed makes code of all that follows. */
export const checkFence: Check = (draft) => {
  const { text, tokens, lines, lineStart } = draft.body;
  const closed = closeFence(text, draft.parse);
  const opening = tokens.findLast(({ level }) => level === 0)?.map?.[0];
  if (closed === text || opening === undefined) return [];
  const marks = closed.slice(text.length + 1);
  // The closing line stands on a line of its own, and the text ends with a line end where it did.
  const newText = text.endsWith("\n") ? `${marks}\n` : `\n${marks}`;
  const start = lineStart(opening);
  return [
    {
      start: draft.toText(start),
      end: draft.toText(start + (lines[opening]?.length ?? 0)),
      code: "open-fence",
      severity: "error",
      message: `코드 블록이 닫히지 않아 글의 끝까지 코드가 돼요. 끝나는 곳에 ${marks}를 적어 주세요.`,
      fixes: [
        {
          title: `글 끝에 ${marks} 적기`,
          edits: draft.editsInText([{ start: text.length, end: text.length, newText }]),
        },
      ],
    },
  ];
};

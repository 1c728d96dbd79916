import { KIND_LABELS } from "../note/kind.ts";
import type { SearchHit } from "../search/noteSearch.ts";
import { type AnswerPart, asMarkdownText, noteLink } from "./answerParts.ts";
import { isForModels } from "./forModels.ts";

/** How many notes are shown in the chat. */
const MOST_SHOWN = 10;
const LONGEST_EXCERPT = 160;

/** `/find`: the notes found, each as a link with the line that matched. Private notes are only counted: models read along. */
export function findAnswer(query: string, hits: readonly SearchHit[], mostHits: number): readonly AnswerPart[] {
  const shown = hits.filter(({ note }) => isForModels(note));
  const hidden = hits.length - shown.length;
  const said = hidden > 0 ? `\n\n비공개이거나 읽지 못한 노트 ${hidden}편은 채팅에 보이지 않아요.` : "";
  if (shown.length === 0) {
    const nothing = `‘${asMarkdownText(query)}’에 맞는 노트가 없어요. 낱말을 줄이거나 초성으로 적어 보세요.`;
    return [{ markdown: nothing + said }];
  }
  const count = hits.length >= mostHits ? `${shown.length}편 넘게` : `${shown.length}편`;
  return [
    { markdown: `‘${asMarkdownText(query)}’에 맞는 노트를 ${count} 찾았어요.\n\n` },
    ...shown.slice(0, MOST_SHOWN).flatMap((hit) => hitParts(hit)),
    ...(shown.length > MOST_SHOWN ? [{ markdown: `\n그 밖에 ${shown.length - MOST_SHOWN}편이 더 있어요.` }] : []),
    ...(said === "" ? [] : [{ markdown: said }]),
    { command: "findNote", title: "노트 찾기에서 보기", arguments: [query] },
  ];
}

function hitParts({ note, line }: SearchHit): readonly AnswerPart[] {
  const facts = [KIND_LABELS[note.kind], note.date?.text].filter(Boolean).join(" · ");
  const excerpt = (line?.text ?? note.excerpt.split("\n")[0] ?? "").slice(0, LONGEST_EXCERPT);
  const shown = excerpt.trim() === "" ? "" : `  \n  ${asMarkdownText(excerpt)}`;
  return [{ markdown: "- " }, ...noteLink(note, line?.line), { markdown: ` · ${asMarkdownText(facts)}${shown}\n` }];
}

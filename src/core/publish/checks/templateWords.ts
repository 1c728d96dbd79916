import { readInline } from "../../retro/entry/inlineSource.ts";
import type { DraftText } from "../draftText.ts";
import type { Check, Finding } from "../finding.ts";

/** What templates leave to be filled: Templater's marks, our own variables, and words for a title or a day. */
const WORDS =
  /<%[^%\n]{0,80}%>|\{\{-?\s?(?:title|date|day|cursor|number|tags|link|slug|period_name|month_number)\s?(?:\|[^{}\n]{0,60})?-?\}\}|\bYYYY-MM-DD\b|\[(?:제목|내용|날짜|본문|요약|여기에[^\][\n]{0,20})\](?![([:])|<(?:제목|내용|날짜|이름|[가-힣]{1,10}을? 적기)>/g;

const TITLE = /^(?:제목|제목[-_ ]없음|untitled|무제)$/i;

/** Words of a template that nobody has filled; in code they are what the post tells of. */
export const checkTemplateWords: Check = (draft) => [...inFrontMatter(draft), ...inBody(draft)];

function inFrontMatter({ text, frontMatter: { block, data } }: DraftText): readonly Finding[] {
  if (block === undefined) return [];
  const content = text.slice(block.contentStart, block.contentEnd);
  const found = [...content.matchAll(WORDS)].map(({ 0: word, index }) => findingAt(block.contentStart + index, word));
  const title = data.get("title");
  const at = typeof title === "string" && TITLE.test(title.trim()) ? content.indexOf(title) : -1;
  if (typeof title === "string" && at >= 0) found.push(findingAt(block.contentStart + at, title));
  return found;
}

function inBody(draft: DraftText): readonly Finding[] {
  return draft.body.segments.flatMap(({ kind, text, toSource }) => {
    if (kind !== "text") return [];
    const words = [...text.matchAll(WORDS)];
    if (words.length === 0) return [];
    const code = readInline(text, () => false).opaque.filter((span) => span.kind === "code");
    let next = 0;
    return words
      .filter(({ index }) => {
        while ((code[next]?.end ?? Infinity) <= index) next++;
        return (code[next]?.start ?? Infinity) > index;
      })
      .map(({ 0: word, index }) => findingAt(draft.toText(toSource(index)), word));
  });
}

function findingAt(start: number, word: string): Finding {
  return {
    start,
    end: start + word.length,
    code: "template-word",
    severity: "warning",
    message: `템플릿의 자리가 채워지지 않았어요: ${word}`,
    fixes: [{ title: "지우기", edits: [{ start, end: start + word.length, newText: "" }] }],
  };
}

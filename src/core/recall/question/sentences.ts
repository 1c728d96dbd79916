import { fenceAfter } from "../../note/noteBody.ts";

/** A stretch of a sentence that the note itself sets apart. */
export interface MarkedTerm {
  readonly start: number;
  readonly end: number;
}

/** One sentence of a note in plain words: no marks of lists, emphasis, code or links. */
export interface Sentence {
  readonly text: string;
  /** What was in bold or in code, in order. */
  readonly terms: readonly MarkedTerm[];
}

/** What a note offers to ask about. */
export interface NoteContents {
  readonly headings: readonly string[];
  readonly sentences: readonly Sentence[];
  /** Lines of fenced code, without the spaces around them. */
  readonly codeLines: readonly string[];
}

/** Longer lines are data; more lines would not make a better question. */
const LONGEST_LINE = 600;
const MOST_LINES = 400;

const LIST_MARKS = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)]|\[[ xX]\])[ \t]+)*/;

/** @param text a note's own text */
export function contentsOf(text: string): NoteContents {
  const headings: string[] = [];
  const sentences: Sentence[] = [];
  const codeLines: string[] = [];
  let fence: string | undefined;
  for (const line of text.split(/\r\n|\n|\r/, MOST_LINES)) {
    if (line.length > LONGEST_LINE) continue;
    const before = fence;
    fence = fenceAfter(line.replace(LIST_MARKS, ""), fence);
    if (before !== undefined && fence !== undefined) codeLines.push(line.trim());
    if (before !== undefined || fence !== undefined) continue;
    const [, heading] = /^ {0,3}#{1,6}[ \t]+(.+)$/.exec(line) ?? [];
    if (heading !== undefined) {
      const words = plainWords(heading.replace(/[ \t]+#+[ \t]*$/, ""));
      if (words !== "") headings.push(words);
    } else if (!isNoSentence(line)) sentences.push(...splitSentence(plainSentence(line.replace(LIST_MARKS, ""))));
  }
  return { headings, sentences, codeLines };
}

/** Tables, HTML, code by indentation, definitions, lines around an address, and rules. */
function isNoSentence(line: string): boolean {
  return /^[ \t]*(?:[|<]|\[[^\]]*\]:)|^(?: {4}|\t)(?![ \t]*[-*+\d])|https?:\/\/(?![^\s)]*\))|\{[{%]/.test(line);
}

const INLINE =
  /(`+)([^`]+)\1(?!`)|\*\*([^*]+)\*\*|!?\[([^[\]]*)\]\([^()]*\)|(?<![\w가-힣])_([^_]+)_(?![\w가-힣])|\\([!-/:-@[-`{-~])|<\/?(?:a|b|br|code|del|em|font|i|img|kbd|mark|p|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>|\*+|~~/gi;

/** The words of a line, without marks; of a line that is no sentence the first ones. */
export function plainWords(line: string): string {
  return plainSentence(line.slice(0, LONGEST_LINE)).text.trim();
}

/** The words of a line, with what was set apart in it. */
function plainSentence(line: string): Sentence {
  let text = "";
  const terms: MarkedTerm[] = [];
  let position = 0;
  for (const match of line.matchAll(INLINE)) {
    const [all, , code, bold, link, slanted, escaped] = match;
    text += line.slice(position, match.index);
    position = match.index + all.length;
    const start = text.length;
    if (code !== undefined) text += code.trim();
    if (escaped !== undefined) text += escaped;
    const inner = bold ?? slanted ?? (all.startsWith("!") ? undefined : link);
    if (inner !== undefined) {
      const plain = plainSentence(inner);
      text += plain.text;
      if (bold === undefined)
        terms.push(...plain.terms.map(({ start: s, end }) => ({ start: start + s, end: start + end })));
    }
    if (code !== undefined || bold !== undefined) terms.push({ start, end: text.length });
  }
  return { text: text + line.slice(position), terms };
}

/** The sentences of a line, each with its terms; the spaces between them belong to none. */
function splitSentence({ text, terms }: Sentence): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const { 0: words, index } of text.matchAll(/\S(?:[^.!?。]|[.!?。](?!\s|$))*[.!?。]?/g)) {
    const part = words.trimEnd();
    const end = index + part.length;
    sentences.push({
      text: part,
      terms: terms
        .filter((term) => term.start >= index && term.end <= end)
        .map((term) => ({ start: term.start - index, end: term.end - index })),
    });
  }
  return sentences;
}

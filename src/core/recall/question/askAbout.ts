import { hashBytes } from "../../text/hashBytes.ts";
import { nfc } from "../../text/nfc.ts";
import type { Asked } from "../history/recallEvent.ts";
import { type ClozePart, givesAway, leaveOut, shownParticle } from "./blank.ts";
import { contentsOf, type NoteContents, plainWords, type Sentence } from "./sentences.ts";
import { nameIn, nounsIn, termsIn } from "./terms.ts";
import { isStatement, saysLittle, tells } from "./titles.ts";

/** A question as it is shown. */
export interface Question {
  readonly asked: Asked;
  readonly text: string;
  /** What the note says of itself, as a help: its headings. */
  readonly hints: readonly string[];
  /** A sentence of the note with a term left out; `null` stands for the blank. */
  readonly cloze?: readonly (string | null)[];
  /** Whether the sentence is a line of code. */
  readonly isCode?: boolean;
}

export interface NoteToAsk {
  /** `noteId` */
  readonly id: string;
  readonly title: string;
  /** Its own text. */
  readonly text: string;
  /** How often it was asked about before. */
  readonly reviews: number;
}

const MOST_HINTS = 8;

/**
 * A question about a note, made of the note alone: its title, its headings, or one of its sentences with a term left out. The
 * same note is asked about in the same way on any machine, and the next time in another way, as far as it has one.
 */
export function askAbout({ id, title: written, text, reviews }: NoteToAsk): Question {
  const title = plainWords(nfc(written));
  const contents = contentsOf(nfc(text));
  const hints = contents.headings.filter((heading) => heading !== title && tells(heading));
  const clozes = clozesOf(contents, title);
  const ways: (() => Question)[] = [];
  if (!saysLittle(title) && !isStatement(title)) ways.push(() => titleQuestion(title, hints));
  if (hints.length > 1) ways.push(() => headingsQuestion(title, hints));
  const turn = (hashBytes(new TextEncoder().encode(nfc(id))) % 1_000_000) + reviews;
  const kinds = ways.length + (clozes.length > 0 ? 1 : 0);
  const way = ways[turn % Math.max(1, kinds)];
  const cloze = clozes[Math.floor(turn / Math.max(1, kinds)) % Math.max(1, clozes.length)];
  if (way !== undefined) return way();
  return cloze === undefined ? lastQuestion(title) : clozeQuestion(title, cloze);
}

function titleQuestion(title: string, hints: readonly string[]): Question {
  return { asked: "title", text: `‘${title}’에 대해 무엇을 알고 있나요?`, hints: hints.slice(0, MOST_HINTS) };
}

function headingsQuestion(title: string, hints: readonly string[]): Question {
  const text = saysLittle(title)
    ? "이런 것들을 적어 두었어요. 하나씩 설명해 볼까요?"
    : `‘${title}’에 이런 것들을 적어 두었어요. 하나씩 설명해 볼까요?`;
  return { asked: "headings", text, hints: hints.slice(0, MOST_HINTS) };
}

/** Where the note gives nothing else to ask about. */
function lastQuestion(title: string): Question {
  if (saysLittle(title)) return { asked: "title", text: "이 노트에 무엇을 적었는지 기억하나요?", hints: [title] };
  return { asked: "title", text: `‘${title}’ 왜 그런지, 어떻게 되는지 설명할 수 있나요?`, hints: [] };
}

interface Cloze {
  readonly parts: readonly ClozePart[];
  readonly isCode: boolean;
  readonly isTitle: boolean;
}

function clozeQuestion(title: string, { parts, isCode, isTitle }: Cloze): Question {
  const blank = "빈칸에 들어갈 말은 무엇인가요?";
  const cloze = parts.flatMap((part) => (typeof part === "string" ? [part] : [null, shownParticle(part)]));
  return {
    asked: "blank",
    text: isTitle || saysLittle(title) ? blank : `‘${title}’에서, ${blank}`,
    hints: [],
    cloze: cloze.filter((part) => part !== ""),
    ...(isCode && { isCode }),
  };
}

/** Every sentence once, then those with more than one term again, so that one turn is not like the turn before. */
function clozesOf(contents: NoteContents, title: string): readonly Cloze[] {
  const nouns = nounsIn(contents.sentences);
  const shown = title.toLowerCase();
  const isGivenAway = (term: string): boolean => shown.includes(term.toLowerCase());
  const rounds: Cloze[][] = [];
  // A line that a note has twice is one question.
  const seen = new Set<string>();
  const add = (sentence: string, terms: readonly string[], isCode: boolean, isTitle = false): void => {
    let round = 0;
    for (const term of terms) {
      const parts = leaveOut(sentence, term);
      const key = JSON.stringify(parts);
      if (!isWorthAsking(parts) || seen.has(key)) continue;
      seen.add(key);
      rounds[round] ??= [];
      rounds[round++]?.push({ parts, isCode, isTitle });
    }
  };
  for (const sentence of contents.sentences) {
    if (!hasFittingLength(sentence.text)) continue;
    add(
      sentence.text,
      termsIn(sentence, nouns).filter((term) => !isGivenAway(term)),
      false,
    );
  }
  // A name in a line of code is worth asking for where there is nothing else: few know it by heart, or have to.
  for (const line of rounds.length > 0 ? [] : contents.codeLines) {
    const name = nameIn(line);
    if (name !== undefined && hasFittingLength(line) && !isGivenAway(name)) add(line, [name], true);
  }
  if (isStatement(title)) {
    const sentence: Sentence = { text: title, terms: [] };
    add(title, termsIn(sentence, nounsIn([sentence])), false, true);
  }
  return rounds.flat();
}

function hasFittingLength({ length }: string): boolean {
  return length >= 10 && length <= 200;
}

/** Whether a blank was left that is not filled elsewhere, and enough around it to know what is asked for. */
function isWorthAsking(parts: readonly ClozePart[]): boolean {
  if (givesAway(parts)) return false;
  const around = parts.flatMap((part) => (typeof part === "string" ? [part] : [])).join("");
  return parts.some((part) => typeof part !== "string") && (around.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 6;
}

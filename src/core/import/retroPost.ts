import type { YearMonth } from "../calendar/month.ts";
import { dateOf } from "../note/dateEvidence/dateOf.ts";
import { scalarField } from "../note/frontMatter/field.ts";
import { readFrontMatter } from "../note/frontMatter/read.ts";
import type { NotePath } from "../note/note.ts";
import { headingTitle } from "../note/noteBody.ts";
import { type NoteRules, retroMonth } from "../note/readNote.ts";
import type { ParseMarkdown } from "../text/markdown.ts";
import { nfc } from "../text/nfc.ts";
import {
  type EntryTitle,
  numberedTitle,
  type TitleCandidate,
  type TitleStyle,
  titleOf,
  titleStyle,
} from "./entryTitle.ts";

export interface RetroEntry extends EntryTitle {
  readonly kind: "tomak" | "til";
  /** Lines as in the post, without blank ones around them, joined by `\n`. */
  readonly body: string;
  /** 0-based line of the title in the post's file. */
  readonly line: number;
}

export interface RetroPost {
  readonly title: string;
  /** The month in the post's title or section headings; undefined when neither names one. */
  readonly month: YearMonth | undefined;
  readonly entries: readonly RetroEntry[];
  /** Lines of text in the list sections that stand before the first title: they belong to no entry. */
  readonly looseLines: number;
}

interface Section {
  readonly kind: RetroEntry["kind"];
  /** Whether its heading is underlined; only then are underlined lines titles in it. */
  readonly isUnderlined: boolean;
  /** 0-based lines of the body: the first after the heading, and the one after the last. */
  readonly start: number;
  readonly end: number;
}

interface Heading {
  readonly level: number;
  /** Underlined: a line above `---` is one by accident as often as by intent. */
  readonly isUnderlined: boolean;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Takes a retro post apart into the 토막글 and TIL listed in it. Reads any text; a post without such sections has no entries. */
export function readRetroPost(path: NotePath, source: string, rules: NoteRules, parse: ParseMarkdown): RetroPost {
  const frontMatter = readFrontMatter(source);
  const body = source.slice(frontMatter.bodyStart).replace(/\r\n?/g, "\n");
  const firstLine = countLines(source.slice(0, frontMatter.bodyStart));
  const lines = body.split("\n");
  const { headings, code } = structureOf(body, parse);
  const field = (key: string) => scalarField(frontMatter, key);
  const title = nfc(field("title")?.trim() || headingTitle(body) || path.slice(path.lastIndexOf("/") + 1));
  const date = dateOf({ path, head: "", rule: rules.dayRule, field });
  const sections = listSections(headings, lines.length, rules);
  const announced = headings.filter(({ text }) => announcedKind(text, rules) !== undefined);
  const month = [title, ...[...announced, ...headings].map(({ text }) => text), path]
    .map((text) => retroMonth(text, date))
    .find((found) => found !== undefined);

  const entries: RetroEntry[] = [];
  let looseLines = 0;
  for (const section of sections) {
    const found = titlesIn(section, lines, code, headings, rules);
    const first = found[0]?.line ?? section.end;
    looseLines += lines.slice(section.start, first).filter((line) => line.trim() !== "").length;
    found.forEach((entry, index) => {
      const end = found[index + 1]?.line ?? section.end;
      entries.push({
        ...entry.title,
        kind: section.kind,
        body: trimBlankLines(lines.slice(entry.line + 1, end)),
        line: firstLine + entry.line,
      });
    });
  }
  return { title, month, entries, looseLines };
}

function structureOf(body: string, parse: ParseMarkdown): { headings: readonly Heading[]; code: ReadonlySet<number> } {
  const headings: Heading[] = [];
  const code = new Set<number>();
  const tokens = parse(body);
  tokens.forEach((token, index) => {
    if (token.map === null) return;
    const [start, end] = token.map;
    if (token.type === "fence" || token.type === "code_block" || token.type === "html_block") {
      for (let line = start; line < end; line++) code.add(line);
    } else if (token.type === "heading_open" && token.level === 0) {
      headings.push({
        level: Number(token.tag.slice(1)),
        isUnderlined: !token.markup.startsWith("#"),
        text: tokens[index + 1]?.content ?? "",
        start,
        end,
      });
    }
  });
  return { headings, code };
}

/** The headings that announce a list of entries, each with the lines up to the next heading of its own rank or above. */
function listSections(headings: readonly Heading[], lineCount: number, rules: NoteRules): readonly Section[] {
  const sections: Section[] = [];
  let openUntil = 0;
  headings.forEach((heading, index) => {
    const kind = announcedKind(heading.text, rules);
    if (kind === undefined || heading.start < openUntil) return;
    const next = headings.slice(index + 1).find((other) => {
      const otherKind = announcedKind(other.text, rules);
      // Deeper down, `### 좋은 TIL` is an entry, save below a post's own title.
      if (otherKind !== undefined && (heading.level === 1 || (otherKind !== kind && other.level <= heading.level))) {
        return true;
      }
      if (other.level > heading.level || (other.isUnderlined && !heading.isUnderlined)) return false;
      return kind !== "tomak" || rules.tomakTitle.numbersIn(other.text).length === 0;
    });
    openUntil = next?.start ?? lineCount;
    sections.push({ kind, isUnderlined: heading.isUnderlined, start: heading.end, end: openUntil });
  });
  return sections;
}

function announcedKind(heading: string, rules: NoteRules): Section["kind"] | undefined {
  const text = nfc(heading).replace(/[*_`]/g, "").trim();
  // A paragraph above `---` is a heading to Markdown, and none to its author.
  if (text.includes("\n")) return undefined;
  // What speaks of both is a heading over the two lists.
  if (text.includes("토막글") && /(?:^|[^a-z])TIL/i.test(text)) return undefined;
  if (rules.tomakTitle.numberIn(text) !== undefined) return undefined;
  if (/토막글(?:들|\s*모음|\s*목록)?\s*[^가-힣a-z]*$/i.test(text)) return "tomak";
  return /(?:^|[^a-z])TILs?(?:들|\s*모음|\s*목록|\s*정리)?\s*[^가-힣a-z]*$/i.test(text) ? "til" : undefined;
}

interface FoundTitle {
  readonly line: number;
  readonly title: EntryTitle;
}

function titlesIn(
  section: Section,
  lines: readonly string[],
  code: ReadonlySet<number>,
  headings: readonly Heading[],
  rules: NoteRules,
): readonly FoundTitle[] {
  const headingAt = new Map(
    headings.filter(({ isUnderlined }) => !isUnderlined || section.isUnderlined).map((found) => [found.start, found]),
  );
  const candidates: TitleCandidate[] = [];
  for (let line = section.start; line < section.end; line++) {
    if (code.has(line)) continue;
    const heading = headingAt.get(line);
    const text = heading?.text ?? lines[line] ?? "";
    candidates.push({
      line,
      text,
      headingLevel: heading?.level ?? 0,
      aboveList: !heading && isAboveList(lines, line, section),
    });
  }
  if (section.kind === "tomak") {
    const numbered = candidates.flatMap((candidate) => {
      const title = numberedTitle(candidate, rules.tomakTitle);
      return title === undefined ? [] : [{ line: candidate.line, title }];
    });
    // Where titles are numbered, a bold line without a number is part of an entry.
    if (numbered.length > 0) return numbered;
  }
  const styles = candidates.map(titleStyle);
  const style = styleOf(styles.filter((found) => found !== undefined));
  return candidates.flatMap((candidate, index) =>
    styles[index] === style ? [{ line: candidate.line, title: titleOf(candidate) }] : [],
  );
}

/**
 * A section keeps to the markup it first uses. Bare titles are its style where there is no markup at all, or where
 * they come first and are the more: then a bold line is part of an entry.
 */
function styleOf(styles: readonly TitleStyle[]): TitleStyle {
  const marked = styles.find((style) => style !== "plain");
  const count = (wanted: TitleStyle) => styles.filter((style) => style === wanted).length;
  return marked === undefined || (styles[0] === "plain" && count("plain") > count(marked)) ? "plain" : marked;
}

/** A line of its own with a list below it: what a title without any markup looks like. */
function isAboveList(lines: readonly string[], line: number, section: Section): boolean {
  const text = lines[line] ?? "";
  if (!/^(?!```)[^\s>|<#!~:-]/.test(text) || /^(?:[*+]|\d{1,9}[.)])\s/.test(text)) return false;
  if (line > section.start && (lines[line - 1] ?? "").trim() !== "") return false;
  let next = line + 1;
  while (next < section.end && (lines[next] ?? "").trim() === "") next++;
  return next < section.end && /^(?:[-*+]|\d{1,9}[.)])\s/.test(lines[next] ?? "");
}

function trimBlankLines(lines: readonly string[]): string {
  let start = 0;
  let end = lines.length;
  while (start < end && (lines[start] ?? "").trim() === "") start++;
  while (end > start && (lines[end - 1] ?? "").trim() === "") end--;
  return lines.slice(start, end).join("\n");
}

function countLines(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1;
}

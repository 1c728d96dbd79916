import type { NoteRules } from "../note/readNote.ts";
import {
  type EntryTitle,
  numberedTitle,
  type TitleCandidate,
  type TitleStyle,
  titleOf,
  titleStyle,
} from "./entryTitle.ts";

export interface Heading {
  readonly level: number;
  /** Underlined: a line above `---` is one by accident as often as by intent. */
  readonly isUnderlined: boolean;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A part of a post that lists entries. */
export interface Section {
  /** What it lists; favourites may be of both kinds. */
  readonly kind: "tomak" | "til" | "starred";
  /** Whether its heading is underlined; only then are underlined lines titles in it. */
  readonly isUnderlined: boolean;
  /** 0-based lines of the body: the first after the heading, and the one after the last. */
  readonly start: number;
  readonly end: number;
}

export interface FoundTitle {
  readonly line: number;
  /** Where the entry before it ends: its own line, or that of the heading of the group it opens. */
  readonly begins: number;
  readonly title: EntryTitle;
  /** The heading of its group, in a section that groups its entries. */
  readonly group?: string;
}

/** The titles of a section's entries, in the order of the post. */
export function titlesIn(
  section: Section,
  lines: readonly string[],
  code: ReadonlySet<number>,
  headings: readonly Heading[],
  rules: NoteRules,
): readonly FoundTitle[] {
  const candidates = candidatesIn(section, lines, code, headings);
  if (section.kind === "tomak") {
    const numbered = candidates.flatMap((candidate) => {
      const title = numberedTitle(candidate, rules.tomakTitle);
      return title === undefined ? [] : [{ line: candidate.line, begins: candidate.line, title }];
    });
    // Where titles are numbered, a bold line without a number is part of an entry.
    if (numbered.length > 0) return numbered;
  }
  const outer = styleOf(candidates);
  const inner = styleBelow(outer, candidates, lines);
  const found: FoundTitle[] = [];
  let group: { readonly text: string; readonly line: number } | undefined;
  for (const candidate of candidates) {
    const style = titleStyle(candidate);
    if (inner !== undefined && style === outer) {
      group = { text: titleOf(candidate).title, line: candidate.line };
    } else if (style === (inner ?? outer)) {
      const isFirst = group !== undefined && (found.at(-1)?.line ?? -1) < group.line;
      found.push({
        line: candidate.line,
        begins: isFirst && group !== undefined ? group.line : candidate.line,
        title: numberedTitle(candidate, rules.tomakTitle) ?? titleOf(candidate),
        ...(group !== undefined && { group: group.text }),
      });
    }
  }
  return found;
}

function candidatesIn(
  section: Section,
  lines: readonly string[],
  code: ReadonlySet<number>,
  headings: readonly Heading[],
): readonly TitleCandidate[] {
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
  return candidates;
}

/**
 * A section keeps to the markup it first uses. Bare titles are its style where there is no markup at all, or where
 * they come first and are the more: then a bold line is part of an entry.
 */
function styleOf(candidates: readonly TitleCandidate[]): TitleStyle {
  const styles = candidates.map(titleStyle).filter((found) => found !== undefined);
  const marked = styles.find((style) => style !== "plain");
  const count = (wanted: TitleStyle) => styles.filter((style) => style === wanted).length;
  return marked === undefined || (styles[0] === "plain" && count("plain") > count(marked)) ? "plain" : marked;
}

/**
 * The markup of the titles where headings only group them (by tag, say): a title of another markup stands right below
 * every one of the headings, several in all, and no two of either are alike, as the first lines of entries may be (`**요약**`).
 * `undefined` where the headings are the titles.
 */
function styleBelow(
  outer: TitleStyle,
  candidates: readonly TitleCandidate[],
  lines: readonly string[],
): TitleStyle | undefined {
  if (!outer.startsWith("heading")) return undefined;
  let inner: TitleStyle | undefined;
  const candidateAt = new Map(candidates.map((candidate) => [candidate.line, candidate]));
  for (const candidate of candidates) {
    if (titleStyle(candidate) !== outer) continue;
    const below = candidateAt.get(lines.findIndex((text, line) => line > candidate.line && text.trim() !== ""));
    const style = below && titleStyle(below);
    if (style === undefined || style === outer || style === "plain" || (inner ?? style) !== style) return undefined;
    inner = style;
  }
  const textsIn = (style: TitleStyle | undefined): readonly string[] =>
    candidates.filter((candidate) => titleStyle(candidate) === style).map((candidate) => titleOf(candidate).title);
  const [groups, titles] = [textsIn(outer), textsIn(inner)];
  return titles.length > 1 && areDistinct(titles) && areDistinct(groups) ? inner : undefined;
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
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

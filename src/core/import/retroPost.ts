import type { YearMonth } from "../calendar/month.ts";
import { dateOf } from "../note/dateEvidence/dateOf.ts";
import { scalarField } from "../note/frontMatter/field.ts";
import { readFrontMatter } from "../note/frontMatter/read.ts";
import type { NotePath } from "../note/note.ts";
import { headingTitle } from "../note/noteBody.ts";
import { type NoteRules, retroMonth } from "../note/readNote.ts";
import { STARRED_SECTIONS } from "../retro/retroSection.ts";
import { UNTAGGED } from "../retro/tagGroups.ts";
import type { ParseMarkdown } from "../text/markdown.ts";
import { nfc } from "../text/nfc.ts";
import type { EntryTitle } from "./entryTitle.ts";
import { type Heading, type Section, titlesIn } from "./sectionTitles.ts";

export interface RetroEntry extends EntryTitle {
  readonly kind: "tomak" | "til";
  /** Lines as in the post, without blank ones around them, joined by `\n`. */
  readonly body: string;
  /** What it is grouped under in its section. */
  readonly tags: readonly string[];
  /** Stands among the favourites. */
  readonly starred?: true;
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
    const first = found[0]?.begins ?? section.end;
    looseLines += lines.slice(section.start, first).filter((line) => line.trim() !== "").length;
    found.forEach((entry, index) => {
      const end = found[index + 1]?.begins ?? section.end;
      const isStarred = section.kind === "starred";
      entries.push({
        ...entry.title,
        kind: section.kind === "starred" ? (entry.title.number === undefined ? "til" : "tomak") : section.kind,
        body: trimBlankLines(lines.slice(entry.line + 1, end)),
        tags: entry.group === undefined || entry.group === UNTAGGED ? [] : [entry.group],
        ...(isStarred && { starred: true }),
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
  if (Object.values<string>(STARRED_SECTIONS).includes(text)) return "starred";
  if (/토막글(?:들|\s*모음|\s*목록)?\s*[^가-힣a-z]*$/i.test(text)) return "tomak";
  return /(?:^|[^a-z])TILs?(?:들|\s*모음|\s*목록|\s*정리)?\s*[^가-힣a-z]*$/i.test(text) ? "til" : undefined;
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

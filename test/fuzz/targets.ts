import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { parseDay } from "../../src/core/calendar/day.ts";
import { parseDayExpression } from "../../src/core/calendar/dayExpression.ts";
import { parseYearMonth } from "../../src/core/calendar/month.ts";
import { daysOf, parsePeriod } from "../../src/core/calendar/period.ts";
import { isTimeZone, parseTimeOfDay } from "../../src/core/calendar/zone.ts";
import { dateFromFolders } from "../../src/core/note/dateEvidence/dateFromFolders.ts";
import { dateFromHead } from "../../src/core/note/dateEvidence/dateFromHead.ts";
import { dateFromName } from "../../src/core/note/dateEvidence/dateFromName.ts";
import { dateFromStamp } from "../../src/core/note/dateEvidence/dateFromStamp.ts";
import type { StatedDate } from "../../src/core/note/dateEvidence/noteDate.ts";
import { scanDate } from "../../src/core/note/dateEvidence/scanDate.ts";
import { checkNotePath, slugOf } from "../../src/core/note/fileName.ts";
import { addTag } from "../../src/core/note/frontMatter/addTag.ts";
import { removeField, setField } from "../../src/core/note/frontMatter/editField.ts";
import { findFrontMatter } from "../../src/core/note/frontMatter/find.ts";
import type { FrontMatter } from "../../src/core/note/frontMatter/frontMatter.ts";
import { readFrontMatter } from "../../src/core/note/frontMatter/read.ts";
import { removeTag } from "../../src/core/note/frontMatter/removeTag.ts";
import { renameTags } from "../../src/core/note/frontMatter/renameTags.ts";
import { isTagKey, readTags } from "../../src/core/note/frontMatter/tags.ts";
import { inlineTagSpots } from "../../src/core/note/inlineTags.ts";
import type { Note } from "../../src/core/note/note.ts";
import { readNotes } from "../../src/core/note/readNote.ts";
import { decodeCache, encodeCache } from "../../src/core/notebook/cacheFormat.ts";
import { renameTagsInText } from "../../src/core/notebook/renameTagsInText.ts";
import { tagAt } from "../../src/core/notebook/tagAt.ts";
import { headingNumbers } from "../../src/core/post/series/headingNumbers.ts";
import { numberedTitle, seriesTitle } from "../../src/core/post/series/seriesTitle.ts";
import { highlightCode } from "../../src/core/publish/paste/highlightCode.ts";
import { pastePost } from "../../src/core/publish/paste/pastePost.ts";
import { mayName, moveOf, wikiLinksTo } from "../../src/core/publish/plan/wikiLinksTo.ts";
import { hasTerm, termsOf } from "../../src/core/recall/related/terms.ts";
import { entryText } from "../../src/core/retro/entry/entryText.ts";
import { imageSources } from "../../src/core/retro/entry/imageSources.ts";
import { readMarkdown } from "../../src/core/retro/entry/markdownSource.ts";
import { readBaseFile, writeBaseFile } from "../../src/core/retro/merge/baseFile.ts";
import { type GeneratedDraft, markEntry, readMarks } from "../../src/core/retro/merge/generatedDraft.ts";
import { mergeDraft } from "../../src/core/retro/merge/mergeDraft.ts";
import { readSavingFile, wholeDraft } from "../../src/core/retro/merge/savingFile.ts";
import { matchesIn } from "../../src/core/search/matchText.ts";
import { readSearchQuery } from "../../src/core/search/searchQuery.ts";
import { readSettings, SETTING_KEYS, SITES } from "../../src/core/settings/settings.ts";
import { decodeText } from "../../src/core/text/decode.ts";
import { applyEdits, type TextEdit } from "../../src/core/text/edit.ts";
import { searchable } from "../../src/core/text/hangul.ts";
import { newMarkdown, parseMarkdown } from "../../src/markdown.ts";
import { renderTemplate } from "../../src/templates.ts";
import { preview, siteAt } from "../core/publish/preview/preview.ts";
import { readPost } from "../support/importPost.ts";
import { defaultOf, defaultRules } from "../support/notebook.ts";
import { IMPORT_TARGETS } from "./importTargets.ts";
import type { Target } from "./target.ts";

const TODAY = parseDay("2025-05-15") ?? neverNull();
const ZONE = "Asia/Seoul";

function neverNull(): never {
  throw new Error("a day that everyone knows");
}

export const TARGETS: readonly Target[] = [
  { name: "readNotes", share: 10, run: (text, _, path) => checkNotes(text, path) },
  { name: "front matter: read", share: 10, run: checkFrontMatter },
  { name: "front matter: addTag", share: 8, run: checkAddTag },
  { name: "front matter: removeTag", share: 6, run: checkRemoveTag },
  { name: "front matter: renameTags", share: 6, run: checkRename },
  { name: "front matter: setField, removeField", share: 8, run: checkFields },
  { name: "inline tags, rename in text", share: 8, run: checkInline },
  { name: "dates", share: 8, run: checkDates },
  { name: "days, periods, zones a person types", share: 6, run: checkExpressions },
  { name: "retro post", share: 5, run: checkPost },
  { name: "mergeDraft, base and saving files", share: 6, run: checkMerge },
  { name: "entryText, images", share: 5, run: checkEntry },
  { name: "names in [[ ]]", share: 3, run: checkNames },
  { name: "search query", share: 5, run: checkSearch },
  { name: "cache", share: 2, run: checkCache },
  { name: "settings", share: 3, run: checkSettings },
  { name: "names and paths", share: 4, run: checkPaths },
  { name: "templates", share: 3, run: checkTemplate },
  { name: "preview", share: 5, run: checkPreview },
  { name: "pasting", share: 4, run: checkPasting },
  { name: "terms of notes, series", share: 4, run: checkTerms },
  { name: "encodings", share: 3, run: checkBytes },
  ...IMPORT_TARGETS,
];

function checkNotes(text: string, path: string): void {
  const notes = readNotes(path, text, defaultRules);
  ok(notes.length > 0);
  deepStrictEqual(readNotes(path, text, defaultRules), notes);
  let last = 0;
  for (const { range, date, title, tags } of notes) {
    ok(!/[\r\n]/.test(title), `a title of two lines: ${JSON.stringify(title)}`);
    ok(tags.every((tag) => tag !== ""));
    if (date !== undefined) checkDate(date);
    if (range === undefined) continue;
    ok(range.start >= last && range.end >= range.start && range.end <= text.length, "ranges in order");
    last = range.end;
  }
}

function checkFrontMatter(text: string): void {
  const read = readFrontMatter(text);
  const { block, bodyStart, problem } = read;
  ok(bodyStart >= 0 && bodyStart <= text.length);
  if (block !== undefined) {
    ok(block.start <= block.contentStart && block.contentStart <= block.contentEnd && block.contentEnd <= block.end);
    strictEqual(bodyStart, block.end);
  }
  if (problem !== undefined) ok(problem.line >= 1 && problem.line <= text.split(/\r\n|\n|\r/).length);
  deepStrictEqual(readFrontMatter(text), read);
  strictEqual(({} as Record<string, unknown>).polluted, undefined);
}

/** Edits of the front matter alone: the body, and every key that is not meant, stay. */
function checkEdits(text: string, edits: readonly TextEdit[], isMeant: (key: string) => boolean): FrontMatter {
  const before = readFrontMatter(text);
  const [first, end] = [before.block?.contentStart ?? before.bodyStart, before.block?.contentEnd ?? before.bodyStart];
  for (const edit of edits) ok(edit.start >= first && edit.end <= end, "an edit outside the front matter");
  const edited = applyEdits(text, edits);
  const after = readFrontMatter(edited);
  const others = ({ data }: FrontMatter) => [...data].filter(([key]) => !isMeant(key));
  deepStrictEqual(others(after), others(before));
  const body = text.slice(before.bodyStart);
  ok(edited.endsWith(body));
  // A new block is set off from the text by an empty line.
  const between = edited.slice(after.bodyStart, edited.length - body.length);
  ok(before.block === undefined ? /^(?:\r\n|\r|\n)?$/.test(between) : between === "", "the body moved");
  return after;
}

function checkAddTag(text: string, words: string): void {
  const result = addTag(text, words);
  if (!result.ok) return;
  const after = checkEdits(text, result.edits, isTagKey);
  const again = addTag(applyEdits(text, result.edits), words);
  ok(again.ok && again.edits.length === 0, "added twice");
  const tags = readTags(after);
  for (const tag of readTags(readFrontMatter(text))) ok(tags.includes(tag), "a tag was lost");
}

function checkRemoveTag(text: string, words: string): void {
  const [first = words] = readTags(readFrontMatter(text));
  const result = removeTag(text, first);
  if (!result.ok) return;
  const after = checkEdits(text, result.edits, isTagKey);
  deepStrictEqual(
    readTags(after),
    readTags(readFrontMatter(text)).filter((tag) => tag !== first),
  );
}

function checkRename(text: string, words: string): void {
  const [first] = readTags(readFrontMatter(text));
  const result = renameTags(text, (tag) => (tag === first ? words : undefined));
  if (result.ok) checkEdits(text, result.edits, isTagKey);
}

function checkFields(text: string, words: string): void {
  for (const key of ["title", "order"]) {
    const set = setField(text, key, words);
    if (set.ok) checkEdits(text, set.edits, (other) => other.toLowerCase() === key);
    const removed = removeField(text, key);
    if (removed.ok) checkEdits(text, removed.edits, (other) => other.toLowerCase() === key);
  }
}

function checkInline(text: string, words: string): void {
  const spots = inlineTagSpots(text, readFrontMatter(text).bodyStart);
  let last = 0;
  for (const { tag, start, end } of spots) {
    ok(start >= last && end > start && end <= text.length);
    strictEqual(text.slice(start, end).normalize("NFC"), tag);
    last = end;
    ok(tagAt(text, start, true) !== undefined, "a tag that is not found at its place");
  }
  const renamed = renameTagsInText(text, (tag) => (tag === spots[0]?.tag ? words : undefined), true);
  if (!renamed.ok) return;
  const after = applyEdits(text, renamed.edits);
  const kept = (read: FrontMatter) => [...read.data].filter(([key]) => !isTagKey(key));
  deepStrictEqual(kept(readFrontMatter(after)), kept(readFrontMatter(text)));
}

function checkDate({ text, precision }: Pick<StatedDate, "text" | "precision">): void {
  if (precision === "day") ok(parseDay(text) !== undefined, text);
  if (precision === "month") ok(parseYearMonth(text) !== undefined, text);
  if (precision === "year") ok(/^\d{4}$/.test(text), text);
}

function checkDates(text: string, words: string, path: string): void {
  const names = path.split("/");
  const found = [dateFromName(names.at(-1) ?? ""), dateFromFolders(names.slice(0, -1))?.date, dateFromHead(text, ZONE)];
  for (const date of [...found, scanDate(words)?.date, scanDate(text.slice(0, 300))?.date]) {
    if (date !== undefined) checkDate(date);
  }
  const stamp = dateFromStamp(words, ZONE) ?? dateFromStamp(text.slice(0, 60), ZONE);
  if (stamp !== undefined) checkDate(stamp.date);
}

function checkExpressions(text: string, words: string): void {
  for (const typed of [words, text.slice(0, 80), text.slice(-20)]) {
    const read = parseDayExpression(typed, TODAY);
    if (read.ok) ok(parseDay(read.day) !== undefined, read.day);
    const period = parsePeriod(typed);
    if (period !== undefined) ok(daysOf(period).first <= daysOf(period).last);
    const time = parseTimeOfDay(typed);
    if (time !== undefined) ok(time >= 0 && time < 24 * 3600);
    isTimeZone(typed);
  }
}

function checkPost(text: string): void {
  const post = readPost(text);
  const lines = text.split(/\r\n|\n|\r/).length;
  let last = -1;
  for (const { line } of [...post.entries].sort((a, b) => a.line - b.line)) {
    ok(line > last && line < lines, "two entries on a line");
    last = line;
  }
}

/** A draft of the text's paragraphs. */
function draftOf(text: string): GeneratedDraft {
  const parts = text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .split("\n\n");
  const rendered = parts.map((part, index) => {
    if (index % 3 === 0) return part;
    const { heading, body } = markEntry(index, `**글 ${index}**`, part);
    return `${heading}\n\n${body}`;
  });
  return readMarks(
    rendered.join("\n\n"),
    parts.map((_, index) => `노트/${index}.md`),
  );
}

function checkMerge(text: string, words: string): void {
  const base = draftOf(text);
  const generated = draftOf(text.slice(0, text.length / 2) + words + text.slice(text.length / 2));
  const half = Math.floor(text.length / 3);
  const post = text.slice(0, half) + words + text.slice(half);
  for (const remembered of [base, undefined]) {
    const merge = mergeDraft(post, remembered, generated);
    const after = applyEdits(post, merge.edits);
    if (!merge.changesLines) ok(isSubsequence(linesOf(post), linesOf(after)), "a line of the post was lost");
    strictEqual(mergeDraft(after, merge.base, generated).edits.length, 0, "merged again, something changed");
  }
  deepStrictEqual(mergeDraft(base.lines.join("\n"), base, base).edits, []);
  const kept = readBaseFile(writeBaseFile(base));
  deepStrictEqual(kept?.entries, base.entries);
  readBaseFile(text);
  wholeDraft(text, readSavingFile(text));
}

/** A mark at the beginning is of the file, not of its first line. */
const linesOf = (text: string): readonly string[] =>
  text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "");

function isSubsequence(lines: readonly string[], of: readonly string[]): boolean {
  let at = 0;
  for (const line of of) if (line === lines[at]) at++;
  return at === lines.length;
}

const ENTRY: Note = { path: "노트/하나.md", kind: "til", title: "제목", tags: [], excerpt: "" };

function checkEntry(text: string, words: string): void {
  const body = text.replace(/\r\n?/g, "\n");
  for (const site of ["plain", "jekyll", "hugo"] as const) {
    entryText({ ...ENTRY, title: words }, body, { draftPath: "회고/a.md", site, parse: parseMarkdown });
  }
  for (const path of imageSources(body, ENTRY.path, parseMarkdown)) {
    ok(!path.split("/").includes("..") && !path.startsWith("/"), `an image outside the notebook: ${path}`);
  }
}

function checkNames(text: string, words: string): void {
  const body = text.replace(/\r\n?/g, "\n");
  const source = readMarkdown(body, parseMarkdown);
  for (const from of ["a.md", `_drafts/${words.replace(/[\r\n]/g, " ")}.md`]) {
    const { edits } = wikiLinksTo(source, ENTRY.path, moveOf(from, "_posts/b.md", ["TIL/b.md"]));
    const after = applyEdits(body, edits);
    // A name is all that changes, so that as many are there afterwards.
    if (from === "a.md") deepStrictEqual(after.split("[[").length, body.split("[[").length);
    mayName(text, from);
  }
}

function checkSearch(text: string, words: string): void {
  const query = readSearchQuery(words, TODAY);
  for (const [start, end] of matchesIn(text.slice(0, 500), query.words)) ok(start >= 0 && end > start);
  const typed = readSearchQuery(text, TODAY);
  for (const word of [...typed.words, ...typed.tags]) word.regExp.test(words);
}

async function checkCache(text: string, words: string, path: string): Promise<void> {
  const file = { path, stamp: text.length, notes: readNotes(path, text, defaultRules) };
  const bytes = await encodeCache("key", [file]);
  const read: unknown[] = [];
  await decodeCache(bytes, "key", (files) => read.push(...files));
  // What cannot be written in UTF-8 comes back as U+FFFD.
  if (isWellFormed(text + path)) deepStrictEqual(read, [file]);
  const damaged = bytes.slice(0, bytes.length - (words.length % 5));
  const spot = text.length % damaged.length;
  damaged[spot] = (damaged[spot] ?? 0) ^ (1 + (words.length % 200));
  await decodeCache(damaged, "key", (files) => ok(files.length === 0, "a damaged chunk was believed"));
  await decodeCache(new TextEncoder().encode(text), "key", neverNull);
}

const isWellFormed = (text: string): boolean =>
  new TextDecoder().decode(new TextEncoder().encode(text)) === text.replace(/^\ufeff/, "");

function checkSettings(text: string, words: string): void {
  const values = [
    text,
    words,
    [words],
    [text, 1],
    { [words]: text },
    null,
    text.length,
    -1,
    true,
    { __proto__: words },
  ];
  const { settings } = readSettings({
    get: (key) => values[(SETTING_KEYS.indexOf(key) + text.length) % values.length],
    getDefault: defaultOf,
  });
  ok(isTimeZone(settings.dayRule.timeZone));
  readNotes("a.md", text, { ...defaultRules, dayRule: settings.dayRule });
}

const PREVIEWED = SITES.filter((site) => site !== "plain");

function checkPreview(text: string, words: string): void {
  const site = siteAt(PREVIEWED[(text.length + words.length) % PREVIEWED.length] ?? "jekyll");
  // With front matter it is a post; what follows is the text, with whatever that begins with.
  const html = preview(`---\ntoc: true\n---\n${text}`, site);
  ok(html !== undefined && !/\uFDD0|%EF%B7%90/.test(html));
}

function checkPasting(text: string, words: string, path: string): void {
  const home = [undefined, siteAt("chirpy"), siteAt("hugo")][text.length % 3];
  // Reading it is another target's.
  const head: FrontMatter = { data: new Map(), bodyStart: findFrontMatter(text)?.end ?? 0 };
  const tools = { parse: parseMarkdown, newMarkdown, highlight: highlightCode };
  pastePost(text, head, "velog", path, home, tools);
  const { text: html } = pastePost(`${text} ${words}`, head, "tistory", path, home, tools);
  const tags = [...html.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag).join("");
  ok(
    !/<(?:script|style|iframe|object|embed|svg|math|form|input|base|meta|link)\b|\son\w+=|javascript:/i.test(tags),
    tags,
  );
}

const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function checkPaths(text: string, words: string): void {
  for (const asked of [words, text, `${words}.md`, `${text.slice(0, 300)}/${words}.md`]) {
    const result = checkNotePath(asked);
    if (result.ok) checkSafe(result.path);
    const slug = slugOf(asked);
    ok(!slug.includes("/") && !slug.includes("\\"));
    checkSafe(`${slug}-a.md`);
  }
}

function checkSafe(path: string): void {
  ok(!path.startsWith("/") && !/^[a-z]:/i.test(path), path);
  for (const part of path.split("/")) {
    ok(part !== "" && part !== "." && part !== "..", path);
    ok(!/[\0-\x1f<>:"|?*\\]/.test(part), JSON.stringify(path));
    ok(!DEVICE.test(part), path);
    ok(new TextEncoder().encode(part).length <= 255, "a name too long for a disk");
  }
}

function checkTemplate(text: string, words: string): void {
  const result = renderTemplate(text.slice(0, 1_500), { title: words, date: "2025-05-01", tags: [words], entries: [] });
  if (!result.ok) strictEqual(typeof result.message, "string");
}

function checkTerms(text: string, words: string): void {
  const terms = termsOf(text);
  for (const [key, { shown }] of terms) {
    ok(hasTerm(terms, key));
    strictEqual(key, searchable(shown));
  }
  const numbers = headingNumbers(text);
  if (numbers !== undefined) ok(numbers.first <= numbers.last);
  for (const asked of [words, text.slice(0, 300)]) {
    const title = seriesTitle(asked);
    // What is offered for the next post is what this one is called, but for the number.
    if (title !== undefined) ok(asked.normalize("NFC").trim().startsWith(numberedTitle(title, title.number)), asked);
  }
}

function checkBytes(text: string, words: string): void {
  const utf8 = new TextEncoder().encode(text);
  // Zero bytes on one side of pairs are UTF-16.
  if (text.split("\0").length <= 2) {
    strictEqual(decodeText(utf8).text, new TextDecoder("utf-8", { ignoreBOM: true }).decode(utf8));
  }
  const bytes = utf8.slice(words.length % 3, utf8.length - (words.length % 2));
  for (let index = 0; index < bytes.length; index += 7) bytes[index] = (bytes[index] ?? 0) ^ words.length;
  const read = decodeText(bytes);
  if (read.faithful) deepStrictEqual(new TextEncoder().encode(read.text), bytes);
}

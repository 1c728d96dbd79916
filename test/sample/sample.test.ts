import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const ROOT = fileURLToPath(new URL("../../sample", import.meta.url));

interface SampleNote {
  /** From the notebook's root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function readNote(path: string): SampleNote {
  const text = readFileSync(join(ROOT, path), "utf8");
  const match = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(text);
  if (match === null) return { path, text, fields: {}, body: text };
  const fields: Record<string, unknown> = parse(match[1] ?? "");
  return { path, text, fields, body: (match[2] ?? "").trimEnd() };
}

const NOTES = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join("/"))
  .sort()
  .map(readNote);

const RETRO = "회고/2026-07-회고.md";

const inFolder = (folder: string): readonly SampleNote[] => NOTES.filter(({ path }) => path.startsWith(`${folder}/`));
const tomak = inFolder("토막글");
const til = inFolder("TIL");
const daily = [...tomak, ...til];
const dated = [...daily, ...inFolder("세션"), ...inFolder("책")];

const monthOf = (note: SampleNote): string => basename(note.path).slice(0, 7);
const numberOf = (note: SampleNote): number => Number(/^오늘의 토막글 (\d+)$/.exec(String(note.fields.title))?.[1]);
const byDate = (a: SampleNote, b: SampleNote): number => (String(a.fields.date) < String(b.fields.date) ? -1 : 1);

function tagsOf({ tags }: SampleNote["fields"]): readonly string[] {
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string" && tag !== "") : [];
}

/** The entry a retro makes of a note, blank line at its end included. */
function entryOf({ fields, body }: SampleNote): string {
  const heading = fields.link === undefined ? `${fields.title}` : `[${fields.title}](${fields.link})`;
  return `**${heading}**\n\n${body}\n`;
}

describe("the sample notebook", () => {
  it("has three months of 토막글 and TIL", () => {
    expect(daily.length).toBeGreaterThanOrEqual(60);
    for (const month of ["2026-07", "2026-08", "2026-09"]) {
      expect(tomak.filter((note) => monthOf(note) === month).length).toBeGreaterThanOrEqual(14);
      expect(til.filter((note) => monthOf(note) === month).length).toBeGreaterThanOrEqual(9);
    }
    expect(new Set(daily.map(monthOf)).size).toBe(3);
  });

  it("numbers its 토막글 from 1 in the order of their days, and names the files after them", () => {
    const inOrder = [...tomak].sort(byDate);
    expect(inOrder.map(numberOf)).toEqual(inOrder.map((_, index) => index + 1));
    for (const note of tomak) expect(basename(note.path)).toMatch(new RegExp(`-토막글-${numberOf(note)}\\.md$`));
  });

  it("has one session note, one book note with page citations, one note without a date and one finished retro", () => {
    expect(inFolder("세션").map(({ body }) => /^## \[\d\d:\d\d ~ \d\d:\d\d 트랙 .\] /m.test(body))).toEqual([true]);
    expect(inFolder("책").map(({ body }) => /\(p\d+\)/.test(body))).toEqual([true]);
    expect(inFolder("회고").map(({ path }) => path)).toEqual([RETRO]);
    const others = NOTES.filter((note) => !dated.includes(note) && note.path !== RETRO);
    expect(others.map(({ path }) => path)).toEqual(["읽을 책.md"]);
    expect(others.map(({ text }) => /\d{4}|\d+월|^date:/m.test(text))).toEqual([false]);
  });

  it("says one day in each dated note's name, folder and date", () => {
    const wrong = dated.filter(({ path, fields }) => {
      const day = basename(path).slice(0, 10);
      const [, year, month] = path.split("/");
      const date = new RegExp(`^${day} \\d\\d:\\d\\d:\\d\\d \\+0900$`);
      return `${year}-${month}` !== day.slice(0, 7) || !date.test(String(fields.date));
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("files each dated note under its folder's name, with tags and at least one bullet", () => {
    const wrong = dated.filter(({ path, fields, body }) => {
      const filed = Array.isArray(fields.categories) && fields.categories.join() === path.split("/")[0];
      return !filed || tagsOf(fields).length === 0 || !/^- \S/m.test(body);
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("gives dated notes names that any desktop accepts", () => {
    expect(dated.filter(({ path }) => /[<>:"\\|?*\s]/.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it("is NFC throughout, with LF line ends and none of them after a blank", () => {
    for (const { path, text } of NOTES) {
      expect(path).toBe(path.normalize("NFC"));
      expect(text).toBe(text.normalize("NFC"));
      expect(text).not.toMatch(/\r|[ \t]\n/);
      expect(text).toMatch(/[^\n]\n$/);
    }
  });

  it("has tags that nest, links that are addresses, nested bullets and code", () => {
    expect(daily.some(({ fields }) => tagsOf(fields).some((tag) => tag.includes("/")))).toBe(true);
    const links = til.flatMap(({ fields }) => (fields.link === undefined ? [] : [fields.link]));
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(link).toMatch(/^https:\/\/\S+$/);
    expect(til.some(({ body }) => /^ {2}- /m.test(body))).toBe(true);
    expect(til.some(({ body }) => /^```\w+$/m.test(body))).toBe(true);
  });

  it("has a retro of July whose two lists are July's notes, in order and word for word", () => {
    const july = (notes: readonly SampleNote[]): readonly SampleNote[] =>
      notes.filter((note) => monthOf(note) === "2026-07").sort(byDate);
    const { fields, body } = readNote(RETRO);
    expect(fields).toMatchObject({ title: "2026년 7월 회고", date: "2026-08-01 00:00:00 +0900" });
    const [, tomakList, tilList] = body.split(/^## 7월 동안 쓴 (?:토막글들|TIL)\n\n/m);
    expect(tomakList?.trimEnd()).toBe(july(tomak).map(entryOf).join("\n").trimEnd());
    expect(tilList?.trimEnd()).toBe(july(til).map(entryOf).join("\n").trimEnd());
  });

  it("has hand-written sections before the lists of the July retro", () => {
    const { body } = readNote(RETRO);
    const [opening, ...sections] = body.split(/^## /m);
    expect(opening).toMatch(/\S/);
    expect(sections.map((section) => section.split("\n")[0])).toEqual([
      "7월에 해낸 것들",
      "7월에 아쉬웠던 것들",
      "7월을 돌아보며 배운 것들",
      "7월 동안 쓴 토막글들",
      "7월 동안 쓴 TIL",
    ]);
    for (const section of sections.slice(0, 3)) expect(section).toMatch(/^- \S/m);
  });
});

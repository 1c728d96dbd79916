import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessHeader } from "../../../src/core/import/header/guessHeader.ts";
import { type HeaderTemplates, headerTemplates } from "../../../src/core/import/header/headerTemplates.ts";
import { builtInTemplate } from "../../../src/core/note/builtInTemplates.ts";
import { composeNewNote } from "../../../src/core/write/newNote.ts";
import { engines } from "../../../src/engines.ts";
import { expectGolden } from "../../support/golden.ts";
import { dayRule, noteOf, settingsWith } from "../../support/notebook.ts";
import { day } from "../calendar/days.ts";

const DAYS = ["2025-04-28", "2025-04-29", "2025-04-30", "2025-05-01", "2025-05-02", "2025-05-03"];
const TITLES = ["Redis의 만료 키", "카프카 파티션", "JVM의 힙", "인덱스와 락", "쿠키의 SameSite", "TIME_WAIT"];

type Write = (date: string, title: string, index: number) => string;

/** Repositories of each kind, one note a day. */
const REPOSITORIES: Readonly<Record<string, Write>> = {
  "jekyll-tag": (date, title, index) =>
    `---\nlayout: post\ntitle: "${title}"\ndate: ${date} 23:10:00 +0900\ncategories: [Dev, ${index % 2 ? "Java" : "DB"}]\ntag: [a${index}, b]\n---\n\n글 ${index}\n`,
  "minimal-mistakes": (date, title, index) =>
    `---\ntitle: '${title}'\ncategories:\n  - ${index % 2 ? "Java" : "TIL"}\ntags:\n  - a${index}\n  - b\ntoc: true\ntoc_sticky: true\nlast_modified_at: ${date}T08:06:00-05:00\n---\n글\n`,
  "hugo-toml": (date, title, index) =>
    `+++\ntitle = "${title}"\ndate = ${date}T22:00:00+09:00\ndraft = false\ntags = ["a${index}"]\ncategories = ["dev"]\ndescription = "글 ${index}"\n\n[params]\n  math = true\n+++\n\n글\n`,
  gatsby: (date, title, index) =>
    `---\ntitle: ${title}\ndate: '${date}'\nslug: /post-${index}\ntags: a${index}, b\ndescription: ${index}번째 글\n---\n\n글\n`,
  wiki: (date, title, index) =>
    `---\nlayout  : wiki\ntitle   : ${title}\ndate    : ${date} 21:0${index}:00 +0900\nupdated : ${date} 22:00:00 +0900\ntag     : a${index} b\npublic  : true\nparent  : [[/wiki${index}]]\n---\n* TOC\n`,
  dotted: (date, title, index) =>
    `---\ntitle: ${title}\ndate: ${date.replaceAll("-", ".")}\ncategory: til # ${index}\n---\n\n# ${title}\n\n- 글\n`,
  "no-header": (_, title, index) => `# ${title}\n\n- 글 ${index}\n`,
  "no-header-til": (_, title, index) => `## [TIL] ${title}\n\n- 글 ${index}\n`,
  "no-heading": (_, __, index) => `- 글 ${index}\n`,
};

function textsOf(write: Write): string[] {
  return DAYS.map((date, index) => write(date, TITLES[index] ?? "", index));
}

const render = await engines.loadTemplates();

/** A TIL as it is made with the template that is offered. */
function newTil({ til }: HeaderTemplates, title: string, tags: readonly string[], link?: string) {
  const note = composeNewNote({
    ...{ kind: "til", day: day("2025-05-05"), title, tags, template: til, render },
    now: Date.parse("2025-05-05T23:10:00+09:00"),
    dayRule: dayRule(),
    pathPattern: "TIL/{{ date }}-{{ slug }}.md",
    ...(link !== undefined && { link }),
  });
  if (!note.ok) throw new Error(JSON.stringify(note.problem));
  return note;
}

const offered = (write: Write): HeaderTemplates => headerTemplates(textsOf(write)) ?? expect.fail("no habit");

describe("a new TIL in a repository that begins its notes in its own way", () => {
  it.each(Object.entries(REPOSITORIES))("%s", (name, write) => {
    const templates = offered(write);
    const full = newTil(templates, 'JPA의 "1:N" 조인', ["자바", "Clean Code"], "https://example.com/a?b=1");
    const plain = newTil(templates, "락", []);
    const shown = [`${templates.description} 적을까요?`, full.text, plain.text, templates.tomak];
    expectGolden(shown.join("\n=====\n"), new URL(`golden/header-${name}.md`, import.meta.url));
  });

  it.each(Object.entries(REPOSITORIES))("is read back as what was typed: %s", (name, write) => {
    const { path, text, cursor } = newTil(
      offered(write),
      'JPA의 "1:N" 조인',
      ["자바", "독서"],
      "https://example.com/a",
    );
    const note = noteOf(path, text);
    expect(note.problem).toBeUndefined();
    expect(note).toMatchObject({ kind: "til", tags: ["자바", "독서"], date: { text: "2025-05-05" } });
    // A second-level heading is no title; the file's name has it then.
    if (!/^no-head(?:ing|er-til)$/.test(name)) expect(note.title).toBe('JPA의 "1:N" 조인');
    expect(text).toContain("https://example.com/a");
    expect(text.slice(cursor - 2, cursor)).toBe("- ");
  });

  it("is a TIL where nothing but the category says so", () => {
    const { text } = newTil(offered(REPOSITORIES["jekyll-tag"] ?? expect.fail()), "락", []);
    expect(noteOf("_posts/2025-05-05-락.md", text).kind).toBe("til");
  });

  it("reads back whatever the title and the tags are", () => {
    const title = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(fc.constantFrom("jekyll-tag", "minimal-mistakes", "hugo-toml", "gatsby"), title, (name, typed) => {
        const write = REPOSITORIES[name] ?? expect.fail();
        const note = noteOf("TIL/2025-05-05-글.md", newTil(offered(write), typed.trim(), ["자바"]).text);
        expect(note.problem).toBeUndefined();
        expect(note.tags).toContain("자바");
      }),
      { numRuns: 60 },
    );
  });
});

describe("guessHeader", () => {
  it("sees no habit in a few notes, nor in many of different kinds", () => {
    const [write] = Object.values(REPOSITORIES);
    expect(guessHeader(textsOf(write ?? expect.fail()).slice(0, 4))).toBeUndefined();
    const mixed = ["jekyll-tag", "hugo-toml", "no-header"].flatMap((name) =>
      textsOf(REPOSITORIES[name] ?? expect.fail()).slice(0, 3),
    );
    expect(guessHeader(mixed)).toBeUndefined();
  });

  it("of notes as they are made anyway is the template they are made with", () => {
    const texts = DAYS.map(
      (date, index) =>
        `---\ntitle: ${TITLES[index]}\ndate: ${date} 22:00:00 +0900\ncategories: [TIL]\ntags: [a]\n---\n\n- 글\n`,
    );
    const templates = headerTemplates(texts);
    expect(templates?.til).toBe(builtInTemplate("til", settingsWith()));
    expect(templates?.tomak).toBe(builtInTemplate("tomak", settingsWith()));
  });

  it("writes nothing of a single note, and no template's marks, into a template", () => {
    const texts = DAYS.map(
      (date, index) =>
        `---\ntitle: 글\ndate: ${date}\nauthor: "{{ site.author }}"\nimage: /img/${index}.png\npermalink: /${index}\nsecret: 비밀${index}\n---\n글\n`,
    );
    const { til } = headerTemplates(texts) ?? expect.fail();
    expect(til).not.toMatch(/site\.author|img|permalink|비밀/);
  });

  it("takes any texts", () => {
    const line = fc.constantFrom(
      "---",
      "+++",
      "title: a",
      "tags: [",
      "- x",
      "date: 2025-1-1",
      "# a",
      "[t]",
      "a = 1",
      "",
      "  - b",
    );
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(fc.array(text, { minLength: 5, maxLength: 8 }), (texts) => {
        const templates = headerTemplates(texts);
        if (templates !== undefined) newTil(templates, "제목", ["태그"]);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { parseDay } from "../../../src/core/calendar/day.ts";
import { renderNotePath } from "../../../src/core/note/notePath.ts";
import { TEMPLATE_VARIABLES, type TemplateUse } from "../../../src/core/note/templateVariables.ts";
import { retroTitle, retroVariables } from "../../../src/core/retro/compileRetro.ts";
import { composeNewNote } from "../../../src/core/write/newNote.ts";
import { parseMarkdown } from "../../../src/markdown.ts";
import { renderTemplate } from "../../../src/templates.ts";
import { noteOf, settingsWith } from "../../support/notebook.ts";
import { month } from "../retro/monthDraft.ts";

const documented = (use: TemplateUse): readonly string[] =>
  TEMPLATE_VARIABLES.filter(({ uses }) => uses.some((other) => other === use)).map(({ name }) => name);
const topLevel = (use: TemplateUse): readonly string[] =>
  documented(use).filter((name) => !name.includes(".") && name !== "cursor");
const fieldsOf = (item: string): readonly string[] =>
  documented("retro").flatMap((name) => (name.startsWith(`${item}.`) ? [name.slice(item.length + 1)] : []));
/** A template that names every variable, each on its line. */
const allOf = (use: TemplateUse): string =>
  topLevel(use)
    .map((name) => `${name}={{ ${name} }}`)
    .join("\n");

const settings = settingsWith();
const day = parseDay("2025-05-01");
if (day === undefined) throw new Error("no such day");

describe("what is documented for templates", () => {
  it("has no variable twice, and a description for each", () => {
    const rows = TEMPLATE_VARIABLES.flatMap(({ uses, name }) => uses.map((use) => `${use}: ${name}`));
    expect(new Set(rows).size).toBe(rows.length);
    for (const { name, description } of TEMPLATE_VARIABLES) expect(description, name).toMatch(/[가-힣]|`/);
  });

  it.each(["tomak", "til"] as const)("is what a new %s is filled with", (kind) => {
    const result = composeNewNote({
      ...{ kind, day, now: Date.parse("2025-05-01T23:10:00+09:00"), dayRule: settings.dayRule, title: "제목" },
      ...{ template: allOf(kind), pathPattern: "{{ date }}.md", render: renderTemplate },
    });
    expect(result).toMatchObject({ ok: true, text: expect.stringContaining("date=2025-05-01 23:10:00 +0900\n") });
  });

  it("is what a path and a title are filled with", () => {
    const path = renderNotePath(
      `${topLevel("path")
        .map((name) => `{{ ${name} }}`)
        .join("-")}.md`,
      {
        ...{ kind: "tomak", date: day, title: "가 나", number: 95 },
      },
      renderTemplate,
    );
    expect(path).toMatchObject({ ok: true, path: expect.stringContaining("95-가-나-가-나-토막글.md") });
    expect(retroTitle(allOf("retro.title"), month("2025-05"), renderTemplate)).toMatchObject({
      ...{ ok: true, text: "year=2025\nmonth=2025-05\nmonth_number=5" },
    });
  });

  it("is what a retro is filled with, no more and no less", () => {
    const variables = retroVariables(
      {
        ...{ period: month("2025-05"), notes: [{ note: noteOf("TIL/2025-05-01-a.md"), entry: "", body: "- 글\n" }] },
        ...{
          notesBefore: [],
          notesLastYear: [],
          templateName: "retro",
          settings: settings.retro,
          picture: "none",
          dayRule: settings.dayRule,
          template: "",
          render: renderTemplate,
        },
        ...{ frontMatterFormat: "yaml", draftPath: "회고/2025-05-회고.md", site: "plain", parse: parseMarkdown },
      },
      "제목",
    );
    expect(Object.keys(variables).sort()).toEqual([...topLevel("retro")].sort());
    const [section] = variables.sections;
    expect(Object.keys(section ?? {}).sort()).toEqual([...fieldsOf("section")].sort());
    expect(Object.keys(section?.entries[0] ?? {}).sort()).toEqual([...fieldsOf("entry")].sort());
  });
});

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { TEMPLATE_NAMES } from "../src/core/note/builtInTemplates.ts";
import { TEMPLATE_VARIABLES, type TemplateUse } from "../src/core/note/templateVariables.ts";
import { root } from "./harness/paths.ts";

const readme = readFileSync(path.join(root, "README.md"), "utf8");
const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), "utf8"));

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

// The shapes of files of this repository, which the editor checks as well.
const { commands, keybindings, configuration } = (readJson("package.json") as Manifest).contributes;
const snippets = readJson("snippets/markdown.json") as Readonly<
  Record<string, { readonly prefix: readonly string[]; readonly description: string }>
>;

/** The rows of the tables below a `##` heading, each as its cells. */
function rowsBelow(heading: string): readonly (readonly string[])[] {
  const [, after] = readme.split(`\n## ${heading}\n`);
  expect(after, `a section "${heading}"`).toBeDefined();
  const [section = ""] = (after ?? "").split("\n## ");
  return section
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| ---"))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
}

/** `ctrl+alt+j` → `Ctrl+Alt+J`, in the code marks of a table. */
function shownKey(key: string): string {
  return `\`${key.replace(/(^|\+)./g, (letter) => letter.toUpperCase())}\``;
}

const unmarked = (cell: string | undefined): string => (cell ?? "").replaceAll("`", "");

describe("README.md", () => {
  it("has every command with its key, and no other", () => {
    const shown = rowsBelow("명령")
      .slice(1)
      .map(([title, , key]) => ({ title, key }));
    expect(shown).toEqual(
      commands.map(({ command, title }) => {
        const bound = keybindings.find((binding) => binding.command === command);
        return { title, key: bound === undefined ? "" : shownKey(bound.key) };
      }),
    );
    for (const row of rowsBelow("명령").slice(1)) expect(row[1], row[0]).not.toBe("");
  });

  it("has every setting with its default, and no other", () => {
    const rows = rowsBelow("설정").filter(([key]) => key?.startsWith("`tomaknote."));
    const shown = rows.map(([key, value]) => [unmarked(key), JSON.parse(unmarked(value)) as unknown]);
    expect(shown).toEqual(Object.entries(configuration.properties).map(([key, setting]) => [key, setting.default]));
    for (const [key, , meaning] of rows) expect(meaning, key).not.toBe("");
  });

  it.each<[string, readonly TemplateUse[]]>([
    ["템플릿", TEMPLATE_NAMES],
    ["설정", ["path"]],
  ])("has below %s every variable with its meaning and an example, and no other", (heading, wanted) => {
    const shown = rowsBelow(heading).filter(([name]) => /^`(?!tomaknote\.)/.test(name ?? ""));
    const documented = TEMPLATE_VARIABLES.filter(({ uses }) => uses.some((use) => wanted.includes(use)));
    const isForAll = (uses: readonly TemplateUse[]) => uses.length === TEMPLATE_NAMES.length;
    // What every template has comes last.
    const rows = [
      ...documented.filter(({ uses }) => !isForAll(uses)),
      ...documented.filter(({ uses }) => isForAll(uses)),
    ].map(({ name, description, example }) => [`\`${name}\``, description, example]);
    expect(shown).toEqual(rows);
  });

  it("has every snippet with its prefixes", () => {
    const shown = rowsBelow("스니펫").slice(1);
    expect(shown).toEqual(
      Object.entries(snippets).map(([name, { prefix, description }]) => [
        name,
        prefix.map((text) => `\`${text}\``).join(", "),
        description,
      ]),
    );
  });

  it("links to files that are there", () => {
    const targets = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    const files = targets.filter((target) => !/^(?:https?:|#)/.test(target) && target !== "주소");
    expect(files.length).toBeGreaterThan(8);
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});

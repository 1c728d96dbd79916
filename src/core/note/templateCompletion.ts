import type { TemplateName } from "./builtInTemplates.ts";
import { TEMPLATE_FILTERS } from "./templateFilters.ts";
import { TEMPLATE_VARIABLES, type TemplateVariable } from "./templateVariables.ts";

export interface TemplateProposal {
  readonly kind: "variable" | "field" | "filter";
  readonly name: string;
  readonly description: string;
  /** In Markdown's code marks; empty when there is none to show. */
  readonly example: string;
}

export interface TemplateProposals {
  /** Where the word begins that a proposal takes the place of (UTF-16 offset). */
  readonly start: number;
  readonly proposals: readonly TemplateProposal[];
}

/** How far before the cursor a mark is looked for that opens what the cursor is in. */
const REACH = 1_000;
const WORD_BEFORE = /[\p{L}\p{N}_-]*$/u;
/** Fields are documented by what an item is called in the built-in templates; a person may call it otherwise. */
const ITEMS: Readonly<Record<string, string>> = { sections: "section", entries: "entry" };

/** What fits at an offset of a template: variables in `{{ … }}` and `{% … %}`, fields after a dot, filters after `|`. */
export function templateProposals(template: TemplateName, text: string, offset: number): TemplateProposals | undefined {
  const before = text.slice(Math.max(0, offset - REACH), offset);
  const open = Math.max(before.lastIndexOf("{{"), before.lastIndexOf("{%"));
  const inside = before.slice(open + 2);
  if (open < 0 || inside.includes("}}") || inside.includes("%}") || isInQuotes(inside)) return undefined;
  const word = WORD_BEFORE.exec(inside)?.[0] ?? "";
  const lead = inside.slice(0, inside.length - word.length);
  const start = offset - word.length;
  if (lead.trimEnd().endsWith("|")) {
    return { start, proposals: TEMPLATE_FILTERS.map((filter) => ({ kind: "filter", example: "", ...filter })) };
  }
  const variables: readonly TemplateVariable[] = TEMPLATE_VARIABLES.filter(({ uses }) =>
    uses.some((use) => use === template),
  );
  if (lead.endsWith(".")) {
    const owner = WORD_BEFORE.exec(lead.slice(0, -1))?.[0] ?? "";
    return { start, proposals: fieldsOf(variables, itemNames(text.slice(0, offset)).get(owner) ?? owner) };
  }
  const opensValue = before.charAt(open + 1) === "{" ? /^-?\s*$/ : /^-?\s*(?:if|elsif|unless|case|when|for|assign)\s/;
  if (!opensValue.test(lead)) return undefined;
  const loops = [...itemNames(text.slice(0, offset))].map(([name, item]) => ({
    kind: "variable" as const,
    name,
    description: item === "section" ? "지금 도는 묶음" : "지금 도는 노트",
    example: "",
  }));
  const own = variables.filter(({ name }) => !name.includes("."));
  return { start, proposals: [...loops, ...own.map((variable) => proposalOf("variable", variable.name, variable))] };
}

function isInQuotes(inside: string): boolean {
  return (inside.split('"').length + inside.split("'").length) % 2 === 1;
}

/** What the loops above go over, by the names that the person gave the items. */
function itemNames(before: string): ReadonlyMap<string, string> {
  const loops = before.matchAll(
    /\{%-?\s{0,9}for\s{1,9}([\w-]{1,40})\s{1,9}in\s{1,9}(?:[\w-]{1,40}\.)?(sections|entries)\b/g,
  );
  return new Map([...loops].map(([, name = "", list = ""]) => [name, ITEMS[list] ?? ""]));
}

function fieldsOf(variables: readonly TemplateVariable[], item: string): readonly TemplateProposal[] {
  const prefix = `${item}.`;
  return variables
    .filter(({ name }) => name.startsWith(prefix))
    .map((variable) => proposalOf("field", variable.name.slice(prefix.length), variable));
}

function proposalOf(
  kind: TemplateProposal["kind"],
  name: string,
  { description, example }: TemplateVariable,
): TemplateProposal {
  return { kind, name, description, example };
}

import { describe, expect, it } from "vitest";
import { planRetro } from "../../../src/core/retro/planRetro.ts";
import { describeWriteProblem } from "../../../src/core/write/problem.ts";
import { memoryNotebook } from "../../support/notebook.ts";
import { MAY_NOTES, month } from "./monthDraft.ts";

describe("a retro's template that would not end", () => {
  const NOTE = `- ${"글".repeat(1_000)}\n`.repeat(20);

  it.each([
    ["in a loop", "\n{% for i in (1..100000000) %}{{ title }}{% endfor %}"],
    [
      "in its sections",
      "\n{% for i in (1..50000) %}{% for section in sections %}{% for entry in section.entries %}{{ entry.body }}{% endfor %}{% endfor %}{% endfor %}",
    ],
    ["in a variable", "\n{% assign a = header %}{% for i in (1..100) %}{% assign a = a | append: a %}{% endfor %}"],
    [
      "in one line",
      `\n{{ "${"a".repeat(1_000)}" | replace: "a", header | replace: "-", header | replace: "0", header | replace: "2", header | replace: "회", header }}`,
    ],
  ])("%s is refused with its line, and nothing is made", async (_, template) => {
    const files = { ...MAY_NOTES, "TIL/2025-05-20-긴-글.md": NOTE, ".tomaknote/templates/retro.md": template };
    const plan = await planRetro(await memoryNotebook(files), month("2025-05"));
    if (plan.action !== "refuse") throw new Error(plan.action);
    expect(plan.problem).toMatchObject({ reason: "template", template: "retro", line: 2 });
    expect(describeWriteProblem(plan.problem)).toMatch(/retro\.md.*2.*줄/);
  });
});

import { expect, it } from "vitest";
import type { YearMonth } from "../../../src/core/calendar/month.ts";
import { planPosts } from "../../../src/core/import/planPosts.ts";
import { renderTemplate } from "../../../src/templates.ts";
import { readPost } from "../../support/importPost.ts";
import { addNote, defaultRules, type MemoryNotebook, memoryNotebook } from "../../support/notebook.ts";

const post = (month: number, numbers: readonly number[]): string =>
  `---\ntitle: 2025년 ${month}월 회고\n---\n\n## ${month}월 동안 쓴 토막글들\n\n${numbers
    .map((number) => `**오늘의 토막글 ${number}**\n\n- 하나\n`)
    .join("\n")}`;

function plan(notebook: MemoryNotebook, sources: readonly string[]) {
  const posts = sources.map((source, index) => {
    const read = readPost(source);
    return { name: `${index}.md`, post: read, month: read.month ?? ("2025-01" as YearMonth) };
  });
  const planned = planPosts(posts, {
    notes: notebook.index.notes(),
    rules: defaultRules,
    tomakPath: notebook.settings.tomak.path,
    tilPath: notebook.settings.til.path,
    render: renderTemplate,
  });
  if (!planned.ok) throw new Error(JSON.stringify(planned.problem));
  return planned.plan;
}

it("takes all months of a blog apart at once, says which numbers two months have, and does so once", async () => {
  const notebook = await memoryNotebook({});
  const sources = [post(5, [95, 96]), post(4, [94, 95])];
  const first = plan(notebook, sources);
  expect(first.items.map(({ date, number }) => [date, number])).toEqual([
    ["2025-04", 94],
    ["2025-04", 95],
    ["2025-05", 95],
    ["2025-05", 96],
  ]);
  expect(first.repeatedNumbers).toEqual([95]);
  expect(new Set(first.items.map(({ path }) => path)).size).toBe(4);
  for (const { path, text } of first.items) addNote(notebook, path, text);
  const second = plan(notebook, sources);
  expect(second.items).toEqual([]);
  expect(second.existing).toHaveLength(4);
});

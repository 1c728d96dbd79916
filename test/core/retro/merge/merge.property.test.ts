import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type GeneratedDraft,
  markEntry,
  markPicture,
  readMarks,
} from "../../../../src/core/retro/merge/generatedDraft.ts";
import { mergeDraft } from "../../../../src/core/retro/merge/mergeDraft.ts";
import { applyEdits } from "../../../../src/core/text/edit.ts";

interface FakeNote {
  readonly id: number;
  readonly kind: "tomak" | "til";
  readonly body: readonly string[];
}

/** A fence that tells the notes apart, as a chart does. */
function pictureOf(notes: readonly FakeNote[]): string {
  const count = (wanted: string): number => notes.filter(({ kind }) => kind === wanted).length;
  return `\`\`\`mermaid\npie title 5월\n    "토막글" : ${count("tomak")}\n    "TIL" : ${count("til")}\n\`\`\``;
}

/** A draft in the shape of the built-in template, small enough to reason about. */
function generate(notes: readonly FakeNote[], hasPicture = false): GeneratedDraft {
  const ids: string[] = [];
  const parts = [
    "---",
    "title: 2025년 5월 회고",
    "---",
    "",
    "",
    "",
    "## 5월에 해낸 것들",
    "",
    "",
    `노트 ${notes.length}편`,
    "",
    ...(hasPicture ? [markPicture(pictureOf(notes)), ""] : []),
  ];
  for (const kind of ["tomak", "til"] as const) {
    const members = notes.filter((note) => note.kind === kind).sort((a, b) => a.id - b.id);
    if (members.length === 0) continue;
    parts.push(`## 5월 동안 쓴 ${kind}`, "");
    for (const note of members) {
      const { heading, body } = markEntry(ids.length, `**${kind} ${note.id}**`, note.body.join("\n"));
      ids.push(`${kind}/${note.id}.md`);
      parts.push(heading, "", ...(body === "" ? [] : [body, ""]));
    }
  }
  return { ...readMarks(parts.join("\n"), ids), numbersLine: 9 };
}

const bodyLine = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((n) => `- 배운 것 ${n}에 대해 적는다`),
  fc.constantFrom("- 예", "", "```", "  - 안쪽", "## 본문 안 제목", "---"),
);
const body = fc.array(bodyLine, { maxLength: 5 }).map((lines) => {
  const text = lines.join("\n").trim();
  return text === "" ? [] : text.split("\n");
});
const notes = fc.uniqueArray(
  fc.record({ id: fc.integer({ min: 1, max: 12 }), kind: fc.constantFrom("tomak" as const, "til" as const), body }),
  {
    selector: ({ id, kind }) => `${kind}${id}`,
    maxLength: 10,
  },
);

type HandEdit =
  | { readonly type: "write"; readonly at: number; readonly line: string }
  | { readonly type: "delete"; readonly at: number; readonly count: number }
  | { readonly type: "move"; readonly at: number; readonly count: number; readonly to: number }
  | { readonly type: "append"; readonly at: number; readonly text: string };

const at = fc.nat(60);
const handEdits = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constant("write" as const),
      at,
      line: fc.constantFrom("", "- ", "## ", "> ").chain((mark) => fc.nat(999).map((n) => `${mark}손으로 쓴 줄 ${n}`)),
    }),
    fc.record({ type: fc.constant("append" as const), at, text: fc.nat(999).map((n) => ` 덧붙인 말 ${n}`) }),
    fc.record({ type: fc.constant("delete" as const), at, count: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ type: fc.constant("move" as const), at, count: fc.integer({ min: 1, max: 6 }), to: at }),
  ),
  { maxLength: 6 },
);

function editByHand(lines: readonly string[], edits: readonly HandEdit[]): string[] {
  const result = [...lines];
  for (const edit of edits) {
    const index = result.length === 0 ? 0 : edit.at % result.length;
    if (edit.type === "write") result.splice(index, 0, edit.line);
    if (edit.type === "append") result[index] = (result[index] ?? "") + edit.text;
    if (edit.type === "delete") result.splice(index, edit.count);
    if (edit.type === "move") {
      const moved = result.splice(index, edit.count);
      result.splice(edit.to % (result.length + 1), 0, ...moved);
    }
  }
  return result;
}

const eols = fc.constantFrom("\n", "\r\n");

function countLines(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of text.split(/\r\n|\n/)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

describe("a retro made again", () => {
  it("keeps every line a person wrote, and every line it had that was not generated", () => {
    fc.assert(
      fc.property(
        notes,
        notes,
        handEdits,
        eols,
        fc.boolean(),
        fc.boolean(),
        (before, after, edits, eol, hasBase, drawn) => {
          const base = generate(before, drawn);
          const post = editByHand(base.lines, edits).join(eol);
          const generated = generate(after, drawn);
          const result = applyEdits(post, mergeDraft(post, hasBase ? base : undefined, generated).edits);
          const generatedLines = new Set(base.lines);
          const counts = countLines(result);
          for (const [line, count] of countLines(post)) {
            if (!generatedLines.has(line)) expect(counts.get(line) ?? 0).toBeGreaterThanOrEqual(count);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("changes nothing when it is merged a second time", () => {
    fc.assert(
      fc.property(
        notes,
        notes,
        handEdits,
        eols,
        fc.boolean(),
        fc.boolean(),
        (before, after, edits, eol, hasBase, drawn) => {
          const base = generate(before, drawn);
          const post = editByHand(base.lines, edits).join(eol);
          const generated = generate(after, drawn);
          const first = mergeDraft(post, hasBase ? base : undefined, generated);
          const result = applyEdits(post, first.edits);
          expect(mergeDraft(result, first.base, generated).edits).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("changes nothing when the base could not be written after the merge", () => {
    fc.assert(
      fc.property(notes, notes, handEdits, fc.boolean(), (before, after, edits, drawn) => {
        const base = generate(before, drawn);
        const post = editByHand(base.lines, edits).join("\n");
        const generated = generate(after, drawn);
        const result = applyEdits(post, mergeDraft(post, base, generated).edits);
        expect(applyEdits(result, mergeDraft(result, base, generated).edits)).toBe(result);
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves an untouched post as it is when nothing is new", () => {
    fc.assert(
      fc.property(notes, eols, fc.boolean(), fc.boolean(), (all, eol, hasBase, drawn) => {
        const base = generate(all, drawn);
        const merge = mergeDraft(base.lines.join(eol), hasBase ? base : undefined, generate(all, drawn));
        expect(merge).toMatchObject({ edits: [], added: [], updated: [], conflicts: [], deleted: [], orphaned: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it("gives the same draft as making it anew when nothing was written by hand", () => {
    fc.assert(
      fc.property(notes, notes, fc.boolean(), (before, added, drawn) => {
        const known = new Set(before.map(({ id, kind }) => `${kind}${id}`));
        const after = [...before, ...added.filter(({ id, kind }) => !known.has(`${kind}${id}`))];
        const base = generate(before, drawn);
        const post = base.lines.join("\n");
        const merged = applyEdits(post, mergeDraft(post, base, generate(after, drawn)).edits);
        const words = (lines: readonly string[]) => lines.filter((line) => line.trim() !== "");
        expect(words(merged.split("\n"))).toEqual(words(generate(after, drawn).lines));
      }),
      { numRuns: 1000 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isForModels, noteForModel } from "../../../src/core/chat/forModels.ts";
import { monthField, numberField, textField } from "../../../src/core/chat/toolInput.ts";
import { foundForModel, LONGEST_PART, monthForModel, noteTextForModel } from "../../../src/core/chat/toolResults.ts";
import type { Note } from "../../../src/core/note/note.ts";
import { noteId } from "../../../src/core/note/note.ts";
import { readNotes } from "../../../src/core/note/readNote.ts";
import { defaultRules, noteOf } from "../../support/notebook.ts";

describe("a private note", () => {
  it.each([
    "---\nprivate: true\n---\n",
    "---\nPrivate : yes\n---\n",
    "---\n비공개: true\n---\n",
    "---\ntags: [비공개]\n---\n",
    "---\ntags: [a, Private]\n---\n",
    "---\ntags: [비공개/일기]\n---\n",
    "+++\nprivate = true\n+++\n",
    "본문 #비공개\n",
    "---\nprivate: true\n---\n\u1112\u1161",
  ])("is one with %j", (text) => {
    expect(noteOf("TIL/2025-05-03-비밀.md", text).isPrivate).toBe(true);
  });

  it("says so in NFD as well", () => {
    expect(noteOf("a.md", `---\n${"비공개".normalize("NFD")}: true\n---\n`).isPrivate).toBe(true);
  });

  it.each([
    "---\nprivate: false\n---\n",
    "---\nprivate:\n---\n",
    "private: true\n",
    "# 비공개\n",
    "---\ntags: [비공개하지않음]\n---\n",
  ])("is none with %j", (text) => {
    expect(noteOf("TIL/2025-05-03-a.md", text).isPrivate).toBeUndefined();
  });

  it("of a diary makes every day of the file private", () => {
    const days = "## 2025-05-01\n\n- 하나\n\n## 2025-05-02\n\n- 둘\n";
    const privates = (text: string) => readNotes("일기/2025.md", text, defaultRules).map(({ isPrivate }) => isPrivate);
    expect(privates(days)).toEqual([undefined, undefined]);
    expect(privates(`---\nprivate: true\n---\n\n${days}`)).toEqual([true, true]);
    expect(privates(days.replace("하나", "하나 #비공개"))).toEqual([true, true]);
  });

  it("or one that cannot say whether it is, is not for models", () => {
    expect(isForModels(noteOf("a.md", "---\nprivate: true\n---\n"))).toBe(false);
    expect(isForModels(noteOf("a.md", "---\na: [1\nprivate: true\n---\n"))).toBe(false);
    expect(isForModels(noteOf("a.md", "본문\n"))).toBe(true);
  });
});

const parsed = (text: string) =>
  JSON.parse(text) as { notes: { id: string }[]; more: boolean } & Record<string, unknown>;

describe("what a tool gives a model", () => {
  const kafka = noteOf("TIL/2025/05/2025-05-03-카프카.md", "---\ntags: [Kafka]\n---\n# 카프카\n\n- 멈춘다\n");
  const secret = noteOf("TIL/2025/05/2025-05-04-비밀.md", "---\nprivate: true\n---\n\n카프카 암호\n");
  const hit = (note: Note, text: string) => ({ note, level: "body", line: { line: 6, text, matches: [] } }) as const;

  it("of a search has ids, lines and nothing private", () => {
    const found = parsed(foundForModel("카프카", [hit(secret, "카프카 암호"), hit(kafka, "- 멈춘다")], 10));
    expect(found).toMatchObject({
      notes: [
        {
          id: kafka.path,
          title: "카프카",
          kind: "til",
          date: "2025-05-03",
          tags: ["Kafka"],
          line: 7,
          excerpt: "- 멈춘다",
        },
      ],
      more: false,
    });
    expect(JSON.stringify(found)).not.toContain("암호");
  });

  it("is bounded, however much there is", () => {
    const long = { ...kafka, title: "가".repeat(100_000), tags: Array.from({ length: 1000 }, (_, at) => `태그${at}`) };
    const many = Array.from({ length: 500 }, () => hit(long, "나".repeat(100_000)));
    const found = foundForModel("카프카", many, 20);
    expect(parsed(found).notes).toHaveLength(20);
    expect(parsed(found).more).toBe(true);
    expect(found.length).toBeLessThan(30_000);
    const listed = parsed(
      monthForModel(
        "2025-05" as never,
        Array.from({ length: 1000 }, () => kafka),
      ),
    );
    expect([listed.notes.length, listed.total, listed.more]).toEqual([200, 1000, true]);
  });

  it("of a month counts what it shows and nothing private", () => {
    expect(parsed(monthForModel("2025-05" as never, [kafka, secret]))).toMatchObject({
      month: "2025-05",
      total: 1,
      daysWritten: 1,
      counts: { til: 1 },
      notes: [{ id: kafka.path }],
      more: false,
    });
  });

  it("of a note comes in parts that make up the whole, whatever is in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.integer({ min: 1, max: 400 }), (unit, times) => {
        const text = unit.repeat(times);
        let from: number | undefined = 0;
        let whole = "";
        for (let part = 0; from !== undefined; part++) {
          expect(part).toBeLessThan(20);
          const given = JSON.parse(noteTextForModel(kafka, text, from)) as { text: string; next?: number };
          expect(given.text.length).toBeLessThanOrEqual(LONGEST_PART);
          whole += given.text;
          from = given.next;
        }
        expect(whole).toBe(text);
      }),
    );
  });

  it("is the note as it is written now", () => {
    const path = "TIL/2025-05-03-카프카.md";
    const id = noteId(noteOf(path, "# 카프카\n"));
    const now = (text: string) => noteForModel(id, readNotes(path, text, defaultRules), text);
    expect(now("# 카프카\n\n- 더\n")?.text).toBe("# 카프카\n\n- 더\n");
    expect(now("---\nprivate: true\n---\n# 카프카\n")).toBeUndefined();
    const diary = "# 2025\n\n## 2025-05-01\n\n- 하나\n\n## 2025-05-02\n\n- 둘\n";
    const second = readNotes("2025.md", diary, defaultRules).at(-1);
    const shown = second && noteForModel(noteId(second), readNotes("2025.md", diary, defaultRules), diary);
    expect(shown?.text).toContain("- 둘");
    expect(shown?.text).not.toContain("- 하나");
  });
});

describe("what a model gives a tool", () => {
  it.each([undefined, null, 3, "x", [], { query: 3 }, { query: " " }])("may be anything: %j", (input) => {
    expect(textField(input, "query")).toBeUndefined();
    expect(monthField(input, "month")).toBeUndefined();
    expect(numberField(input, "limit", { least: 1, most: 20, otherwise: 10 })).toBe(10);
  });

  it("is taken within bounds", () => {
    const bounds = { least: 1, most: 20, otherwise: 10 };
    expect([500, -5, 3.7, Number.NaN].map((limit) => numberField({ limit }, "limit", bounds))).toEqual([20, 1, 3, 10]);
    expect(monthField({ month: " 2025-05 " }, "month")).toBe("2025-05");
    expect(monthField({ month: "2025-13" }, "month")).toBeUndefined();
  });
});

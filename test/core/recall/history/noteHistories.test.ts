import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Note } from "../../../../src/core/note/note.ts";
import { gistOf, markOf } from "../../../../src/core/recall/history/gist.ts";
import { maybeRenamed, noteHistories } from "../../../../src/core/recall/history/noteHistories.ts";
import type { RecallEvent } from "../../../../src/core/recall/history/recallEvent.ts";
import { noteOf } from "../../../support/notebook.ts";
import { anyEvent } from "../events.ts";

/** A note with its gist; the title is the path's name unless another is given. */
const til = (path: string, gist: string, title?: string): { note: Note; gist: string } => ({
  note: noteOf(`TIL/${path}.md`, title === undefined ? "" : `# ${title}\n`),
  gist,
});

const event = (note: string, at: number, { title = note, gist = "" } = {}): RecallEvent => ({
  ...{ at, note: `TIL/${note}.md`, title, gist },
  ...{ event: "review", recalled: "known", asked: "title" },
});

/** For each note to which something happened, when. */
function happened(
  notes: readonly { note: Note; gist: string }[],
  events: readonly RecallEvent[],
): Record<string, readonly number[]> {
  const gists = new Map(notes.map(({ note, gist }) => [note, gist]));
  const histories = noteHistories(
    events,
    notes.map(({ note }) => note),
    (note) => gists.get(note),
  );
  return Object.fromEntries([...histories].map(([id, found]) => [id.slice(4, -3), found.map(({ at }) => at)]));
}

describe("the history of a note", () => {
  it("is what happened under its id, in NFC", () => {
    const decomposed = "락".normalize("NFD");
    expect(happened([til("락", ""), til("큐", "")], [event("큐", 1), event(decomposed, 2), event("큐", 3)])).toEqual({
      락: [2],
      큐: [1, 3],
    });
    expect(happened([til(decomposed, "")], [event("락", 2)])).toEqual({ [decomposed]: [2] });
  });

  it("is found by the text of a note that has another name and another title", () => {
    expect(happened([til("새것", "g1"), til("헌것", "g2")], [event("옛것", 1, { gist: "g1" })])).toEqual({ 새것: [1] });
  });

  it("is found by the title where the text has changed as well", () => {
    expect(happened([til("2025/락", "g9", "락")], [event("락", 1, { gist: "g1" })])).toEqual({ "2025/락": [1] });
  });

  it("trusts the text more than the title", () => {
    const notes = [til("가", "g1", "다른 제목"), til("나", "g2", "락")];
    expect(happened(notes, [event("옛것", 1, { title: "락", gist: "g1" })])).toEqual({ 가: [1] });
  });

  it("is taken from no note that had one of its own by then", () => {
    expect(happened([til("가", "", "락")], [event("옛것", 5, { title: "락" }), event("가", 3)])).toEqual({ 가: [3] });
  });

  it("goes on under the new name, from name to name", () => {
    const events = [
      event("첫째", 1, { title: "락", gist: "g1" }),
      event("둘째", 2, { title: "락", gist: "g2" }),
      event("셋째", 3, { title: "락", gist: "g3" }),
    ];
    expect(happened([til("셋째", "g4", "락")], events)).toEqual({ 셋째: [1, 2, 3] });
  });

  it("is found by a text that the note had when it was asked about under its new name", () => {
    const events = [event("옛것", 5, { gist: "g1" }), event("새것", 3, { gist: "g1" })];
    expect(happened([til("새것", "g2")], events)).toEqual({ 새것: [3, 5] });
  });

  it("is of no note where two could be meant, and a note without text is like any other", () => {
    expect(happened([til("가", "g1", "하나"), til("나", "g1", "둘")], [event("옛것", 1, { gist: "g1" })])).toEqual({});
    expect(happened([til("a/락", ""), til("b/락", "")], [event("락", 1)])).toEqual({});
    expect(happened([til("가", "")], [event("옛것", 1)])).toEqual({});
    const twins = [til("가", "g1", "하나"), til("나", "g1", "둘")];
    expect(happened(twins, [event("옛것", 1, { title: "둘", gist: "g1" })])).toEqual({ 나: [1] });
  });

  it("needs gists only where a note is not there under its id, of those without a history of their own", () => {
    const [lock, queue] = [til("락", "").note, til("큐", "").note];
    expect(maybeRenamed([event("락", 1)], [lock, queue])).toEqual([]);
    expect(maybeRenamed([event("락", 1), event("간 것", 1)], [lock, queue, noteOf("글.md")])).toEqual([queue]);
  });

  it("gives an event to one note at most, and one whose id is there to that note", () => {
    const notes = ["TIL/a.md", "TIL/x/가.md", "TIL/b.md"].map((path) => noteOf(path));
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), fc.constantFrom("", "x1"), (unordered, gist) => {
        const events = [...unordered].sort((a, b) => a.at - b.at);
        const histories = noteHistories(events, notes, (note) => (note === notes[2] ? gist : undefined));
        const given = [...histories.values()].flat();
        expect(new Set(given).size).toBe(given.length);
        for (const each of events) if (each.note === "TIL/a.md") expect(histories.get("TIL/a.md")).toContain(each);
        for (const found of histories.values())
          expect(found.map(({ at }) => at)).toEqual(found.map(({ at }) => at).sort((a, b) => a - b));
      }),
    );
  });
});

describe("the gist of a note", () => {
  const gist = (text: string): string => gistOf(noteOf("TIL/락.md", text), text);

  it("is of its own text, not of its front matter, heading, line ends or normalisation", () => {
    const plain = gist("- 하나만 들어감\n");
    expect(plain).toMatch(/^[0-9a-z]{8,11}$/);
    for (const same of [
      "---\ntitle: 락\ntags: [자바]\n---\n\n- 하나만 들어감\n",
      "# 락\n\n- 하나만 들어감",
      "- 하나만 들어감  \r\n\r\n",
      "- 하나만 들어감".normalize("NFD"),
    ])
      expect(gist(same), same).toBe(plain);
    expect(gist("- 둘이 들어감\n")).not.toBe(plain);
  });

  it("marks an event together with the note's id and title", () => {
    const text = "# 락\n\n- 하나만 들어감\n";
    const mark = { note: "TIL/1.md", title: "락", gist: gist(text) };
    expect(markOf(noteOf("TIL/1.md", text), text)).toEqual(mark);
  });

  it("is of the section alone, for a section of a file", () => {
    const text = "# 일기\n\n- 하나만 들어감\n";
    const range = { start: text.indexOf("-"), end: text.length, line: 2 };
    expect(gistOf({ range, title: "락" }, text)).toBe(gist("- 하나만 들어감\n"));
  });

  it("is empty where there is nothing to tell a note by", () => {
    for (const text of ["", "---\ntitle: 락\n---\n", "# 락\n\n- \n"]) expect(gist(text), text).toBe("");
  });
});

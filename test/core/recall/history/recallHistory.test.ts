import { describe, expect, it } from "vitest";
import type { RecallEvent } from "../../../../src/core/recall/history/recallEvent.ts";
import { type HistoryStore, RecallHistory } from "../../../../src/core/recall/history/recallHistory.ts";
import { noteOf } from "../../../support/notebook.ts";

const event = (note: string, at = 1, gist = ""): RecallEvent => ({
  ...{ at, note, title: note, gist },
  ...{ event: "review", recalled: "known", asked: "title" },
});

/** A file in memory that may fail, and takes a moment to write. */
class MemoryStore implements HistoryStore {
  text: string | undefined;
  reads = 0;
  failure: Error | undefined;

  async read(): Promise<Uint8Array | undefined> {
    this.reads++;
    if (this.failure !== undefined) throw this.failure;
    return this.text === undefined ? undefined : new TextEncoder().encode(this.text);
  }

  async append(compose: (lastLines: string) => string): Promise<void> {
    const before = this.text ?? "";
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (this.failure !== undefined) throw this.failure;
    this.text = before + compose(before);
  }
}

function open(text?: string): { store: MemoryStore; history: RecallHistory; damage: number[] } {
  const store = new MemoryStore();
  store.text = text;
  const damage: number[] = [];
  const history = new RecallHistory(store, {
    ...{ concurrency: 2, timeZone: "Asia/Seoul" },
    onDamage: (count) => damage.push(count),
  });
  return { store, history, damage };
}

describe("the history of a notebook", () => {
  it("is read once, and again when the file is another", async () => {
    const { store, history } = open();
    expect((await history.read()).events).toEqual([]);
    await history.read();
    expect(store.reads).toBe(1);
    await history.add([event("a.md")]);
    expect((await history.read()).events).toEqual([event("a.md")]);
    store.text = "";
    history.forget();
    expect((await history.read()).events).toEqual([]);
  });

  it("keeps events that are added at the same moment, each in its turn", async () => {
    const { store, history } = open("{damaged");
    await Promise.all([1, 2, 3].map((at) => history.add([event("a.md", at)])));
    expect(store.text?.split("\n")).toHaveLength(5);
    expect((await history.read()).events.map(({ at }) => at)).toEqual([1, 2, 3]);
  });

  it("says what could not be written or read, and tries again the next time", async () => {
    const { store, history } = open("");
    store.failure = new Error("full");
    await expect(history.add([event("a.md", 1)])).rejects.toThrow("full");
    await expect(history.read()).rejects.toThrow("full");
    store.failure = undefined;
    await history.add([event("a.md", 2)]);
    expect((await history.read()).events.map(({ at }) => at)).toEqual([2]);
  });

  it("tells of damaged lines once, and again when there are more", async () => {
    const { store, history, damage } = open("{\n[]\n");
    await history.read();
    await history.add([event("a.md")]);
    await history.read();
    expect(damage).toEqual([2]);
    store.text += "{\n";
    history.forget();
    await history.read();
    expect(damage).toEqual([2, 3]);
  });

  it("is found out once for the same notes, however many ask", async () => {
    const { history } = open();
    await history.add([event("TIL/나.md", 1)]);
    const notes = [noteOf("TIL/나.md", "- 글\n")];
    const readText = () => Promise.reject(new Error("not read"));
    const [one, other] = await Promise.all([history.ofNotes(notes, readText), history.ofNotes(notes, readText)]);
    expect(one).toBe(other);
    await history.add([event("TIL/나.md", 2)]);
    expect((await history.ofNotes(notes, readText)).get("TIL/나.md")).toHaveLength(2);
  });

  it("reads texts only where a note has gone, and finds it by its text under another name", async () => {
    const { history } = open();
    const text = "- 하나만 들어감\n";
    const notes = [noteOf("TIL/새것.md", text), noteOf("TIL/나.md", "- 다른 것\n"), noteOf("글.md", text)];
    const texts: Record<string, string> = { "TIL/새것.md": text };
    const read: string[] = [];
    const readText = async (path: string): Promise<string> => {
      read.push(path);
      const found = texts[path];
      if (found === undefined) throw new Error("gone");
      return found;
    };
    await history.add([event("TIL/나.md", 1)]);
    expect([...(await history.ofNotes(notes, readText)).keys()]).toEqual(["TIL/나.md"]);
    expect(read).toEqual([]);
    const { gistOf } = await import("../../../../src/core/recall/history/gist.ts");
    await history.add([event("TIL/헌것.md", 2, gistOf(noteOf("TIL/헌것.md", text), text))]);
    expect([...(await history.ofNotes(notes, readText)).keys()].sort()).toEqual(["TIL/나.md", "TIL/새것.md"]);
    // What has a history of its own was not renamed from anything.
    expect(read).toEqual(["TIL/새것.md"]);
    await history.ofNotes([...notes], readText);
    expect(read).toHaveLength(1);
  });
});

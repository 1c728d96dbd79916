import { describe, expect, it } from "vitest";
import type { KeptGistsDeps } from "../../../../src/core/recall/history/keptGists.ts";
import type { RecallEvent } from "../../../../src/core/recall/history/recallEvent.ts";
import { type HistoryStore, RecallHistory } from "../../../../src/core/recall/history/recallHistory.ts";
import { MemoryCache } from "../../../support/memoryCache.ts";
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

function open(text?: string, keep?: KeptGistsDeps): { store: MemoryStore; history: RecallHistory; damage: number[] } {
  const store = new MemoryStore();
  store.text = text;
  const damage: number[] = [];
  const history = new RecallHistory(store, {
    ...{ concurrency: 2, timeZone: "Asia/Seoul" },
    onDamage: (count) => damage.push(count),
    ...(keep && { keep }),
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

  describe("after a note has gone for good", () => {
    const COUNT = 100;
    const texts = new Map(Array.from({ length: COUNT }, (_, at) => [`TIL/${at}.md`, `- 배운 것 ${at}\n`]));
    const notes = [...texts].map(([path, text]) => noteOf(path, text));
    const lost = event("TIL/지움.md", 1, "1");

    /** A window of its own: what it reads, with what others kept. */
    async function windowWith(cache: MemoryCache, stamps: ReadonlyMap<string, number> = new Map(), of = notes) {
      const read: string[] = [];
      const { history } = open(undefined, { cache, stampOf: ({ path }) => stamps.get(path) ?? 1 });
      await history.add([lost]);
      const readText = async (path: string): Promise<string> => {
        read.push(path);
        return texts.get(path) ?? "";
      };
      const histories = await history.ofNotes(of, readText);
      return { read, histories, history, readText };
    }

    it("reads the texts of others in one window, and in the next those that changed", async () => {
      const cache = new MemoryCache();
      expect((await windowWith(cache)).read).toHaveLength(COUNT);
      expect((await windowWith(cache)).read).toEqual([]);
      expect((await windowWith(cache, new Map([["TIL/7.md", 2]]))).read).toEqual(["TIL/7.md"]);
      expect(cache.writes).toBe(1);
      // By another title, as other settings have it, the text may begin elsewhere.
      const titled = notes.map((note) => (note.path === "TIL/8.md" ? { ...note, title: "배운 것 8" } : note));
      expect((await windowWith(cache, new Map(), titled)).read).toEqual(["TIL/8.md"]);
    });

    it("finds a note under its new name by what was kept", async () => {
      const cache = new MemoryCache();
      await windowWith(cache);
      const { history, read, readText } = await windowWith(cache);
      const { gistOf } = await import("../../../../src/core/recall/history/gist.ts");
      const renamed = noteOf("TIL/9.md", texts.get("TIL/9.md"));
      await history.add([event("TIL/옛 이름.md", 2, gistOf(renamed, texts.get("TIL/9.md") ?? ""))]);
      expect([...(await history.ofNotes(notes, readText)).keys()]).toEqual(["TIL/9.md"]);
      expect(read).toEqual([]);
    });

    it("reads anew where what was kept is damaged or of another version", async () => {
      for (const kept of ["", "gists 0\n1 1", "gists 1\n\u0000\n 1\n1\n1 1 1"]) {
        const cache = new MemoryCache();
        cache.contents.set("gists", new TextEncoder().encode(kept));
        expect((await windowWith(cache)).read, kept).toHaveLength(COUNT);
      }
    });

    it("keeps nothing of a text that could not be read", async () => {
      const cache = new MemoryCache();
      const { history } = open(undefined, { cache, stampOf: () => 1 });
      await history.add([lost]);
      await history.ofNotes(notes, async (path) => {
        if (path === "TIL/3.md") throw new Error("not now");
        return texts.get(path) ?? "";
      });
      expect((await windowWith(cache)).read).toEqual(["TIL/3.md"]);
    });

    it("keeps nothing of what is not saved", async () => {
      const cache = new MemoryCache();
      const { history } = open(undefined, { cache, stampOf: () => undefined });
      await history.add([lost]);
      await history.ofNotes(notes, async (path) => texts.get(path) ?? "");
      expect(new TextDecoder().decode(cache.contents.get("gists"))).toBe("gists 1");
      expect((await windowWith(cache)).read).toHaveLength(COUNT);
    });
  });
});

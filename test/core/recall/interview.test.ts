import { beforeEach, describe, expect, it } from "vitest";
import { type Note, noteId } from "../../../src/core/note/note.ts";
import { readNotes } from "../../../src/core/note/readNote.ts";
import type { DueNote } from "../../../src/core/recall/dueNotes.ts";
import type { Examiner, Exchange } from "../../../src/core/recall/examiner.ts";
import { gistOf } from "../../../src/core/recall/history/gist.ts";
import type { RecallEvent } from "../../../src/core/recall/history/recallEvent.ts";
import { Interview, type InterviewPorts } from "../../../src/core/recall/interview.ts";
import type { RecallState } from "../../../src/core/recall/recallState.ts";
import { parseMarkdown } from "../../../src/markdown.ts";
import { defaultRules, noteOf } from "../../support/notebook.ts";
import { day } from "../calendar/days.ts";

const TEXTS: Readonly<Record<string, string>> = {
  "TIL/2025-05-01-락.md": "- 락을 잡는다\n",
  "TIL/2025-05-02-큐.md": "- 큐에 넣는다\n",
  "TIL/2025-05-03-빈것.md": "---\ntitle: 빈것\n---\n",
  "TIL/2025-05-04-해시.md": "- **해시**를 셈한다\n",
};

let states: RecallState[];
let recorded: RecallEvent[];
let failure: Error | undefined;
let texts: Record<string, string>;

beforeEach(() => {
  states = [];
  recorded = [];
  failure = undefined;
  texts = { ...TEXTS };
});

const NOTES: readonly DueNote[] = Object.entries(TEXTS).map(([path, text]) => ({
  note: noteOf(path, text),
  reviews: 0,
}));

function interview(ports: Partial<InterviewPorts> = {}, notes = NOTES): Interview {
  return new Interview(notes, {
    today: day("2025-07-01"),
    parseMarkdown,
    now: () => 1_000,
    readNow: async (note) => {
      const text = texts[note.path];
      return text === undefined ? undefined : { note: noteOf(note.path, text), text };
    },
    record: async (event) => {
      if (failure !== undefined) throw failure;
      recorded.push(event);
    },
    show: (state) => states.push(state),
    outlook: async () => ({ more: 0, next: "" }),
    ...ports,
  });
}

const last = (): RecallState => {
  const state = states.at(-1);
  if (state === undefined) throw new Error("nothing is shown");
  return state;
};
/** Lets what was begun go on until it waits for something else than a promise. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("a round of questions", () => {
  it("asks one at a time, shows the note, keeps each answer at once, and tells the end of it", async () => {
    const round = interview();
    await round.goOn();
    expect(last()).toMatchObject({ step: "asking", card: 0, position: 1, total: 4, answer: "" });
    await round.reveal(0, "잡고 놓는다");
    expect(last()).toMatchObject({
      step: "reading",
      answer: "잡고 놓는다",
      note: { title: "락", day: "2025년 5월 1일 목요일 (61일 전)", isCut: false },
    });
    await round.judge(0, "known");
    expect(recorded).toMatchObject([
      { at: 1_000, note: "TIL/2025-05-01-락.md", title: "락", event: "review", recalled: "known", asked: "title" },
    ]);
    expect(recorded[0]?.gist).not.toBe("");
    expect(last()).toMatchObject({ step: "asking", card: 1, position: 2, total: 4 });
    await round.skip(1);
    // A note without words is passed over, and counted no more.
    expect(last()).toMatchObject({ step: "asking", card: 3, position: 3, total: 3 });
    await round.reveal(3, "");
    await round.judge(3, "unknown");
    expect(last()).toEqual({
      ...{ step: "end", counts: { known: 1, hazy: 0, unknown: 1 }, skipped: 1 },
      ...{ unknown: [{ card: 3, title: "해시" }], outlook: { more: 0, next: "" } },
    });
    expect(round.isOver).toBe(true);
    expect(round.noteOf(3)?.title).toBe("해시");
    expect(recorded).toHaveLength(2);
  });

  it("ends at any time with what was answered so far", async () => {
    const round = interview();
    await round.goOn();
    await round.reveal(0, "");
    await round.judge(0, "hazy");
    await round.end();
    expect(last()).toMatchObject({ step: "end", counts: { known: 0, hazy: 1, unknown: 0 }, skipped: 0 });
    await round.judge(1, "known");
    await round.skip(1);
    await round.reveal(1, "");
    expect(last().step).toBe("end");
    expect(recorded).toHaveLength(1);
  });

  it("shows a page that comes back what it showed, with what was written", async () => {
    const round = interview();
    await round.goOn();
    round.keep(0, "반쯤");
    round.keep(7, "다른 질문의 답");
    round.tell();
    expect(last()).toMatchObject({ step: "asking", card: 0, answer: "반쯤" });
    await round.reveal(0, "반쯤 적었다");
    round.tell();
    expect(last()).toMatchObject({ step: "reading", answer: "반쯤 적었다" });
  });

  it("stays with a question whose answer could not be written, and takes the answer then", async () => {
    const round = interview();
    await round.goOn();
    await round.reveal(0, "");
    failure = new Error("full");
    await expect(round.judge(0, "known")).rejects.toThrow("full");
    expect(last()).toMatchObject({ step: "reading", card: 0 });
    failure = undefined;
    await round.judge(0, "known");
    expect(recorded).toHaveLength(1);
    expect(last()).toMatchObject({ step: "asking", card: 1, position: 2 });
  });

  it("takes two clicks for one answer, and none for a question that is not asked", async () => {
    const round = interview();
    await round.goOn();
    await round.judge(0, "known");
    expect(recorded).toEqual([]);
    await round.reveal(0, "");
    await Promise.all([round.judge(0, "known"), round.judge(0, "unknown"), round.skip(0)]);
    await round.judge(0, "hazy");
    expect(recorded.map((event) => event.event === "review" && event.recalled)).toEqual(["known"]);
    expect(last()).toMatchObject({ step: "asking", card: 1 });
  });

  it("shows a day of a diary as it is now, wherever it stands by now", async () => {
    const path = "일기/2025-05.md";
    const before = "# 5월\n\n## 2025-05-02\n\n- 큐에 넣는다\n\n## 2025-05-01\n\n- 락을 잡는다\n";
    const isFirst = (note: Note): boolean => noteId(note) === `${path}#2025-05-01`;
    const first = readNotes(path, before, defaultRules).find(isFirst);
    if (first === undefined) throw new Error("no section");
    const after = before
      .replace("# 5월\n", "# 5월\n\n## 2025-05-03\n\n- 새로 쓴 날\n")
      .replace("잡는다", "잡고 놓는다");
    const now = readNotes(path, after, defaultRules).find(isFirst);
    if (now === undefined) throw new Error("no section any more");
    const round = interview({ readNow: async () => ({ note: now, text: after }) }, [{ note: first, reviews: 0 }]);
    await round.goOn();
    await round.reveal(0, "");
    expect(JSON.stringify(last())).toContain("락을 잡고 놓는다");
    expect(JSON.stringify(last())).not.toContain("새로 쓴 날");
    await round.judge(0, "known");
    expect(recorded).toMatchObject([{ note: `${path}#2025-05-01`, gist: gistOf(now, after) }]);
  });

  it("hands what was being answered to the next round when it is left", async () => {
    const round = interview();
    await round.goOn();
    expect(round.unfinished).toBe(undefined);
    round.keep(0, "반쯤 적은 ");
    await round.end();
    const next = interview({ unfinished: round.unfinished });
    await next.goOn();
    expect(last()).toMatchObject({ step: "asking", card: 0, answer: "반쯤 적은 " });
    await next.reveal(0, "다 적었다");
    // Not judged yet: it is not lost with this round either.
    expect(next.unfinished).toEqual({ note: "TIL/2025-05-01-락.md", answer: "다 적었다" });
    await next.judge(0, "known");
    expect(next.unfinished).toBe(undefined);
    const other = interview({ unfinished: { note: "TIL/2025-05-02-큐.md", answer: "큐의 답" } });
    await other.goOn();
    expect(last()).toMatchObject({ card: 0, answer: "" });
    await other.skip(0);
    expect(last()).toMatchObject({ card: 1, answer: "큐의 답" });
  });

  it("ends when it is not known how it goes on, and while the next note is still read", async () => {
    const round = interview({ outlook: () => Promise.reject(new Error("no history")) });
    await round.goOn();
    await expect(round.end()).rejects.toThrow("no history");
    expect(last()).toMatchObject({ step: "end", skipped: 0 });
    expect(last()).not.toHaveProperty("outlook");

    let read: () => void = () => undefined;
    const slow = interview({
      readNow: (note) =>
        new Promise((resolve) => {
          read = () => resolve({ note, text: "- 늦게 읽은 글\n" });
        }),
    });
    const going = slow.goOn();
    await slow.end();
    read();
    await going;
    expect(last().step).toBe("end");
    expect(slow.isOver).toBe(true);
  });

  it("passes over notes that have gone since", async () => {
    texts = {};
    const round = interview();
    await round.goOn();
    expect(last()).toMatchObject({ step: "end", counts: { known: 0, hazy: 0, unknown: 0 }, unknown: [] });
  });
});

/** A model whose pieces are let out one by one. */
class Model implements Examiner {
  readonly asked: { readonly prompt: string; readonly cancellation: { readonly aborted: boolean } }[] = [];
  #pieces: ((piece: IteratorResult<string>) => void)[] = [];

  async ask({ title }: { title: string }, cancellation: { readonly aborted: boolean }): Promise<Exchange> {
    return this.#answer(`묻기 ${title}`, cancellation);
  }

  async judge(
    _: unknown,
    question: string,
    answer: string,
    cancellation: { readonly aborted: boolean },
  ): Promise<Exchange> {
    return this.#answer(`견주기 ${question} / ${answer}`, cancellation);
  }

  #answer(prompt: string, cancellation: { readonly aborted: boolean }): Exchange {
    this.asked.push({ prompt, cancellation });
    const next = () => new Promise<IteratorResult<string>>((resolve) => this.#pieces.push(resolve));
    return { model: "모델", sent: prompt, said: { [Symbol.asyncIterator]: () => ({ next }) } };
  }

  async say(...pieces: readonly string[]): Promise<void> {
    for (const value of pieces) {
      this.#pieces.shift()?.({ done: false, value });
      await settle();
    }
  }

  async finish(): Promise<void> {
    this.#pieces.shift()?.({ done: true, value: undefined });
    await settle();
  }
}

describe("a round with a model", () => {
  const made = "모델이 질문을 만들지 못했어요. 노트로 물어볼게요.";

  it("shows its question as it comes, and what it says of the answer", async () => {
    const model = new Model();
    const round = interview({ findExaminer: async () => model });
    await round.goOn();
    await settle();
    expect(last()).toMatchObject({ step: "asking", making: "" });
    await model.say("락은 ", "왜 필요한가요?");
    expect(last()).toMatchObject({ step: "asking", making: "락은 왜 필요한가요?", hasSent: true });
    await model.finish();
    expect(last()).toMatchObject({ question: { asked: "model", text: "락은 왜 필요한가요?" }, remark: undefined });
    expect(last()).toHaveProperty("making", undefined);
    const revealing = round.reveal(0, "한 번에 하나라서");
    await settle();
    expect(last()).toMatchObject({ step: "reading", verdict: { text: "", isDone: false } });
    await model.say("맞아요.");
    expect(last()).toMatchObject({ verdict: { text: "맞아요.", isDone: false } });
    await model.finish();
    await revealing;
    expect(last()).toMatchObject({ verdict: { text: "맞아요.", isDone: true } });
    expect(model.asked[1]?.prompt).toBe("견주기 락은 왜 필요한가요? / 한 번에 하나라서");
    round.showSent(0);
    expect(last()).toMatchObject({
      sent: [
        { model: "모델", text: "묻기 락" },
        { model: "모델", text: "견주기 락은 왜 필요한가요? / 한 번에 하나라서" },
      ],
    });
    round.showSent(0);
    expect(last()).toHaveProperty("sent", undefined);
    await round.judge(0, "known");
    expect(recorded).toMatchObject([{ asked: "model" }]);
  });

  it("sends no empty answer", async () => {
    const model = new Model();
    const round = interview({ findExaminer: async () => model });
    await round.goOn();
    await settle();
    await model.say("왜요?");
    await model.finish();
    await round.reveal(0, " \n");
    expect(model.asked).toHaveLength(1);
  });

  it("waits no longer than the person wants to, and heeds nothing that comes late", async () => {
    const model = new Model();
    const round = interview({ findExaminer: async () => model });
    await round.goOn();
    await settle();
    round.stopModel(0);
    expect(last()).toMatchObject({ step: "asking", question: { asked: "title" } });
    expect(last()).toHaveProperty("making", undefined);
    expect(model.asked[0]?.cancellation.aborted).toBe(true);
    const count = states.length;
    await model.say("늦은 질문");
    await model.finish();
    expect(states).toHaveLength(count);
    await round.skip(0);
    await settle();
    expect(last()).toMatchObject({ card: 1, making: "" });
    await round.end();
    expect(model.asked[1]?.cancellation.aborted).toBe(true);
  });

  it("keeps what it has said of an answer when it is stopped", async () => {
    const model = new Model();
    const round = interview({ findExaminer: async () => model });
    await round.goOn();
    round.stopModel(0);
    void round.reveal(0, "답");
    await settle();
    await model.say("여기까");
    await model.say("여기까지");
    round.stopModel(0);
    expect(last()).toMatchObject({ step: "reading", verdict: { isDone: true } });
  });

  it.each<[string, Partial<Examiner>]>([
    ["cannot be asked", { ask: () => Promise.reject(new Error("no permission")) }],
    [
      "throws",
      {
        ask: () => {
          throw new Error("at once");
        },
      },
    ],
    ["says nothing", { ask: () => Promise.resolve(exchange([])) }],
    ["says nothing of words", { ask: () => Promise.resolve(exchange(["  ", "…?"])) }],
    ["says far too much", { ask: () => Promise.resolve(exchange(["말".repeat(3_000)])) }],
    ["breaks off", { ask: () => Promise.resolve(exchange(["락은", new Error("network")])) }],
  ])("asks by itself, with a quiet line, when the model %s", async (_, broken) => {
    const examiner: Examiner = { ask: async () => exchange([]), judge: async () => exchange([]), ...broken };
    const round = interview({ findExaminer: async () => examiner });
    await round.goOn();
    await settle();
    expect(last()).toMatchObject({ step: "asking", question: { asked: "title" }, remark: made });
    void round.reveal(0, "답");
    expect(last()).toMatchObject({ step: "reading", remark: undefined });
    await settle();
    expect(last()).toMatchObject({ step: "reading", remark: "모델이 답을 견주지 못했어요. 노트를 보고 골라 주세요." });
    expect(last()).toHaveProperty("verdict", undefined);
    await round.judge(0, "hazy");
    expect(recorded).toMatchObject([{ asked: "title", recalled: "hazy" }]);
  });

  it("goes on without one that cannot be found", async () => {
    const round = interview({ findExaminer: () => Promise.reject(new Error("none")) });
    await round.goOn();
    expect(last()).toMatchObject({ step: "asking", question: { asked: "title" }, remark: undefined });
  });
});

function exchange(pieces: readonly (string | Error)[]): Exchange {
  return {
    model: "모델",
    sent: "보낸 것",
    said: (async function* () {
      for (const piece of pieces) {
        if (piece instanceof Error) throw piece;
        yield piece;
      }
    })(),
  };
}

import { describe, expect, it } from "vitest";
import { noteBlocks } from "../../src/core/recall/noteBlocks.ts";
import { askAbout } from "../../src/core/recall/question/askAbout.ts";
import { parseMarkdown } from "../../src/markdown.ts";
import { isRecallRequest } from "../../src/webview/messages/recall.ts";
import { isRecallNews } from "../../src/webview/messages/recallNews.ts";

/** As it arrives on the other side. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const TEXT =
  "## 하나\n\n- **굵은** 말은 `code`와 다르다\n\n1. 차례\n\n> 옮김\n\n---\n\n```\nx\n```\n\n| 가 |\n| - |\n| 나 |\n";
const card = {
  ...{ card: 0, position: 1, total: 2, answer: "", hasSent: false, remark: undefined, sent: undefined },
  question: askAbout({ id: "a.md", title: "2025-05-01", text: TEXT, reviews: 0 }),
};
const note = { title: "락", day: "", ...noteBlocks(TEXT, parseMarkdown) };

describe("what the page that asks and the extension say to each other", () => {
  it.each([
    [{ type: "show" }],
    [{ type: "again" }],
    [{ type: "keep", card: 0, answer: "" }],
    [{ type: "reveal", card: 3, answer: "답" }],
    [{ type: "judge", card: 0, recalled: "hazy" }],
    [{ type: "openNote", card: 12 }],
  ])("%j is a request", (request) => {
    expect(isRecallRequest(request)).toBe(true);
  });

  it.each([
    [{ type: "judge", card: 0 }],
    [{ type: "judge", card: 0, recalled: "easy" }],
    [{ type: "judge", card: -1, recalled: "known" }],
    [{ type: "reveal", card: 0 }],
    [{ type: "skip" }],
    [{ type: "run", command: "x" }],
    [{ type: "openNote", card: "../../etc" }],
    [null],
  ])("%j is none", (request) => {
    expect(isRecallRequest(request)).toBe(false);
  });

  it.each([
    ["loading", { step: "loading" }],
    ["a failure", { step: "failed" }],
    ["the end alone", { step: "end", counts: { known: 0, hazy: 0, unknown: 0 }, skipped: 0, unknown: [] }],
    ["a question", { step: "asking", ...card, making: undefined }],
    ["a question in the making", { step: "asking", ...card, making: "락은" }],
    ["a note", { step: "reading", ...card, note, verdict: { text: "맞아요", isDone: true } }],
    [
      "the end",
      {
        ...{ step: "end", counts: { known: 1, hazy: 0, unknown: 1 }, skipped: 0, unknown: [{ card: 1, title: "락" }] },
        outlook: { more: 3, next: "" },
      },
    ],
  ])("%s is news, and nothing that lacks a part of it or has one of another form", (_, state) => {
    expect(isRecallNews(sent({ type: "state", state }))).toBe(true);
    for (const [key, value] of Object.entries(sent(state) as Record<string, unknown>)) {
      if (key === "making" || key === "verdict") continue;
      if (key !== "outlook")
        expect(isRecallNews({ type: "state", state: { ...state, [key]: undefined } }), key).toBe(false);
      expect(isRecallNews({ type: "state", state: { ...state, [key]: [value] } }), key).toBe(false);
    }
  });

  it("takes no block for one that is not", () => {
    for (const block of [
      { type: "html", text: "<b>" },
      { type: "list", items: [["x"]] },
      { type: "code", text: 1 },
    ]) {
      const state = { step: "reading", ...card, note: { ...note, blocks: [block] } };
      expect(isRecallNews({ type: "state", state }), JSON.stringify(block)).toBe(false);
    }
  });
});

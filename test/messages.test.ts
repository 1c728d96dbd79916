import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { expectGolden } from "./support/golden.ts";
import { type Message, type MessageKind, messagesIn, messagesOf } from "./support/messages.ts";

const messages = messagesIn(fileURLToPath(new URL("../src", import.meta.url)));

/** The one place where everything is listed that the product says; written with UPDATE_GOLDEN=1. */
const LIST = new URL("messages.golden.md", import.meta.url);

const HEADINGS: Readonly<Record<MessageKind, string>> = {
  failure: "Failures: what happened and what to do",
  usage: "Of the terminal, with the usage below",
  news: "News",
  question: "Questions",
  text: "Other sentences",
  label: "Labels",
  made: "Made elsewhere of what is listed here",
};

function listed(): string {
  const parts = (Object.keys(HEADINGS) as MessageKind[]).map((kind) => {
    const lines = messages
      .filter((message) => message.kind === kind)
      .map(
        ({ file, text, hasAction }) =>
          `- ${JSON.stringify(text).slice(1, -1)}${hasAction ? " [button]" : ""} (${file})`,
      );
    return `## ${HEADINGS[kind]}\n\n${lines.join("\n")}\n`;
  });
  return `# What the product says\n\n${parts.join("\n")}`;
}

/** What is given to a message is made of texts that are listed by these functions, or by the callers of this one. */
const MADE = [
  "activate.ts: message",
  "core/import/zip/openZip.ts: problem",
  "features/browse/tags/renameEverywhere.ts: message",
  "features/browse/tags/renameEverywhere.ts: message + left",
  "features/import/bringIn.ts: sentences([all, ...plan.remarks])",
  "features/import/bringIn.ts: error.message",
  "features/import/bringIn.ts: message",
  "features/import/offerLayout.ts: offer.question",
  "features/publish/commitToday.ts: outcome.message",
  "features/publish/copyForPasting.ts: post.message",
  "features/publish/drafts/publishDraft.ts: describeRefusal(plan)",
  "features/publish/push.ts: news",
  "features/publish/push.ts: engine.pushProblem(gitErrorCode(error))",
  "node/cli/importPosts.ts: describeWriteProblem(planned.problem)",
  "node/cli/newNote.ts: describeWriteProblem(plan.problem)",
  "node/cli/publish.ts: describeRefusal(plan)",
  "node/cli/retro.ts: describeWriteProblem(plan.problem)",
  'node/cli/retro.ts: describeWriteProblem({ reason: "path", setting: "retro.path", problem: place.problem })',
  "node/cli/retro.ts: describeWriteProblem(composed.problem)",
  'vscode/edits/editable.ts: describeWriteProblem({ reason: "conflict", path: nameOf(uri) })',
  "vscode/refusal.ts: describeWriteProblem(problem)",
  "vscode/registerCommand.ts: message",
  "vscode/warnOfImages.ts: describeImageProblems(problems)",
];

const name = ({ file, text }: Message): string => `${file}: ${text}`;
const of = (...kinds: readonly MessageKind[]) => messages.filter(({ kind }) => kinds.includes(kind));

/** Without what is filled in at the end, be it in brackets or behind a colon. */
const closed = (text: string): string => text.replace(/(?: ?\(\{…\}\)|:? ?\{…\})+$/, "").trim();
/** The end of a polite sentence. */
const isSentence = (text: string): boolean => /(?:요|니다|까요)[.?]?[)」]?$/.test(closed(text));
/** A sentence that says what the person can do. */
const saysWhatToDo = (text: string): boolean => /세요|수 있어요|면 돼요|까요\?|면 [^.]*(?:요|니다)\./.test(text);

describe("what the product says", () => {
  it("is listed in one place", () => {
    expect(messages.length).toBeGreaterThan(200);
    expectGolden(listed(), LIST);
  });

  it("is made of literals here, or of a function's that are listed as well", () => {
    expect(of("made").map(name)).toEqual(MADE);
  });

  it("is found wherever it is said", () => {
    const source = `
      const late = busy ? "바빠요." : "쉬어요.";
      window.showInformationMessage(late, "열기");
      throw new Notice(\`\${name} 파일이 \` + "없어요.", { title: "찾기" });
      window.showWarningMessage("지울까요?", { modal: true, detail: "되찾기 어려워요." }, "지우기");
      throw new Error("bug"); throw new UsageError(describe(it));`;
    expect(messagesOf("a.ts", source).map(({ kind, text, hasAction }) => [kind, text, hasAction])).toEqual([
      ["news", "바빠요.", true],
      ["news", "쉬어요.", true],
      ["failure", "{…} 파일이 ", true],
      ["failure", "없어요.", true],
      ["question", "지울까요?", true],
      ["made", "describe(it)", false],
      ["label", "찾기", false],
      ["text", "되찾기 어려워요.", false],
    ]);
  });

  it("is Korean", () => {
    expect(
      of("failure", "usage", "news", "question")
        .filter(({ text }) => text !== "" && !/[가-힣]/.test(text))
        .map(name),
    ).toEqual([]);
  });

  it("is whole, polite sentences", () => {
    expect(
      of("failure", "usage", "news", "question")
        .filter(({ text }) => !isSentence(text))
        .map(name),
      // A row of sentences.
    ).toEqual(["features/retro/updateRetro.ts: {…} 회고: {…}{…}"]);
  });

  it("says what to do where something failed, or has a button that does it", () => {
    expect(
      of("failure")
        .filter(({ text, hasAction }) => !hasAction && !saysWhatToDo(text))
        .map(name),
    ).toEqual([]);
  });
});

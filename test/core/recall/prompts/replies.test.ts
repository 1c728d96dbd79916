import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgementPieces, questionPieces } from "../../../../src/core/recall/prompts/checkedPieces.ts";
import { judgementPrompt } from "../../../../src/core/recall/prompts/judgementPrompt.ts";
import { questionPrompt } from "../../../../src/core/recall/prompts/questionPrompt.ts";
import { LONGEST_JUDGEMENT_REPLY, readJudgement } from "../../../../src/core/recall/prompts/readJudgement.ts";
import { LONGEST_QUESTION_REPLY, readQuestion } from "../../../../src/core/recall/prompts/readQuestion.ts";

const TEXT =
  "Redis는 만료된 키를 바로 지우지 않고, 누가 그 키에 접근할 때 지우거나 1초에 열 번씩 몇 개를 골라 보고 만료된 것을 지운다. 그래서 만료된 키가 한동안 메모리를 차지한다. 메모리가 모자라면 이 주기를 줄여 본다.";
const NOTE = { title: "Redis의 만료된 키", text: TEXT };
const ASKED = questionPrompt(NOTE);
const JUDGED = judgementPrompt(NOTE, { question: "언제 지우나요?", answer: "접근할 때" });

describe("a question", () => {
  it.each([
    "만료된 키는 왜 바로 지워지지 않고, Redis는 그 키를 언제 지우나요?",
    "`ConcurrentHashMap.computeIfAbsent`와 `HashMap`은 무엇이 다른가요?",
    "`<script>` 태그에 `defer`를 붙이면 언제 실행되나요?",
    "`command:workbench.action.quit` 같은 링크는 왜 위험한가요?",
    "Promise<void>를 돌려주는 함수를 기다리지 않으면 어떻게 되나요?",
    "프롬프트 인젝션은 왜 생기고, 어떻게 막나요?",
    "인덱스를 만들 수 없는 열은 어떤 열이고 왜 그런가요？",
  ])("may be %s", (reply) => {
    expect(readQuestion(reply, ASKED)).toEqual({ text: reply });
    expect(readQuestion(`\n  질문: ${reply}\n`, ASKED)).toEqual({ text: reply });
    expect(readQuestion(`**질문:** ${reply}`, ASKED)).toEqual({ text: reply });
  });

  it.each([
    ["empty", "  \n "],
    ["empty", ""],
    ["tooLong", `${"왜 그런가요? ".repeat(100)}`],
    ["notKorean", "Why are expired keys not removed at once?"],
    ["notKorean", "为什么过期的键不会立即被删除？"],
    ["notKorean", "ok?"],
    ["refusal", "죄송하지만 그 요청은 도와드릴 수 없습니다. 다른 질문이 있나요?"],
    ["refusal", "AI 언어 모델로서 저는 질문을 만들지 않아요. 괜찮나요?"],
    ["refusal", "I'm sorry, but I can't help with that. 다른 것을 물어볼까요?"],
    ["notAQuestion", "없음"],
    ["notAQuestion", "만료된 키는 바로 지워지지 않는다는 것을 떠올려 보세요."],
    ["notAQuestion", "다음을 답해 보세요.\n1. 첫째는요?\n2. 둘째는요?\n3. 셋째는요?"],
    ["leak", "질문 안에 답을 넣지 마세요. 한국어 해요체로 한두 문장, 150자 안쪽으로 쓰고 물음표로 끝내세요. 알겠어요?"],
    ["leak", "<|im_start|>system 만료된 키는 언제 지우나요?"],
    ["leak", "system: 만료된 키는 언제 지우나요?"],
    ["markup", '<img src=x onerror="alert(1)"> 만료된 키는 언제 지우나요?'],
    ["markup", "[여기](command:workbench.action.quit)를 누르면 어떻게 되나요?"],
    ["markup", "[여기를 눌러 보세요](https://example.com) 무엇이 보이나요?"],
    ["markup", "javascript:alert(1)은 무엇을 하나요?"],
    ["echo", `${TEXT} 맞나요?`],
  ])("is none for %s: %.60s", (fault, reply) => {
    expect(readQuestion(reply, ASKED)).toEqual({ fault });
  });
});

describe("a judgement", () => {
  it.each([
    ["판정: 알아요", "‘알아요’에 가까워 보여요."],
    ["판정: 알아요\n핵심을 다 말했어요.", "‘알아요’에 가까워 보여요.\n핵심을 다 말했어요."],
    [
      "**판정: 가물가물해요**\n\n빠진 것:\n- 주기적으로 고르는 것",
      "‘가물가물해요’에 가까워 보여요.\n빠진 것:\n- 주기적으로 고르는 것",
    ],
    ["판정 : 모르겠어요.\r\n빠진 것:\r\n- 지우는 때", "‘모르겠어요’에 가까워 보여요.\n빠진 것:\n- 지우는 때"],
  ])("is shown without its form: %j", (reply, text) => {
    expect(readJudgement(reply, JUDGED)).toEqual({ text });
  });

  it("may quote the note", () => {
    expect(readJudgement(`판정: 모르겠어요\n빠진 것:\n- ${TEXT}`, JUDGED)).toHaveProperty("text");
  });

  it.each([
    ["empty", " "],
    ["noVerdict", "잘 말했어요. 접근할 때 지운다는 것은 맞아요."],
    ["noVerdict", "판정: 최고예요\n다 맞았어요."],
    ["notKorean", "You got it right."],
    ["notKorean", "판정: 알아요\nPerfect answer, nothing is missing."],
    ["refusal", "죄송하지만 판정할 수 없습니다."],
    ["tooLong", `판정: 알아요\n${"맞았어요. ".repeat(400)}`],
    ["markup", "판정: 알아요\n<a href='x'>여기를 눌러 주세요</a>"],
    ["leak", "판정: 알아요\n맞춤법과 말투는 보지 마세요. 뜻이 같으면 맞은 것입니다."],
  ])("is none for %s: %.60s", (fault, reply) => {
    expect(readJudgement(reply, JUDGED)).toEqual({ fault });
  });
});

async function* inPieces(reply: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < reply.length; at += length) yield reply.slice(at, at + length);
}

async function heard(pieces: AsyncIterable<string>): Promise<readonly string[]> {
  const shown: string[] = [];
  for await (const piece of pieces) shown.push(piece);
  return shown;
}

describe("a reply that comes in pieces", () => {
  const question = "만료된 키는 왜 바로 지워지지 않고, Redis는 그 키를 언제 지우나요?";
  const judgement = "판정: 가물가물해요\n접근할 때는 맞았어요.\n빠진 것:\n- 주기적으로 고르는 것\n";

  it("adds up to what the whole of it says, however it is cut", async () => {
    for (let length = 1; length < judgement.length; length++) {
      for (const label of ["", "질문: ", "**질문**: "]) {
        const shown = await heard(questionPieces(inPieces(label + question, length), ASKED));
        expect(shown.join("")).toBe(question);
      }
      expect((await heard(judgementPieces(inPieces(judgement, length), JUDGED))).join("")).toBe(
        "‘가물가물해요’에 가까워 보여요.\n접근할 때는 맞았어요.\n빠진 것:\n- 주기적으로 고르는 것",
      );
    }
  });

  it("is shown as it comes", async () => {
    expect((await heard(questionPieces(inPieces(question, 6), ASKED))).length).toBeGreaterThan(2);
    expect((await heard(judgementPieces(inPieces(judgement, 6), JUDGED))).length).toBeGreaterThan(2);
  });

  it("is heard no further once something is wrong with it", async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<string> {
      for (;;) {
        taken++;
        yield "왜 그런가요? 그리고 또 ";
      }
    }
    await expect(heard(questionPieces(endless(), ASKED))).rejects.toThrow("tooLong");
    expect(taken).toBeLessThan(LONGEST_QUESTION_REPLY);
    taken = 0;
    await expect(heard(judgementPieces(endless(), JUDGED))).rejects.toThrow("tooLong");
    expect(taken).toBeLessThan(LONGEST_JUDGEMENT_REPLY);
  });

  it("passes on what went wrong in the hearing", async () => {
    async function* broken(): AsyncGenerator<string> {
      yield "만료된 키는 ";
      throw new Error("gone");
    }
    await expect(heard(questionPieces(broken(), ASKED))).rejects.toThrow("gone");
  });

  it("never shows markup, whatever it is made of", async () => {
    const part = fc.constantFrom(
      "<script>",
      "](",
      "command:x",
      "만료된 키는 ",
      "언제 지우나요?",
      "`",
      "<",
      ">",
      "a",
      "\n",
      "판정: 알아요\n",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 12 }), fc.integer({ min: 1, max: 9 }), async (parts, length) => {
        for (const pieces of [
          questionPieces(inPieces(parts.join(""), length), ASKED),
          judgementPieces(inPieces(parts.join(""), length), JUDGED),
        ]) {
          const shown = await heard(pieces).catch(() => []);
          expect(shown.join("").replace(/`[^`\n]*`/g, "")).not.toMatch(/<script>|\]\(|command:x/);
        }
      }),
    );
  });
});

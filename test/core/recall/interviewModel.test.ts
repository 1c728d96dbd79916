import { expect, it } from "vitest";
import type { Exchange, FindExaminer } from "../../../src/core/recall/examiner.ts";
import { Interview } from "../../../src/core/recall/interview.ts";
import type { RecallState } from "../../../src/core/recall/recallState.ts";
import { parseMarkdown } from "../../../src/markdown.ts";
import { noteOf } from "../../support/notebook.ts";
import { day } from "../calendar/days.ts";

/** A round about one note, and what it shows last. */
function round(now: string | (() => string | undefined), findExaminer: FindExaminer, before?: string) {
  const textNow = typeof now === "string" ? () => now : now;
  const path = "TIL/2025-05-01-만료.md";
  const states: RecallState[] = [];
  const interview = new Interview([{ note: noteOf(path, before ?? textNow()), reviews: 0 }], {
    today: day("2025-07-01"),
    parseMarkdown,
    findExaminer,
    now: () => 1_000,
    readNow: async () => {
      const text = textNow();
      return text === undefined ? undefined : { note: noteOf(path, text), text };
    },
    record: async () => undefined,
    show: (state) => states.push(state),
    outlook: async () => ({ more: 0, next: "" }),
  });
  return { interview, last: () => states.at(-1) };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

it("asks about a private note, or one that cannot say whether it is, without a model", async () => {
  for (const head of ["private: true", "비공개: yes", "tags: [비공개]", "private: true\na: [1"]) {
    let looked = 0;
    const { interview, last } = round(`---\n${head}\n---\n\n- 만료된 키는 바로 지워지지 않는다\n`, async () => {
      looked++;
      return undefined;
    });
    await interview.goOn();
    await interview.reveal(0, "접근할 때");
    expect([looked, last()?.step], head).toEqual([0, "reading"]);
  }
});

it("shows no model a note that has become private since it was found, nor one that was", async () => {
  const open = "- 만료된 키는 바로 지워지지 않는다\n";
  const hidden = `---\nprivate: true\n---\n\n${open}`;
  for (const [now, before] of [
    [hidden, open],
    [open, hidden],
  ] as const) {
    let looked = 0;
    const { interview } = round(
      now,
      async () => {
        looked++;
        return undefined;
      },
      before,
    );
    await interview.goOn();
    await interview.reveal(0, "접근할 때");
    expect(looked).toBe(0);
  }
});

it("shows no model a note that becomes private while it is asked about", async () => {
  const open = "- 만료된 키는 바로 지워지지 않는다\n";
  for (const [later, judged] of [
    [open, 1],
    [`---\nprivate: true\n---\n\n${open}`, 0],
    [undefined, 0],
  ] as const) {
    let now: string | undefined = open;
    let count = 0;
    const said = async function* () {
      yield "언제 지워지나요?";
    };
    const judge = async (): Promise<Exchange> => {
      count++;
      return { model: "모델", sent: "", said: said() };
    };
    const { interview } = round(
      () => now,
      async () => ({ ask: async () => ({ model: "모델", sent: "", said: said() }), judge }),
    );
    await interview.goOn();
    await settle();
    now = later;
    await interview.reveal(0, "접근할 때");
    expect(count).toBe(judged);
  }
});

it("says why a model did not help, where its error tells", async () => {
  const failing = (remark?: string): Promise<Exchange> =>
    Promise.reject(remark === undefined ? new Error("cause") : Object.assign(new Error("cause"), { remark }));
  let remark: string | undefined = "모델이 오래 답하지 않았어요.";
  const { interview, last } = round("- 만료된 키는 바로 지워지지 않는다\n", async () => ({
    ask: () => failing(remark),
    judge: () => failing(remark),
  }));
  await interview.goOn();
  await settle();
  expect(last()).toMatchObject({ remark: "모델이 오래 답하지 않았어요. 노트로 물어볼게요." });
  remark = undefined;
  await interview.reveal(0, "접근할 때");
  await settle();
  expect(last()).toMatchObject({ remark: "모델이 답을 견주지 못했어요. 노트를 보고 골라 주세요." });
});

/** Language models for tests: each answers as its id says. Plain JavaScript, since both hosts load it as it is. */
const vscode = require("vscode");

const QUESTION = "만료된 키는 왜 바로 지워지지 않고, Redis는 그 키를 언제 지우나요?";
const JUDGEMENT =
  "판정: 가물가물해요\n접근할 때 지운다는 것은 맞았어요.\n빠진 것:\n- 주기적으로 무작위로 골라 지운다는 것\n- 그 주기가 기본 초당 10번이라는 것";

/** What each model says to a question asked for and to a judgement asked for. */
const SAYS = {
  good: (asksForJudgement) => (asksForJudgement ? JUDGEMENT : QUESTION),
  refuses: () => "죄송하지만 그 요청은 도와드릴 수 없습니다.",
  nonsense: () => "<a href='command:workbench.action.quit'>click</a> Sure! Here is what you asked for.",
  empty: () => "",
};

const FAILS = {
  blocked: () => vscode.LanguageModelError.Blocked("quota"),
  forbidden: () => vscode.LanguageModelError.NoPermissions("no"),
  gone: () => vscode.LanguageModelError.NotFound("gone"),
  fails: () => new Error("the network is down"),
};

exports.activate = ({ subscriptions }) => {
  const sent = [];
  let cancelled = 0;
  subscriptions.push(
    vscode.commands.registerCommand("tomaknote-test-model.sent", () => sent),
    vscode.commands.registerCommand("tomaknote-test-model.cancelled", () => cancelled),
    vscode.lm.registerLanguageModelChatProvider("tomaknote-test", {
      provideLanguageModelChatInformation: () =>
        [...Object.keys(SAYS), ...Object.keys(FAILS), "slow", "silent"].map((id) => ({
          id,
          name: `Test ${id}`,
          family: "test",
          version: "1",
          maxInputTokens: 8000,
          maxOutputTokens: 2000,
          isUserSelectable: true,
          isDefault: id === "good",
          capabilities: { toolCalling: true },
        })),
      async provideLanguageModelChatResponse({ id }, messages, _options, progress, token) {
        const text = messages.flatMap(({ content }) => content.map((part) => part.value ?? "")).join("\n");
        sent.push({ model: id, text });
        const fail = FAILS[id];
        if (fail !== undefined) throw fail();
        const stopped = new Promise((resolve) =>
          token.onCancellationRequested(() => {
            cancelled++;
            resolve();
          }),
        );
        if (id === "silent") return stopped;
        const asksForJudgement = text.includes("판정:");
        const answer = SAYS[id === "slow" ? "good" : id](asksForJudgement);
        for (const [index, piece] of (answer.match(/[\s\S]{1,12}/g) ?? []).entries()) {
          progress.report(new vscode.LanguageModelTextPart(piece));
          // A few pieces, and then nothing until it is stopped.
          if (id === "slow" && index === 2) return stopped;
        }
      },
      provideTokenCount: async (_model, text) => String(text).length,
    }),
  );
};

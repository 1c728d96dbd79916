import { expect } from "chai";
import * as vscode from "vscode";
import { askModel } from "../../../src/vscode/conversation/askModel.ts";
import { ModelFailure } from "../../../src/vscode/conversation/modelFailure.ts";
import { runCommand, waitFor } from "../support.ts";

/** A model of test/harness/modelExtension, which answers as its id says. */
function modelCalled(id: string): Promise<vscode.LanguageModelChat> {
  return waitFor(`a model "${id}"`, async () => {
    const [model] = await vscode.lm.selectChatModels({ vendor: "tomaknote-test", id });
    return model;
  });
}

async function heard(pieces: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

const never = new vscode.CancellationTokenSource().token;

async function failureOf(id: string): Promise<unknown> {
  return heard(askModel(await modelCalled(id), "질문 하나만", never)).catch((error: unknown) => error);
}

describe("asking a language model", () => {
  it("hands on what it says as it comes", async () => {
    const pieces = await heard(askModel(await modelCalled("good"), "질문 하나만", never));
    expect(pieces.join("")).to.equal("만료된 키는 왜 바로 지워지지 않고, Redis는 그 키를 언제 지우나요?");
    const sent = await runCommand<readonly { text: string }[]>("tomaknote-test-model.sent");
    expect(sent.at(-1)?.text).to.equal("질문 하나만");
  });

  for (const [id, reason] of [
    ["blocked", "blocked"],
    ["forbidden", "forbidden"],
    ["gone", "gone"],
    ["fails", "failed"],
  ] as const) {
    it(`says ${reason} for a model that ${id}`, async () => {
      const error = await failureOf(id);
      expect(error).to.be.instanceOf(ModelFailure);
      expect(error).to.include({ reason });
    });
  }

  it("gives up on a silent one, and stops it", async () => {
    const before = await runCommand<number>("tomaknote-test-model.cancelled");
    const pieces = askModel(await modelCalled("silent"), "질문 하나만", never, { first: 50, between: 50 });
    const error = await heard(pieces).catch((failure: unknown) => failure);
    expect(error).to.include({ reason: "timeout" });
    await waitFor("stopped", async () => (await runCommand<number>("tomaknote-test-model.cancelled")) > before);
  });

  it("gives up on one that stops in the middle", async () => {
    const pieces = askModel(await modelCalled("slow"), "질문 하나만", never, { first: 60_000, between: 50 });
    const said: string[] = [];
    let error: unknown;
    try {
      for await (const piece of pieces) said.push(piece);
    } catch (failure) {
      error = failure;
    }
    expect(error).to.include({ reason: "timeout" });
    expect(said.join("")).not.to.equal("");
  });

  it("ends when it is cancelled, and stops the model", async () => {
    const before = await runCommand<number>("tomaknote-test-model.cancelled");
    const source = new vscode.CancellationTokenSource();
    const hearing = heard(askModel(await modelCalled("silent"), "질문 하나만", source.token)).catch(
      (error: unknown) => error,
    );
    source.cancel();
    expect(await hearing).to.be.instanceOf(vscode.CancellationError);
    expect(await runCommand<number>("tomaknote-test-model.cancelled")).to.be.at.least(before);
  });

  it("stops the model when nobody listens any more", async () => {
    const before = await runCommand<number>("tomaknote-test-model.cancelled");
    for await (const piece of askModel(await modelCalled("slow"), "질문 하나만", never)) {
      expect(piece).not.to.equal("");
      break;
    }
    await waitFor("stopped", async () => (await runCommand<number>("tomaknote-test-model.cancelled")) > before);
  });
});

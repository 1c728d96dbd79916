import { LanguageModelError } from "vscode";

/** Why a language model did not help. */
export type ModelFailureReason = "none" | "forbidden" | "blocked" | "gone" | "timeout" | "nonsense" | "failed";

/** What is said of it beside the question that is asked instead; nothing stops for it. */
const LINES: Readonly<Record<ModelFailureReason, string>> = {
  none: "쓸 수 있는 언어 모델이 없어서 노트로 물어볼게요.",
  forbidden:
    "언어 모델을 쓰도록 허락하지 않아서 노트로 물어볼게요. 편집기의 ‘Manage Language Model Access’에서 바꿀 수 있어요.",
  blocked: "언어 모델이 요청을 받아 주지 않아서 노트로 물어볼게요. 사용량이 남았는지 보고 나중에 다시 해 주세요.",
  gone: "고른 언어 모델이 없어져서 노트로 물어볼게요. 설정 tomaknote.recall.model을 비우고 다시 골라 주세요.",
  timeout: "언어 모델이 오래 답하지 않아서 노트로 물어볼게요.",
  nonsense: "언어 모델의 답을 쓸 수 없어서 노트로 물어볼게요.",
  failed: "언어 모델에 묻지 못해서 노트로 물어볼게요. 인터넷에 이어져 있는지 보고 나중에 다시 해 주세요.",
};

/** Thrown where a language model was asked and something else has to do instead. */
export class ModelFailure extends Error {
  override readonly name = "ModelFailure";
  readonly reason: ModelFailureReason;

  constructor(reason: ModelFailureReason, options?: ErrorOptions) {
    super(LINES[reason], options);
    this.reason = reason;
  }
}

const CODES: ReadonlyMap<string, ModelFailureReason> = new Map([
  ["NoPermissions", "forbidden"],
  ["Blocked", "blocked"],
  ["NotFound", "gone"],
]);

/** What an error of the editor's language model API means. */
export function modelFailureOf(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  const code = error instanceof LanguageModelError ? error.code : "";
  return new ModelFailure(CODES.get(code) ?? "failed", { cause: error });
}

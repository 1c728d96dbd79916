import { LanguageModelError } from "vscode";

/** Why a language model did not help. */
export type ModelFailureReason = "forbidden" | "blocked" | "gone" | "timeout" | "nonsense" | "failed";

/** What is said of it beside what is done instead; nothing stops for it. */
const REMARKS: Readonly<Record<ModelFailureReason, string>> = {
  forbidden: "언어 모델을 쓰도록 허락하지 않았어요.",
  blocked: "언어 모델이 요청을 받아 주지 않았어요. 사용량이 남았는지 나중에 보세요.",
  gone: "고른 언어 모델이 없어졌어요. 설정 tomaknote.recall.model을 비우면 다시 고를 수 있어요.",
  timeout: "언어 모델이 오래 답하지 않았어요.",
  nonsense: "언어 모델의 답을 쓸 수 없었어요.",
  failed: "언어 모델에 묻지 못했어요. 인터넷에 이어져 있는지 보세요.",
};

/** Thrown where a language model was asked and something else has to do instead. */
export class ModelFailure extends Error {
  override readonly name = "ModelFailure";
  readonly reason: ModelFailureReason;
  /** In Korean, for the person. */
  readonly remark: string;

  constructor(reason: ModelFailureReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
    this.remark = REMARKS[reason];
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

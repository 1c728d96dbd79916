import {
  ConfigurationTarget,
  type LanguageModelChat,
  lm,
  type Memento,
  type MessageItem,
  type QuickPickItem,
  window,
  workspace,
} from "vscode";
import { CONFIGURATION_SECTION } from "../../ids.ts";
import type { NotebookSession } from "../notebookSession.ts";
import type { LiveSettings } from "../settings.ts";

export interface ModelChoiceDeps {
  readonly settings: LiveSettings;
  /** Remembers which notebooks a model may read. */
  readonly memory: Memento;
}

const AGREED = "modelMayRead:";

/** Which language model the person lets read a notebook: asked for once, with what it means. */
export class ModelChoice {
  readonly #deps: ModelChoiceDeps;
  /** Notebooks that are not to be asked about again in this window. */
  readonly #declined = new Set<string>();
  #asking: Promise<LanguageModelChat | undefined> | undefined;

  constructor(deps: ModelChoiceDeps) {
    this.#deps = deps;
  }

  /** The model to use for a notebook; `undefined` when there is none, or the person wants none. */
  modelFor(session: NotebookSession): Promise<LanguageModelChat | undefined> {
    // One question at a time, however many wait for its answer.
    this.#asking ??= this.#find(session).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** Whether a model may be shown notes of this notebook; asks the person where that is not known. */
  async mayRead(session: NotebookSession): Promise<boolean> {
    const { settings, memory } = this.#deps;
    const { use } = settings.current.model;
    const root = session.root.toString();
    if (use !== "ask") return use === "always";
    if (memory.get(AGREED + root) === true) return true;
    if (this.#declined.has(root)) return false;
    const answer = await window.showInformationMessage(
      "언어 모델로 물어볼까요? 노트의 글이 모델에 보내져요.",
      {
        modal: true,
        detail:
          "편집기에 있는 언어 모델에 TIL 한 편과 적은 답을 보내서 질문을 만들고 빠진 것을 짚어요. 보낸 내용은 볼 수 있어요. 쓰지 않아도 되묻기는 그대로 돼요.",
      },
      USE,
      { title: "이번엔 없이", isCloseAffordance: true },
      NEVER,
    );
    if (answer === USE) await memory.update(AGREED + root, true);
    else if (answer === NEVER) await remember("recall.useModel", "never");
    else this.decline(session);
    return answer === USE;
  }

  /** No model reads this notebook until the window is opened anew. */
  decline(session: NotebookSession): void {
    this.#declined.add(session.root.toString());
  }

  async #find(session: NotebookSession): Promise<LanguageModelChat | undefined> {
    const { use } = this.#deps.settings.current.model;
    if (use === "never" || this.#declined.has(session.root.toString())) return undefined;
    const models = await offeredModels();
    if (models.length === 0 || !(await this.mayRead(session))) return undefined;
    const { id } = this.#deps.settings.current.model;
    const chosen =
      models.find((model) => nameOf(model) === id) ?? (models.length === 1 ? models[0] : await pickModel(models));
    if (chosen === undefined) this.decline(session);
    return chosen;
  }
}

const USE: MessageItem = { title: "사용하기" };
const NEVER: MessageItem = { title: "다시 묻지 않기" };

/** What the editor offers; nothing where it knows no language models, as some forks do not. */
async function offeredModels(): Promise<readonly LanguageModelChat[]> {
  if (typeof lm?.selectChatModels !== "function") return [];
  return lm.selectChatModels();
}

function nameOf({ vendor, id }: LanguageModelChat): string {
  return `${vendor}/${id}`;
}

async function pickModel(models: readonly LanguageModelChat[]): Promise<LanguageModelChat | undefined> {
  const items = models.map((model): QuickPickItem & { readonly model: LanguageModelChat } => ({
    label: model.name,
    description: nameOf(model),
    model,
  }));
  const picked = await window.showQuickPick(items, {
    title: "되묻기에 쓸 언어 모델",
    placeHolder: "한 번 고르면 다시 묻지 않아요. 설정 tomaknote.recall.model에서 바꿀 수 있어요.",
  });
  if (picked !== undefined) await remember("recall.model", nameOf(picked.model));
  return picked?.model;
}

/** In the person's own settings: what a folder says does not count for either. */
async function remember(key: "recall.useModel" | "recall.model", value: string): Promise<void> {
  await workspace.getConfiguration(CONFIGURATION_SECTION).update(key, value, ConfigurationTarget.Global);
}

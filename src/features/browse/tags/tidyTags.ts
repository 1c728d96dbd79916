import { type QuickPickItem, QuickPickItemKind, window } from "vscode";
import { knownTags } from "../../../core/notebook/tagNotes.ts";
import { type SpellingGroup, type SpellingReason, tagSpellings } from "../../../core/notebook/tagSpellings.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { mergeTags } from "./mergeTags.ts";
import { composeTags } from "./renameEverywhere.ts";

const REASONS: Readonly<Record<SpellingReason, string>> = {
  case: "대소문자만 달라요",
  separator: "띄어쓰기나 -, _, .만 달라요",
  plural: "복수형 s만 달라요",
  particle: "조사가 붙은 것 같아요",
};

interface TidyItem extends QuickPickItem {
  /** Left out by the row that looks for tags in letters taken apart. */
  readonly group?: SpellingGroup;
}

const COMPOSE: TidyItem = {
  label: "$(search) 풀어쓴 글자(NFD)로 적힌 태그 찾기",
  detail: "맥에서 만든 파일에 흔해요. 눈에는 같아 보여도 다른 글자라서, 다른 도구에서는 다른 태그가 됩니다.",
};

/** Shows tags that may be one tag in several spellings; a group that is picked goes on to be merged. */
export async function tidyTags(session: NotebookSession): Promise<void> {
  const groups = tagSpellings(knownTags(session.index.notes()));
  const rows = groups.map((group) => ({
    label: group.tags.map(({ tag }) => tag).join(" / "),
    description: group.tags.map(({ count }) => `${count}편`).join(" · "),
    detail: REASONS[group.reason],
    group,
  }));
  const picked = await window.showQuickPick<TidyItem>(
    [...rows, { kind: QuickPickItemKind.Separator, label: "" }, COMPOSE],
    {
      title:
        groups.length === 0
          ? "태그 정리: 같은 태그를 다르게 적은 것이 없어 보여요"
          : `태그 정리: 같은 태그일지 모르는 것 ${groups.length}가지`,
      placeHolder: "제안일 뿐이에요. 고르면 남길 이름을 묻고, 바뀔 것을 먼저 보여 줍니다.",
      matchOnDescription: true,
    },
  );
  if (picked === undefined) return;
  if (picked.group === undefined) await composeTags(session);
  else
    await mergeTags(
      session,
      picked.group.tags.map(({ tag }) => tag),
    );
}

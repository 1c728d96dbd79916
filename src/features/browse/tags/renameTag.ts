import { window } from "vscode";
import { isValidTag } from "../../../core/note/frontMatter/tagProblem.ts";
import { normalizeTag } from "../../../core/note/frontMatter/tags.ts";
import { knownTags, notesWithTag } from "../../../core/notebook/tagNotes.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { askTag } from "./askTag.ts";
import { renameEverywhere } from "./renameEverywhere.ts";

/** Gives a tag another name in all notes; tags below it move along. Asks for the tag when none is given. */
export async function renameTag(session: NotebookSession, given: string | undefined): Promise<void> {
  const from =
    given ?? (await askTag(session, { title: "태그 이름 바꾸기", placeHolder: "이름을 바꿀 태그를 고르세요" }));
  if (from === undefined) return;
  const known = new Set(knownTags(session.index.notes()).map(({ tag }) => tag));
  const count = notesWithTag(session.index.notes(), from).length;
  const typed = await window.showInputBox({
    title: `#${from}의 새 이름 (노트 ${count}편)`,
    prompt:
      "아래 태그도 함께 옮겨요. 예: spring을 framework/spring으로 바꾸면 spring/boot는 framework/spring/boot가 됩니다.",
    value: from,
    validateInput: (value) => {
      const name = normalizeTag(value);
      if (!isValidTag(name)) return "태그 이름을 적어 주세요. 쉼표는 쓸 수 없어요.";
      if (name === from) return undefined;
      return known.has(name)
        ? { message: `이미 있는 태그예요. 두 태그가 #${name} 하나로 합쳐져요.`, severity: 1 }
        : undefined;
    },
  });
  const to = typed === undefined ? undefined : normalizeTag(typed);
  if (to === undefined || to === from) return;
  await renameEverywhere(session, `#${from} → #${to}`, [from], to);
}

import { type QuickPickItem, ThemeIcon } from "vscode";
import { KIND_LABELS } from "../../../core/note/kind.ts";
import type { Note } from "../../../core/note/note.ts";
import { notesWithTag } from "../../../core/notebook/tagNotes.ts";
import type { NotebookSession } from "../../../vscode/notebookSession.ts";
import { Notice } from "../../../vscode/notice.ts";
import { openNote } from "../../../vscode/openNote.ts";
import { KIND_ICONS } from "../treeItem.ts";
import { askTag } from "./askTag.ts";
import { showFilteredPick } from "./filteredPick.ts";

interface NoteItem extends QuickPickItem {
  readonly note: Note;
}

/** Lists the notes of a tag and opens the one that is picked; asks for the tag when none is given. */
export async function goToTag(
  session: NotebookSession,
  given: string | undefined,
  narrowTree: (tag: string) => void,
): Promise<void> {
  const tag =
    given ?? (await askTag(session, { title: "태그의 노트 보기", placeHolder: "태그를 고르세요. 초성으로도 찾아요." }));
  if (tag === undefined) return;
  const notes = notesWithTag(session.index.notes(), tag);
  if (notes.length === 0) throw new Notice(`#${tag} 태그가 붙은 노트가 없어요. 다른 태그를 골라 주세요.`);
  const picked = await showFilteredPick<NoteItem>({
    title: `#${tag} · 노트 ${notes.length}편`,
    placeHolder: "열 노트를 고르세요",
    items: notes.map((note) => ({
      label: note.title,
      description: [note.date?.text ?? "날짜 없음", KIND_LABELS[note.kind]].join(" · "),
      iconPath: new ThemeIcon(note.problem === undefined ? KIND_ICONS[note.kind] : "warning"),
      note,
    })),
    textOf: ({ note }) => note.title,
    buttons: [
      {
        button: { iconPath: new ThemeIcon("filter"), tooltip: "노트 트리를 이 태그로 좁히기" },
        run: () => narrowTree(tag),
      },
    ],
  });
  if (picked !== undefined) await openNote(session, picked.note.path, picked.note.range?.start);
}

import { addTag } from "../../core/note/frontMatter/addTag.ts";
import { readFrontMatter } from "../../core/note/frontMatter/read.ts";
import { removeTag } from "../../core/note/frontMatter/removeTag.ts";
import type { EditRefusal } from "../../core/note/frontMatter/verify.ts";
import { type InlineTagSpot, inlineTagSpots } from "../../core/note/inlineTags.ts";
import { nameTags } from "../../core/note/nameTags.ts";
import { applyEdits, smallestEdit } from "../../core/text/edit.ts";
import { withParticle } from "../../core/text/particle.ts";
import { conflictNotice } from "../../vscode/edits/editable.ts";
import { editNote } from "../../vscode/edits/editNote.ts";
import { Notice } from "../../vscode/notice.ts";
import { openNote } from "../../vscode/openNote.ts";
import { pickMany } from "../../vscode/pickMany.ts";
import { pickTags } from "../../vscode/pickTags.ts";
import type { NoteTarget } from "./target.ts";

/** Adds tags to a note's front matter or takes them off: the smallest edit, one undo step. */
export async function changeTags(change: "add" | "remove", target: NoteTarget): Promise<void> {
  const { session, note } = target;
  if (note.problem !== undefined) throw unreadable(target);
  if (note.range !== undefined) {
    const what = change === "add" ? "본문에 #태그로 적어 주세요." : "본문이나 파일의 머리말에서 지워 주세요.";
    throw new Notice(
      `${withParticle(`'${note.title}'`, "은/는")} 여러 날을 적은 파일의 한 부분이라 머리말이 따로 없어요. ${what}`,
      {
        title: "노트 열기",
        run: () => openNote(session, note.path, note.range?.start),
      },
    );
  }
  const tags = change === "add" ? await askTagsToAdd(target) : await askTagsToRemove(target);
  if (tags === undefined || tags.length === 0) return;
  const named = change === "remove" ? nameTags(note.path).filter((tag) => tags.includes(tag)) : [];
  if (named.length > 0)
    throw new Notice(
      `${named.map((tag) => `[${tag}]`).join(", ")} 태그는 파일 이름에 있어요. 떼려면 파일 이름을 바꿔 주세요.`,
    );
  let left: readonly InlineTagSpot[] = [];
  await editNote(session.uriOf(note.path), (text) => {
    let changed = text;
    for (const tag of tags) {
      const result = change === "add" ? addTag(changed, tag) : removeTag(changed, tag);
      if (!result.ok) throw unreadable(target, result.reason);
      changed = applyEdits(changed, result.edits);
    }
    if (change === "remove" && session.settings.inlineTags) {
      left = inlineTagSpots(changed, readFrontMatter(changed).bodyStart).filter(({ tag }) => tags.includes(tag));
    }
    return changed === text ? [] : [smallestEdit(text, changed)];
  });
  const [first] = left;
  if (first === undefined) return;
  // A body is the person's own words; only they know whether the word goes or the # alone.
  throw new Notice(
    `본문에 적힌 ${withParticle(`#${first.tag}`, "은/는")} 그대로 두었어요. 본문에서 지우면 태그도 떨어져요.`,
    {
      title: "본문 열기",
      run: () => openNote(session, note.path, first.start),
    },
  );
}

function askTagsToAdd({ session, note }: NoteTarget): Promise<readonly string[] | undefined> {
  return pickTags(
    session,
    { title: `'${note.title}'에 태그 붙이기`, placeHolder: "고르거나 새로 적고 Enter" },
    note.tags,
  );
}

async function askTagsToRemove({ note }: NoteTarget): Promise<readonly string[] | undefined> {
  if (note.tags.length === 0) throw new Notice("이 노트에는 뗄 태그가 없어요. 태그가 있는 노트에서 다시 해 주세요.");
  if (note.tags.length === 1) return note.tags;
  const picked = await pickMany(
    note.tags.map((label) => ({ label })),
    { title: `'${note.title}'에서 태그 떼기`, placeHolder: "뗄 태그를 고르세요" },
  );
  return picked?.map(({ label }) => label);
}

function unreadable({ session, note }: NoteTarget, reason?: EditRefusal): Notice {
  if (note.problem?.reason === "conflict") return conflictNotice(session.uriOf(note.path));
  const message =
    note.problem?.reason === "not-utf8"
      ? `${withParticle(`'${note.title}'`, "은/는")} UTF-8 파일이 아니라서 고치지 않았어요. 편집기에서 'UTF-8로 저장'한 뒤 다시 해 주세요.`
      : `'${note.title}'의 머리말을 제대로 읽을 수 없어 고치지 않았어요. 머리말을 바로잡은 뒤 다시 해 주세요.${reason === undefined ? "" : ` (${reason})`}`;
  return new Notice(message, { title: "노트 열기", run: () => openNote(session, note.path) });
}

import { commands, ThemeIcon, window, workspace } from "vscode";
import type { Clock } from "../../core/calendar/clock.ts";
import type { Day } from "../../core/calendar/day.ts";
import { koreanDay } from "../../core/calendar/week.ts";
import { dayAt } from "../../core/calendar/zone.ts";
import { KIND_LABELS } from "../../core/note/kind.ts";
import type { Note } from "../../core/note/note.ts";
import { notesOn } from "../../core/notebook/dayMarks.ts";
import { commandId } from "../../ids.ts";
import type { NotebookSession } from "../../vscode/notebookSession.ts";
import type { Notebooks } from "../../vscode/notebooks.ts";
import { Notice } from "../../vscode/notice.ts";
import { openNote } from "../../vscode/openNote.ts";
import { whenLoaded } from "../../vscode/progress.ts";
import { KIND_ICONS } from "./treeItem.ts";

/**
 * Opens what was written on a day. A day without notes gets a 토막글, one to come only after asking; one with notes but without
 * a 토막글 offers it. Nothing is written in a workspace that is not trusted.
 */
export async function openDay(notebooks: Notebooks, clock: Clock, day: Day): Promise<void> {
  const session = await notebooks.require();
  if (session === undefined) return;
  await whenLoaded(session);
  const notes = notesOn(session.index, day);
  if (notes.length === 0) {
    const today = dayAt(clock.now(), session.settings.dayRule);
    if (!workspace.isTrusted) throw new Notice("이날의 노트가 없어요. 새로 쓰려면 먼저 작업 영역을 신뢰해 주세요.");
    if (day <= today || (await agreeToWriteAhead(day))) await writeTomak(day);
    return;
  }
  await openOneOf(session, notes, {
    title: koreanDay(day),
    ...(workspace.isTrusted && notes.every(({ kind }) => kind !== "tomak") && { write: () => writeTomak(day) }),
  });
}

interface Choice {
  readonly title: string;
  /** Writes the 토막글 that is not there. */
  write?(): Promise<void>;
}

/** Opens the only note, or the one that is picked. */
export async function openOneOf(
  session: NotebookSession,
  notes: readonly Note[],
  { title, write }: Choice,
): Promise<void> {
  const [only, ...others] = notes;
  if (only !== undefined && others.length === 0 && write === undefined) {
    await openNote(session, only.path, only.range?.start);
    return;
  }
  const items = notes.map((note) => ({
    label: note.title,
    description: KIND_LABELS[note.kind],
    iconPath: new ThemeIcon(KIND_ICONS[note.kind]),
    note,
  }));
  const toWrite = { label: "이날의 토막글 쓰기", iconPath: new ThemeIcon("add"), note: undefined };
  const picked = await window.showQuickPick(write === undefined ? items : [...items, toWrite], {
    title,
    placeHolder: "열 노트를 고르세요",
    matchOnDescription: true,
  });
  if (picked === undefined) return;
  if (picked.note === undefined) await write?.();
  else await openNote(session, picked.note.path, picked.note.range?.start);
}

/** Writing belongs to another feature; its command knows numbers, templates and names. */
async function writeTomak(day: Day): Promise<void> {
  await commands.executeCommand(commandId("newTomakOnDay"), day);
}

async function agreeToWriteAhead(day: Day): Promise<boolean> {
  const write = "쓰기";
  const message = `${koreanDay(day)}은 아직 오지 않은 날이에요. 이날의 토막글을 미리 쓸까요?`;
  return (await window.showInformationMessage(message, { modal: true }, write)) === write;
}

import { type Position, type QuickPickItem, QuickPickItemKind, Range, type TextDocument, window } from "vscode";
import type { Instant } from "../../../core/calendar/clock.ts";
import type { Finding } from "../../../core/publish/finding.ts";
import type { DraftReview } from "../../../core/publish/reviewDraft.ts";

/** What the post is dated with: now, or the other day that the draft states. */
export async function askMoment(stated: DraftReview["stated"], now: Instant): Promise<Instant | undefined> {
  if (stated === undefined) return now;
  const answer = await window.showQuickPick(
    [
      { label: "$(calendar) 오늘", description: "지금 낸 글로 적어요", at: now },
      { label: `$(history) ${stated.day}`, description: "초안에 적힌 날 그대로 두어요", at: stated.at },
    ],
    { title: "펴내기: 글의 날짜", placeHolder: "언제 낸 글로 적을까요?", ignoreFocusOut: true },
  );
  return answer?.at;
}

interface Row extends QuickPickItem {
  readonly goesOn?: boolean;
  readonly finding?: Finding;
}

/** Shows what was found; whether to publish all the same. A finding that is chosen is shown in the editor instead. */
export async function askFindings(document: TextDocument, findings: readonly Finding[]): Promise<boolean> {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const goOn: Row = {
    label: `$(rocket) ${errors > 0 ? "그래도 펴내기" : "펴내기"}`,
    description: errors > 0 ? "이대로 내면 글이 보이지 않거나 깨져요" : "살핀 것은 그대로 두어요",
    goesOn: true,
  };
  const stop: Row = {
    label: "$(edit) 그만두고 고치기",
    description: "글은 그대로예요. 빠른 수정이 있는 곳은 바로 고칠 수 있어요",
  };
  const answer = await window.showQuickPick<Row>(
    [
      ...(errors > 0 ? [stop, goOn] : [goOn, stop]),
      { label: "찾은 것", kind: QuickPickItemKind.Separator },
      ...findings.map((finding) => ({
        label: `$(${finding.severity}) ${finding.message}`,
        description: `${document.positionAt(finding.start).line + 1}번째 줄`,
        finding,
      })),
    ],
    {
      title: errors > 0 ? `펴내기: 고칠 것 ${errors}가지` : `펴내기: 살필 것 ${findings.length}가지`,
      placeHolder: "줄을 고르면 그곳을 보여 줘요.",
      ignoreFocusOut: true,
    },
  );
  if (answer?.goesOn) return true;
  const [first] = findings.filter(({ severity }) => severity === "error");
  const shown = answer?.finding ?? (answer === undefined ? undefined : (first ?? findings[0]));
  if (shown !== undefined) {
    const position: Position = document.positionAt(shown.start);
    await window.showTextDocument(document, { selection: new Range(position, position), preview: false });
  }
  return false;
}

import { type QuickPickItem, QuickPickItemKind, ThemeIcon, type Uri, window } from "vscode";
import { parseYearMonth, type YearMonth } from "../../core/calendar/month.ts";
import { describeAttached } from "../../core/import/describeImport.ts";
import type { ImportKind } from "../../core/import/importPaths.ts";
import type { PlannedNote } from "../../core/import/planNotes.ts";
import { KIND_LABELS } from "../../core/note/kind.ts";
import { pickMany } from "../../vscode/pickMany.ts";

/** Posts to take apart, one or all months of a blog; `undefined` when the person backed out. */
export async function askPost(start: Uri): Promise<readonly Uri[] | undefined> {
  return window.showOpenDialog({
    title: "노트를 가져올 회고 글을 골라 주세요. 여러 달을 함께 골라도 돼요",
    openLabel: "이 글에서 가져오기",
    defaultUri: start,
    canSelectMany: true,
    filters: { "Markdown 글": ["md", "markdown", "txt"] },
  });
}

/** Files or a folder to bring in: no system's dialog offers both at once. */
export async function askSource(): Promise<readonly Uri[] | undefined> {
  const ways: (QuickPickItem & { readonly isFolder: boolean })[] = [
    {
      label: "파일",
      iconPath: new ThemeIcon("file-zip"),
      description: "Notion 내보내기와 블로그 백업의 zip, 저장한 웹 페이지, 회고 글",
      isFolder: false,
    },
    {
      label: "폴더",
      iconPath: new ThemeIcon("folder"),
      description: "압축을 푼 내보내기, velog·티스토리 백업, Markdown 폴더, 블로그의 _posts",
      isFolder: true,
    },
  ];
  const way = await window.showQuickPick(ways, {
    title: "다른 곳의 글 가져오기",
    placeHolder: "무엇에서 가져올까요?",
    matchOnDescription: true,
  });
  if (way === undefined) return undefined;
  return window.showOpenDialog({
    title: "가져올 것을 골라 주세요",
    openLabel: "가져오기",
    canSelectMany: !way.isFolder,
    canSelectFiles: !way.isFolder,
    canSelectFolders: way.isFolder,
    ...(!way.isFolder && { filters: { "글과 백업": ["zip", "md", "markdown", "html", "htm"] } }),
  });
}

export async function askMonth(name: string): Promise<YearMonth | undefined> {
  const answer = await window.showInputBox({
    title: "몇 월의 회고인가요?",
    prompt: `${name}에는 어느 달의 회고인지 적혀 있지 않아요. 2025-05처럼 적어 주세요.`,
    placeHolder: "2025-05",
    validateInput: (text) => (parseYearMonth(text.trim()) === undefined ? "2025-05처럼 적어 주세요." : undefined),
  });
  return answer === undefined ? undefined : parseYearMonth(answer.trim());
}

const KIND_DETAILS: Readonly<Record<ImportKind, string>> = {
  post: "블로그에 낸 글. 블로그 저장소에서는 글이 놓이는 폴더에 둡니다.",
  til: "배운 것. TIL이 놓이는 폴더에 두고, 그 달의 회고에 싣습니다.",
  note: "그 밖의 노트. 노트 폴더에 둡니다.",
};

/** What notes are that do not say so themselves. Asked once for all. */
export async function askKind(count: number): Promise<ImportKind | undefined> {
  const kinds = (["post", "til", "note"] as const).map((kind) => ({
    label: KIND_LABELS[kind],
    detail: KIND_DETAILS[kind],
    value: kind,
  }));
  const chosen = await window.showQuickPick(kinds, {
    title: `글 ${count}편을 무엇으로 가져올까요?`,
    placeHolder: "종류가 적혀 있거나 TIL 폴더에 든 글은 그대로 따릅니다.",
  });
  return chosen?.value;
}

/** Shows what would be created, everything ticked, below where it comes from. */
export async function chooseItems(
  planned: readonly PlannedNote[],
  existing: number,
): Promise<readonly PlannedNote[] | undefined> {
  const rows: (QuickPickItem & { readonly item?: PlannedNote })[] = [];
  let origin = "";
  for (const item of planned) {
    if (item.origin !== origin) rows.push({ label: item.origin, kind: QuickPickItemKind.Separator });
    origin = item.origin;
    const attached = item.attached.length === 0 ? "" : ` · ${describeAttached(item.attached)}`;
    rows.push({
      label: item.title,
      description: `${KIND_LABELS[item.kind]} · ${item.path}${attached}`,
      picked: true,
      item,
    });
  }
  const already = existing === 0 ? "" : ` 이미 있는 ${existing}편은 뺐어요.`;
  const [first, second] = new Set(planned.map((item) => item.origin));
  const picked = await pickMany(rows, {
    matchOnDescription: true,
    title: `${second === undefined && first !== undefined ? `${first}에서 ` : ""}노트 ${planned.length}편 가져오기`,
    placeHolder: `만들 노트를 고르고 Enter를 누르세요.${already}`,
  });
  return picked?.flatMap(({ item }) => item ?? []);
}

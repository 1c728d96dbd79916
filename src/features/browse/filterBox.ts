import { window } from "vscode";

/** A box that narrows the tree as it is typed in. Enter keeps the filter, Escape puts back the one before. */
export function askFilter(before: string, filter: (query: string) => void): Promise<void> {
  const box = window.createInputBox();
  box.title = "노트 거르기";
  box.placeholder = "제목과 태그, 초성으로: 카프카, #자바, ㅌㅁㄱ, 종류:til, 지난달";
  box.prompt = "제목이나 태그가 맞는 노트만 남아요. 소제목과 본문에서는 ‘노트 찾기’가 찾아요.";
  box.value = before;
  let kept = false;
  box.onDidChangeValue((value) => filter(value.trim()));
  box.onDidAccept(() => {
    kept = true;
    filter(box.value.trim());
    box.hide();
  });
  return new Promise((resolve) => {
    box.onDidHide(() => {
      if (!kept) filter(before);
      box.dispose();
      resolve();
    });
    box.show();
  });
}

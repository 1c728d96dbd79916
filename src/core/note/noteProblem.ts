import type { NoteProblem } from "./note.ts";

/** What is wrong with a file and what to do. */
export function describeNoteProblem(problem: NoteProblem): string {
  switch (problem.reason) {
    case "broken-front-matter":
      return `머리말(YAML) ${problem.line}번째 줄을 읽을 수 없어요. 그 줄을 고치면 태그와 날짜가 다시 보여요.`;
    case "conflict":
      return `Git 충돌 표시가 ${problem.line}번째 줄에 남아 있어 고치지 않아요. 두 글 가운데 남길 것을 고르고 표시를 지우면 다시 읽어요.`;
    case "not-utf8":
      return problem.encoding === undefined
        ? "UTF-8이 아니거나 글자가 깨진 파일이라 고치지 않아요. 편집기에서 인코딩을 골라 다시 열고 'UTF-8로 저장'해 주세요."
        : `UTF-8이 아닌 파일(${ENCODINGS[problem.encoding]})이라 읽기만 하고 고치지 않아요. 편집기에서 그 인코딩으로 다시 열어 'UTF-8로 저장'해 주세요.`;
    case "too-large":
      return `파일이 너무 커서(${Math.round(problem.bytes / 1_000_000)} MB) 안을 읽지 않았어요. 여러 파일로 나누면 읽을 수 있어요.`;
    case "unreadable":
      return "파일을 읽을 수 없어요. 권한을 확인해 주세요.";
  }
}

const ENCODINGS = { "euc-kr": "CP949", "utf-16": "UTF-16" } as const;

import { type TemplateName, templatePath } from "../note/builtInTemplates.ts";
import type { NotePath } from "../note/note.ts";
import type { NotePathProblem } from "../note/notePath.ts";

/** Why a note or a draft cannot be made; nothing was written. */
export type WriteProblem =
  | {
      readonly reason: "template";
      readonly template: TemplateName;
      /** 1-based line in the template, when known. */
      readonly line: number | undefined;
      /** The template engine's own words, in English. */
      readonly message: string;
    }
  | { readonly reason: "path"; readonly setting: string; readonly problem: NotePathProblem }
  /** What would be written to has the marks of a conflict in it. */
  | { readonly reason: "conflict"; readonly path: NotePath };

/** What happened and what to do, for the person. */
export function describeWriteProblem(problem: WriteProblem): string {
  if (problem.reason === "template") {
    const place = problem.line === undefined ? "" : ` ${problem.line}번째 줄`;
    return `템플릿 ${templatePath(problem.template)}${place}에 문제가 있어 아무것도 만들지 않았어요. 그 줄을 고쳐 주세요. (${problem.message})`;
  }
  if (problem.reason === "conflict")
    return `${problem.path} 파일에 Git 충돌 표시가 남아 있어 고치지 않았어요. 충돌을 푼 뒤 다시 해 주세요.`;
  return `설정 tomaknote.${problem.setting}${PATH_PROBLEMS[problem.problem.reason]}`;
}

const PATH_PROBLEMS: Readonly<Record<NotePathProblem["reason"], string>> = {
  outside: "의 경로가 노트 폴더 밖을 가리켜 아무것도 만들지 않았어요. 노트 폴더 안의 경로로 고쳐 주세요.",
  empty: "의 경로가 비어 있어 아무것도 만들지 않았어요. 파일 이름까지 적어 주세요.",
  "not-markdown": "의 경로가 .md로 끝나지 않아 아무것도 만들지 않았어요. .md 파일로 고쳐 주세요.",
  template: "의 무늬를 읽을 수 없어 아무것도 만들지 않았어요. {{ date }}처럼 중괄호의 짝과 이름을 확인해 주세요.",
};

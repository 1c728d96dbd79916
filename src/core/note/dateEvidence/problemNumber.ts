/** Folders of what was solved at a judge whose problems have numbers of six digits. */
const JUDGE_FOLDER = /프로그래머스|programmers|swea/i;

/** Words that stand over problems and their numbers. */
const PROBLEM_WORD =
  /백준|(?<![a-z])boj(?![a-z])|baekjoon|leetcode|codeup|정올|코드\s?트리|알고리즘|algorithm|문제|코딩\s?테스트|코테|(?<![a-z])(?:coding|ps)(?![a-z])/i;

/** Whether a number below this folder, or in this name, is a problem's rather than a day. */
export function tellsOfProblems(name: string): boolean {
  return PROBLEM_WORD.test(name) || JUDGE_FOLDER.test(name);
}

/**
 * `340202. ［PCCE 기출문제］ 6번 ／ 물 부족`, as BaekjoonHub names a problem's folder, or the number alone; many such numbers
 * the calendar has as well. `250125_정렬` and `240322-1` are days of those who log by day what they solve.
 */
const NUMBERED = /^\d{6}(?:\.\s|$)/;

/** Whether a name below the first `depth` of these folders begins with the number of a problem, not with a day. */
export function isProblem(name: string, folders: readonly string[], depth = folders.length): boolean {
  return NUMBERED.test(name) && folders.some((folder, index) => index < depth && JUDGE_FOLDER.test(folder));
}

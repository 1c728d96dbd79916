/** Why nothing was committed, or not sent. Nothing is half done. */
export type GitProblem =
  /** The editor runs where no program can be started. */
  | { readonly reason: "no-git" }
  | { readonly reason: "git-off" }
  | { readonly reason: "no-repository" }
  /** Git does not trust the folder, which belongs to somebody else. */
  | { readonly reason: "unsafe" }
  | { readonly reason: "in-progress"; readonly work: GitWork }
  | { readonly reason: "unmerged"; readonly paths: readonly string[] }
  | { readonly reason: "detached" }
  | { readonly reason: "no-user" }
  | { readonly reason: "nothing" }
  | { readonly reason: "locked" }
  | { readonly reason: "old-git" }
  /** What git or a hook said. */
  | { readonly reason: "failed"; readonly output: string };

/** What was begun in a repository and waits to be finished. */
export type GitWork = "merge" | "rebase" | "cherry-pick" | "revert";

const WORK: Readonly<Record<GitWork, string>> = {
  merge: "병합(merge)",
  rebase: "리베이스(rebase)",
  "cherry-pick": "체리픽(cherry-pick)",
  revert: "되돌리기(revert)",
};

/** What happened and what to do. */
export function describeGitProblem(problem: GitProblem): string {
  switch (problem.reason) {
    case "no-git":
      return "이 편집기에서는 Git 프로그램을 쓸 수 없어 커밋하지 않았어요. 웹에서는 소스 제어 보기에서 커밋하고, 컴퓨터의 VS Code에서 이 명령을 써 주세요.";
    case "git-off":
      return "편집기의 Git이 꺼져 있거나 컴퓨터에 Git이 없어 커밋하지 않았어요. Git을 설치하고 설정 git.enabled를 켠 뒤 다시 해 주세요.";
    case "no-repository":
      return "노트 폴더가 Git 저장소 안에 있지 않아 커밋하지 않았어요. 소스 제어 보기에서 저장소를 만든(Initialize Repository) 뒤 다시 해 주세요.";
    case "unsafe":
      return "다른 사용자의 저장소라 Git이 열지 않아 커밋하지 않았어요. 믿는 저장소라면 소스 제어 보기에서 안전한 저장소로 허용한 뒤 다시 해 주세요.";
    case "in-progress":
      return `${WORK[problem.work]} 도중이라 커밋하지 않았어요. 소스 제어 보기에서 마치거나 그만둔 뒤 다시 해 주세요.`;
    case "unmerged":
      return `충돌이 남은 파일이 있어 커밋하지 않았어요: ${named(problem.paths)}. 충돌을 풀고 스테이징한 뒤 다시 해 주세요.`;
    case "detached":
      return "브랜치 위에 있지 않아(detached HEAD) 커밋하지 않았어요. 지금 커밋하면 잃기 쉬우니, 브랜치로 옮기거나 새 브랜치를 만든 뒤 다시 해 주세요.";
    case "no-user":
      return 'Git이 글쓴이를 몰라 커밋하지 않았어요. 터미널에서 git config --global user.name "이름"과 user.email "메일"을 정한 뒤 다시 해 주세요.';
    case "nothing":
      return "커밋할 노트가 없어요. 노트를 쓰거나 고친 뒤 다시 해 주세요.";
    case "locked":
      return "다른 Git 작업이 저장소를 쓰고 있어 커밋하지 않았어요. 그 작업이 끝난 뒤 다시 해 주세요. 아무 작업도 없다면 .git 폴더의 index.lock을 지우면 돼요.";
    case "old-git":
      return "컴퓨터의 Git이 오래되어 커밋하지 않았어요. Git 2.25 이상을 설치한 뒤 다시 해 주세요.";
    case "failed":
      return `커밋하지 못했고 바뀐 것은 없어요. Git이나 훅이 말한 것을 보고 고친 뒤 다시 해 주세요: ${shortened(problem.output)}`;
  }
}

function named(paths: readonly string[]): string {
  const [first = ""] = paths;
  return paths.length > 1 ? `${first} 등 ${paths.length}개` : first;
}

const LONGEST_OUTPUT = 300;

/** The end, where the reason stands. */
function shortened(output: string): string {
  const text = output.trim().replace(/\s*[\r\n]+\s*/g, " / ");
  return text.length > LONGEST_OUTPUT ? `… ${text.slice(-LONGEST_OUTPUT)}` : text || "말이 없었어요";
}

/** What went wrong, as far as git's own words (in English) tell it. */
export function problemOf(stderr: string, stdout = ""): GitProblem {
  if (/\.lock': File exists|Unable to create '[^']*\.lock'/.test(stderr)) return { reason: "locked" };
  if (/dubious ownership/.test(stderr)) return { reason: "unsafe" };
  if (/not a git repository/.test(stderr)) return { reason: "no-repository" };
  if (/unknown option .?pathspec-f/.test(stderr)) return { reason: "old-git" };
  if (/nothing (?:added )?to commit|no changes added to commit/.test(stdout)) return { reason: "nothing" };
  return { reason: "failed", output: stderr.trim() === "" ? stdout : stderr };
}

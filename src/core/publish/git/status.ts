/** A file that is not as the last commit has it. */
export interface GitChange {
  /** Below the repository's root, `/` between its parts, as git spells it. */
  readonly path: string;
  readonly kind: "added" | "changed" | "deleted";
  /** Nothing of it is in git yet, not even in the index. */
  readonly isUntracked: boolean;
  /** A part of it is staged and another is not. */
  readonly isPartlyStaged: boolean;
  /** The contents in the last commit, where it has the file. */
  readonly committed?: string;
}

export interface GitStatus {
  readonly changes: readonly GitChange[];
  /** Files that a merge left to be put right. */
  readonly unmerged: readonly string[];
}

/** What git lists them with; a rename is a file that went and another that came. */
export const STATUS_ARGUMENTS = [
  "status",
  "--porcelain=v2",
  "-z",
  "--no-renames",
  "--untracked-files=all",
  "--ignore-submodules=all",
] as const;

/** `1 XY sub mH mI mW hH hI path` */
const ORDINARY = /^1 (\S)(\S) \S+ \S+ \S+ \S+ (\S+) \S+ ([\s\S]+)$/;
const UNMERGED = /^u (?:\S+ ){9}([\s\S]+)$/;

/** Reads what git writes for {@link STATUS_ARGUMENTS}. Names that are no Unicode are left out: they cannot be named to git. */
export function parseStatus(stdout: string): GitStatus {
  const changes = new Map<string, GitChange>();
  const unmerged: string[] = [];
  for (const line of stdout.split("\0")) {
    if (line.includes("\uFFFD")) continue;
    const broken = UNMERGED.exec(line);
    if (broken) unmerged.push(broken[1] ?? "");
    if (line.startsWith("? ")) {
      const path = line.slice(2);
      // Its removal is staged, and the file is there: to commit it undoes that.
      const removed = changes.get(path);
      if (removed) changes.set(path, { ...removed, kind: "changed", isPartlyStaged: true });
      else changes.set(path, { path, kind: "added", isUntracked: true, isPartlyStaged: false });
      continue;
    }
    const [, staged = "", unstaged = "", blob = "", path] = ORDINARY.exec(line) ?? [];
    // Staged and gone again: there is nothing to commit.
    if (path === undefined || (staged === "A" && unstaged === "D")) continue;
    const isNew = /^0+$/.test(blob);
    changes.set(path, {
      path,
      kind: unstaged === "D" || (staged === "D" && unstaged === ".") ? "deleted" : isNew ? "added" : "changed",
      isUntracked: false,
      isPartlyStaged: staged !== "." && unstaged !== ".",
      ...(!isNew && { committed: blob }),
    });
  }
  return { changes: [...changes.values()], unmerged };
}

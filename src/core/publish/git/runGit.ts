export interface GitResult {
  /** The exit code. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface GitCall {
  /** An absolute folder of the machine, as its own programs take it. */
  readonly cwd: string;
  readonly stdin?: string;
}

/** Runs the machine's git with these arguments, without a shell. Paths are taken as they are, never as patterns. */
export type RunGit = (args: readonly string[], call: GitCall) => Promise<GitResult>;

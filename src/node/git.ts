import { spawn } from "node:child_process";
import type { GitResult, RunGit } from "../core/publish/git/runGit.ts";

/**
 * Runs git as the editor's own Git extension does: with its environment, in which passwords are asked for in the editor,
 * and in English, so that what it says can be told apart.
 */
export function gitOnDisk(program: string, environment: Readonly<Record<string, string | undefined>> = {}): RunGit {
  const env = {
    ...process.env,
    ...environment,
    ...{ LANGUAGE: "en", LC_ALL: "en_US.UTF-8", LANG: "en_US.UTF-8", GIT_PAGER: "cat" },
    GIT_LITERAL_PATHSPECS: "1",
  };
  return (args, { cwd, stdin }) =>
    new Promise<GitResult>((resolve, reject) => {
      const child = spawn(program, args, { cwd, env, windowsHide: true, stdio: "pipe" });
      let stdout = "";
      let stderr = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        stdout += text;
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        stderr += text;
      });
      child.on("error", reject);
      child.on("close", (code) => resolve({ code: code ?? -1, stdout, stderr }));
      // One that ends before it has read all of this says why itself.
      child.stdin.on("error", () => undefined);
      child.stdin.end(stdin ?? "");
    });
}

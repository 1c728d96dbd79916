import { execFileSync, spawnSync } from "node:child_process";

/** Who owns nothing. */
export const NOBODY = 65_534;

const isRoot = process.platform === "linux" && process.getuid?.() === 0;

/** Whether this process may mount a disk of its own: as root on Linux, outside of a narrow container. */
export function canMount(): boolean {
  if (!isRoot) return false;
  try {
    execFileSync("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Whether programs can be run as someone who may not write everywhere, and who can read this file. */
export function canRunAsNobody(readable: string): boolean {
  if (!isRoot) return false;
  const script = `require("node:fs").readFileSync(${JSON.stringify(readable)})`;
  return spawnSync(process.execPath, ["-e", script], { uid: NOBODY, gid: NOBODY }).status === 0;
}

/** Makes all below a folder read-only, as a disk is that was mounted so. @returns what takes that back */
export function mountReadOnly(folder: string): () => void {
  execFileSync("mount", ["--bind", folder, folder]);
  execFileSync("mount", ["-o", "remount,bind,ro", folder]);
  return () => execFileSync("umount", ["--lazy", folder]);
}

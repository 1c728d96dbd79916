import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** What building the native modules of code-server takes. */
export const buildPackages = [
  "build-essential",
  "python3",
  "pkg-config",
  "libkrb5-dev",
  "libx11-dev",
  "libxkbfile-dev",
  "libsecret-1-dev",
];

/** A browser, and a font so that Hangul is legible in screenshots. */
export const browserPackages = ["chromium", "fonts-nanum"];

function isDebian(): boolean {
  if (process.platform !== "linux" || !existsSync("/etc/os-release")) return false;
  return /^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(readFileSync("/etc/os-release", "utf8"));
}

function isInstalled(name: string): boolean {
  const answer = spawnSync("dpkg", ["-s", name], { encoding: "utf8" });
  return answer.status === 0 && answer.stdout.includes("Status: install ok installed");
}

function aptGet(...args: string[]): boolean {
  console.log(`> apt-get ${args.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", args, { stdio: ["ignore", "inherit", "inherit"], env }).status === 0;
}

/**
 * Installs the named Debian packages that are missing, when we may (root on Debian or Ubuntu). Elsewhere it does
 * nothing: the machine may have the same things under other names, and the step that needs them will say so.
 */
export function ensureSystemPackages(names: readonly string[]): void {
  if (!isDebian()) return;
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const byHand = `sudo apt-get update && sudo apt-get install ${missing.join(" ")}`;
  if (process.getuid?.() !== 0) {
    console.warn(`다음 패키지가 없습니다. 문제가 생기면 설치한 뒤 다시 실행해 주세요: ${byHand}`);
    return;
  }
  aptGet("update");
  if (!aptGet("install", "--yes", "--no-install-recommends", ...missing)) {
    throw new Error(`패키지를 설치하지 못했습니다. 직접 설치한 뒤 다시 실행해 주세요: ${byHand}`);
  }
}

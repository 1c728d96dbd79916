import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { editorFolder, root } from "./paths.ts";
import { buildPackages, ensureSystemPackages } from "./systemPackages.ts";

const manifestFolder = path.join(root, "test", "harness", "server");
const installFolder = path.join(editorFolder, "server");
const serverMain = path.join(installFolder, "node_modules", "code-server", "lib", "vscode", "out", "server-main.js");
const stampFile = path.join(installFolder, "installed");

function fingerprint(): string {
  const hash = createHash("sha256").update(readFileSync(path.join(manifestFolder, "package-lock.json")));
  return `${hash.digest("hex")} node${process.versions.modules} ${process.platform}-${process.arch}`;
}

function answersVersion(): boolean {
  return existsSync(serverMain) && spawnSync(process.execPath, [serverMain, "--version"]).status === 0;
}

/** The environment of a fresh npm: what an outer npm says about its own Node and package would mislead the installer. */
function npmEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [key, value] of Object.entries(process.env)) {
    if (/^npm_(config_(user_agent|local_prefix)|package_|lifecycle_|command|node_execpath|execpath)/i.test(key))
      continue;
    if (key === "NODE_ENV" || key === "NODE_OPTIONS" || key === "INIT_CWD") continue;
    env[key] = value;
  }
  return env;
}

function npmCi(extra: NodeJS.ProcessEnv): boolean {
  const args = ["ci", "--no-audit", "--no-fund"];
  const cli = process.env.npm_execpath;
  // npm has to run on this Node (24): the installer of code-server checks it.
  const [command, commandArgs] =
    cli !== undefined && /npm-cli\.[cm]?js$/.test(cli) ? [process.execPath, [cli, ...args]] : ["npm", args];
  const result = spawnSync(command, commandArgs, {
    cwd: installFolder,
    env: { ...npmEnvironment(), ...extra },
    stdio: ["ignore", "inherit", "inherit"],
    shell: command === "npm" && process.platform === "win32",
  });
  return result.status === 0 && answersVersion();
}

/**
 * The script that starts the server, installed first where it is missing (a few minutes, 620 MB).
 * Throws with what to do when it cannot be installed.
 */
export function ensureServer(): string {
  const wanted = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted && existsSync(serverMain)) return serverMain;
  if (process.versions.node.split(".")[0] !== "24")
    throw new Error("Node 24로 실행해야 합니다: npm test 또는 npm start");

  console.log("테스트용 편집기 서버(code-server)를 설치합니다. 몇 분 걸립니다.");
  ensureSystemPackages(buildPackages);
  rmSync(installFolder, { recursive: true, force: true });
  mkdirSync(installFolder, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) {
    copyFileSync(path.join(manifestFolder, file), path.join(installFolder, file));
  }
  // Headers of the running Node are downloaded; a closed network has at best those of the system's Node, and the native
  // modules, all on the stable Node-API, are content with them.
  const systemHeaders = existsSync("/usr/include/node/node_api.h") && { npm_config_nodedir: "/usr" };
  if (!npmCi({}) && !(systemHeaders && npmCi(systemHeaders))) {
    throw new Error(
      `편집기 서버를 설치하지 못했습니다. C++ 컴파일러, make, python3와 다음 패키지를 확인해 주세요: ${buildPackages.join(" ")}`,
    );
  }
  writeFileSync(stampFile, wanted);
  return serverMain;
}

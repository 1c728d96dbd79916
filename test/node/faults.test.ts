import { execFileSync } from "node:child_process";
import { unlinkSync, writeFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, unlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Engines } from "../../src/core/engines.ts";
import { engines } from "../../src/engines.ts";
import { run } from "../../src/node/cli/run.ts";
import { replaceFile } from "../../src/node/replaceFile.ts";
import { canMount } from "../harness/disks.ts";

const SAMPLE = fileURLToPath(new URL("../../sample", import.meta.url));
const NEVER_READ = new Date("2001-01-01");
const NOW = Date.parse("2026-09-01T09:00:00+09:00");
const DRAFT = "회고/2026-08-회고.md";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tomaknote-faults-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const tomaknote = (notebook: string, ...args: readonly string[]) => tomaknoteWith(engines, notebook, ...args);

async function tomaknoteWith(loaders: Engines, notebook: string, ...args: readonly string[]) {
  const result = { out: "", err: "" };
  const code = await run([...args, "--notebook", notebook], {
    cwd: folder,
    clock: { now: () => NOW },
    engines: loaders,
    write: (text) => {
      result.out += text;
    },
    writeError: (text) => {
      result.err += text;
    },
  });
  return { code, ...result };
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** All files and what is in them. */
async function contentsOf(root: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(files.sort().map(async (path) => [path, await readFile(path, "utf8")])));
}

describe.skipIf(!canMount())("a disk", () => {
  let disk: string;
  beforeEach(async () => {
    disk = join(folder, "disk");
    await mkdir(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=512k", "tmpfs", disk]);
    await cp(SAMPLE, disk, { recursive: true });
    expect((await tomaknote(disk, "retro", "2026-08")).code).toBe(0);
    await writeFile(
      join(disk, DRAFT),
      (await readFile(join(disk, DRAFT), "utf8")).replace("\n\n", "\n\n손으로 쓴 줄\n\n"),
    );
    await writeFile(
      join(disk, "TIL/2026/08/2026-08-02-늦은-글.md"),
      `---\ntitle: 늦은 글\n---\n\n${"- 내용\n".repeat(2_000)}`,
    );
  });
  afterEach(() => execFileSync("umount", [disk]));

  async function fill(): Promise<void> {
    // All that is left, to the last byte.
    for (let size = 2 ** 18; size >= 1; size = Math.floor(size / 2)) {
      for (let count = 0; ; count++) {
        try {
          await writeFile(join(disk, `.full-${size}-${count}`), "x".repeat(size), { flag: "wx" });
        } catch {
          await rm(join(disk, `.full-${size}-${count}`), { force: true });
          break;
        }
        if (count > 200) break;
      }
    }
  }

  it.each([
    ["new", "til", "가득"],
    ["new", "tomak", "--day", "2026-10-03"],
    ["retro", "2026-08"],
    ["retro", "2026-07", "--out", "disk/7월.md"],
  ])("that is full keeps every file as it was: %s %s", async (...args) => {
    await fill();
    const before = await contentsOf(disk);
    const { code, err } = await tomaknote(disk, ...args);
    expect(code).toBe(1);
    expect(err).toMatch(/디스크가 가득 찼어요\. 자리를 비운 뒤 다시 해 주세요\./);
    expect(await contentsOf(disk)).toEqual(before);
  });

  it.each([
    ["new", "til", "읽기만"],
    ["retro", "2026-08"],
  ])("that is read-only says so: %s %s", async (...args) => {
    const before = await contentsOf(disk);
    execFileSync("mount", ["-o", "remount,ro", disk]);
    const { code, err } = await tomaknote(disk, ...args);
    expect(code).toBe(1);
    expect(err).toContain("읽기 전용 디스크라 쓸 수 없어요. 쓸 수 있는 곳에서 다시 해 주세요.");
    expect(await contentsOf(disk)).toEqual(before);
  });
});

/** Root may write everywhere; another user, in this process alone, may not. */
async function asNobody<T>(act: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return act();
  process.seteuid?.(65_534);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}

it.skipIf(process.platform === "win32")("a folder that is closed to us says so, and is left as it is", async () => {
  await put("글.md", "- 글\n");
  execFileSync("chmod", ["555", folder]);
  const { code, err } = await asNobody(() => tomaknote(folder, "new", "til", "닫힘"));
  execFileSync("chmod", ["755", folder]);
  expect(code).toBe(1);
  expect(err).toMatch(/^권한이 없어요\. 파일과 폴더의 권한을 확인한 뒤 다시 해 주세요\./);
  expect(await readdir(folder)).toEqual(["글.md"]);
});

it("a file that is gone before it is replaced is not made again", async () => {
  await put("글.md", "- 글\n");
  await unlink(join(folder, "글.md"));
  await expect(replaceFile(join(folder, "글.md"), "새 글")).rejects.toMatchObject({ code: "ENOENT" });
  expect(await readdir(folder)).toEqual([]);
});

describe("a draft that changes while it is brought up to date", () => {
  const draft = (): string => join(folder, DRAFT);
  let made = "";
  beforeEach(async () => {
    await cp(SAMPLE, folder, { recursive: true });
    expect((await tomaknote(folder, "retro", "2026-08")).code).toBe(0);
    made = await readFile(draft(), "utf8");
    await put("TIL/2026/08/2026-08-02-늦은-글.md", "---\ntitle: 늦은 글\n---\n\n- 내용\n");
  });

  /** The engine, which does something else to the draft between its being read and its being written. */
  const engineThat = (acts: () => void): Engines => ({
    ...engines,
    loadRetro: async () => {
      const engine = await engines.loadRetro();
      return {
        ...engine,
        async planRetro(...args) {
          const plan = await engine.planRetro(...args);
          if (plan.action !== "update") throw new Error(plan.action);
          return {
            ...plan,
            merge(...given) {
              acts();
              return plan.merge(...given);
            },
          };
        },
      };
    },
  });

  it("keeps what was saved meanwhile, and the next run brings that up to date", async () => {
    const saved = made.replace("\n\n", "\n\n그사이 쓴 줄\n\n");
    const { code, err } = await tomaknoteWith(
      engineThat(() => writeFileSync(draft(), saved)),
      folder,
      "retro",
      "2026-08",
    );
    expect(code).toBe(1);
    expect(err).toContain("그사이 파일이 바뀌어서 고치지 않았어요. 다시 해 주세요.");
    expect(await readFile(draft(), "utf8")).toBe(saved);
    expect((await readdir(dirname(draft()))).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect((await tomaknote(folder, "retro", "2026-08")).code).toBe(0);
    const after = await readFile(draft(), "utf8");
    expect(after).toContain("그사이 쓴 줄\n");
    expect(after).toContain("늦은 글");
  });

  it("is not made again when it was deleted meanwhile", async () => {
    const { code, err } = await tomaknoteWith(
      engineThat(() => unlinkSync(draft())),
      folder,
      "retro",
      "2026-08",
    );
    expect(code).toBe(1);
    expect(err).toContain("그사이 지우거나 옮기지 않았는지 보고 다시 해 주세요.");
    expect(await readdir(dirname(draft()))).not.toContain("2026-08-회고.md");
  });
});

it("a file where a folder has to be is left as it is, and said", async () => {
  await put("TIL", "폴더가 아니에요");
  const { code, err } = await tomaknote(folder, "new", "til", "막힘");
  expect(code).toBe(1);
  expect(err).toMatch(/^폴더가 있어야 할 곳에 파일이 있어요\. 그 파일을 옮긴 뒤 다시 해 주세요\./);
  expect(await readFile(join(folder, "TIL"), "utf8")).toBe("폴더가 아니에요");
});

it("of several processes that write the day's note at once, one makes it and all lead to it", async () => {
  const results = await Promise.all(Array.from({ length: 8 }, () => tomaknote(folder, "new", "tomak")));
  const [path] = Object.keys(await contentsOf(folder));
  expect(Object.keys(await contentsOf(folder))).toHaveLength(1);
  for (const { code, out, err } of results) {
    if (code === 0) expect(path).toContain(out.trim());
    else expect(err).toContain("같은 이름의 파일이 있어 만들지 않았어요.");
  }
  expect(results.some(({ code }) => code === 0)).toBe(true);
});

it.skipIf(process.platform === "win32")("links around in a circle are walked once, each note once", async () => {
  await put("글.md", "# 2025-05-01 글\n");
  await put("가/나.md", "# 2025-05-02 나\n");
  await symlink("고리.md", join(folder, "고리.md"));
  await symlink("하나.md", join(folder, "둘.md"));
  await symlink("둘.md", join(folder, "하나.md"));
  await symlink(".", join(folder, "여기"));
  await symlink("..", join(folder, "가", "위"));
  await symlink("../가", join(folder, "가", "다시"));
  const { code, out } = await tomaknote(folder, "list", "--json");
  expect(code).toBe(0);
  const paths = (JSON.parse(out) as readonly { readonly path: string }[]).map(({ path }) => path).sort();
  // Links that lead nowhere are shown as notes that cannot be read.
  expect(paths).toEqual(["가/나.md", "고리.md", "글.md", "둘.md", "하나.md"]);
  await symlink("토막글", join(folder, "토막글"));
  const made = await tomaknote(folder, "new", "tomak");
  expect(made.code).toBe(1);
  expect(made.err).toMatch(/링크가 자기 자신으로 이어져 있어요\. 링크를 고친 뒤 다시 해 주세요\./);
});

it("50,000 files that are no notes are passed by, and none of them is read", async () => {
  await put("글.md", "# 2025-05-01 글\n");
  const others: string[] = [];
  for (let part = 0; part < 50; part++) {
    await mkdir(join(folder, "자료", String(part)), { recursive: true });
    for (let n = 0; n < 1_000; n++) others.push(join(folder, "자료", String(part), `${n}.txt`));
    await Promise.all(others.slice(-1_000).map((path) => writeFile(path, "x")));
  }
  // A disk that tells when a file was read last does so for what was not read since it was written.
  await Promise.all(others.map((path) => utimes(path, NEVER_READ, new Date())));
  const { code, out } = await tomaknote(folder, "list");
  expect({ code, lines: out.trim().split("\n").length }).toEqual({ code: 0, lines: 1 });
  const wasRead = async (path: string): Promise<boolean> => (await stat(path)).atime > NEVER_READ;
  expect((await Promise.all(others.map(wasRead))).filter(Boolean)).toEqual([]);
}, 60_000);

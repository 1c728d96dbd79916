import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { excludedBy } from "../../src/core/notebook/exclude.ts";
import { NEVER_CANCELLED } from "../../src/core/notebook/files.ts";
import { createFile, writeNew } from "../../src/node/createFile.ts";
import { diskFiles } from "../../src/node/files.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "tomaknote-files-"));
});
afterEach(async () => {
  await chmod(join(root, "닫힌"), 0o700).catch((error: unknown) => {
    if (!files().isMissing(error)) throw error;
  });
  await rm(root, { recursive: true, force: true });
});

const files = (exclude: readonly string[] = []) => diskFiles(root, excludedBy(exclude));

async function put(path: string, text = ""): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

describe("diskFiles", () => {
  it("lists Markdown files in every folder but those that are left out, spelled as on disk", async () => {
    const nfd = "토막글/각.md".normalize("NFD");
    const there = ["a.md", "B.MD", "TIL/2025/c.markdown", nfd];
    for (const path of [...there, "d.txt", "node_modules/e.md", ".git/f.md", "TIL/.숨은.md"]) await put(path);
    await mkdir(join(root, "폴더.md"));
    expect([...(await files(["**/node_modules/**"]).list(NEVER_CANCELLED))].sort()).toEqual([...there].sort());
    expect(await files().list(NEVER_CANCELLED, "TIL")).toEqual(["TIL/2025/c.markdown"]);
    expect(await files().list(NEVER_CANCELLED, "없는")).toEqual([]);
    expect(await files().list({ aborted: true })).toEqual([]);
  });

  it("follows no link to a folder: it may lead around in a circle", async () => {
    await put("a/b.md");
    await symlink(root, join(root, "a", "around"));
    expect(await files().list(NEVER_CANCELLED)).toEqual(["a/b.md"]);
  });

  it("passes over a folder that cannot be read", async () => {
    await put("a.md");
    await put("닫힌/b.md");
    await chmod(join(root, "닫힌"), 0o000);
    // The superuser reads everything.
    expect(await files().list(NEVER_CANCELLED)).toEqual(
      process.getuid?.() === 0 ? expect.arrayContaining(["a.md"]) : ["a.md"],
    );
  });

  it.skipIf(process.platform === "win32")("reads neither devices nor pipes, nor what no memory can hold", async () => {
    await put("글.md", "글");
    execFileSync("mkfifo", [join(root, "관.md"), join(root, "관")]);
    await symlink("관", join(root, "이은 관.md"));
    await symlink("/dev/zero", join(root, "끝없는.md"));
    await put("큰.md");
    await truncate(join(root, "큰.md"), 2 ** 43);
    const { list, read, states, isMissing } = files();
    expect([...(await list(NEVER_CANCELLED))].sort()).toEqual(["글.md", "끝없는.md", "이은 관.md", "큰.md"]);
    for (const path of ["관.md", "이은 관.md", "끝없는.md", "큰.md"]) {
      await expect(read(path).catch(isMissing)).resolves.toBe(false);
      await expect(states?.read(path)).rejects.toThrow();
    }
    expect(new TextDecoder().decode(await read("글.md"))).toBe("글");
  });

  it("names what is in a folder, nothing where there is none", async () => {
    await put("a/b.md");
    await put("a/c/d.txt");
    expect([...(await files().namesIn("a"))].sort()).toEqual(["b.md", "c"]);
    expect(await files().namesIn("")).toEqual(["a"]);
    expect(await files().namesIn("없는")).toEqual([]);
    expect(await files().namesIn("a/b.md")).toEqual([]);
  });

  it("tells a missing file from one that cannot be read", async () => {
    await mkdir(join(root, "폴더.md"));
    const { read, isMissing } = files();
    await expect(read("없는.md").catch(isMissing)).resolves.toBe(true);
    await expect(read("폴더.md").catch(isMissing)).resolves.toBe(false);
  });
});

describe("createFile", () => {
  it("creates with the folders on the way, and never overwrites", async () => {
    expect(await createFile(root, "TIL/2025/05/글.md", "하나")).toBe(true);
    expect(await createFile(root, "TIL/2025/05/글.md", "둘")).toBe(false);
    expect(await readFile(join(root, "TIL/2025/05/글.md"), "utf8")).toBe("하나");
  });

  it("lets one of two that create at once win", async () => {
    const won = await Promise.all(["하나", "둘", "셋"].map((text) => createFile(root, "글.md", text)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(["하나", "둘", "셋"][won.indexOf(true)]).toBe(await readFile(join(root, "글.md"), "utf8"));
  });

  it("writes through no link, not even one that leads nowhere", async () => {
    await symlink(join(root, "밖.md"), join(root, "글.md"));
    expect(await createFile(root, "글.md", "글")).toBe(false);
    await expect(readFile(join(root, "밖.md"))).rejects.toThrow("ENOENT");
    expect(await writeNew(join(root, "다른.md"), "글")).toBe(true);
  });

  it("refuses a folder that leads out of the root, however deep below it", async () => {
    await mkdir(join(root, "노트"));
    await mkdir(join(root, "밖"));
    await symlink(join(root, "밖"), join(root, "노트", "TIL"));
    await expect(createFile(join(root, "노트"), "TIL/2025/05/글.md", "글")).rejects.toThrow("노트 폴더 밖");
    await expect(createFile(join(root, "노트"), "TIL/글.md", "글")).rejects.toThrow("노트 폴더 밖");
    expect(await files().namesIn("밖")).toEqual([]);
  });

  it("works below a root that is a link itself", async () => {
    await mkdir(join(root, "진짜"));
    await symlink(join(root, "진짜"), join(root, "링크"));
    expect(await createFile(join(root, "링크"), "글.md", "글")).toBe(true);
  });
});

import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { engines } from "../../src/engines.ts";
import { run } from "../../src/node/cli/run.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NOW = Date.parse("2025-05-01T23:10:00+09:00");

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tomaknote-cli-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function put(path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

const textOf = (path: string): Promise<string> => readFile(join(folder, path), "utf8");

/** Runs one command line in the temporary folder. */
async function tomaknote(...args: readonly string[]) {
  const result = { out: "", err: "" };
  const code = await run(args, {
    cwd: folder,
    clock: { now: () => NOW },
    engines,
    write: (text) => {
      result.out += text;
    },
    writeError: (text) => {
      result.err += text;
    },
  });
  return { code, ...result };
}

const TOMAK = "토막글/2025/05/2025-05-01-토막글-1.md";
const POST =
  "---\ntitle: 2025년 4월 회고\ndate: 2025-05-01\n---\n\n## 4월 동안 쓴 토막글들\n\n**오늘의 토막글 7**\n\n- 하나\n\n## 4월 동안 쓴 TIL\n\n**[락](https://a.kr)**\n\n- 둘\n";

describe("the command line", () => {
  it.each([[["--help"]], [["-h"]], [["list", "--help"]]])("%j explains itself in Korean", async (args) => {
    const { code, out, err } = await tomaknote(...args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const word of [
      "쓰는 법",
      "new tomak",
      "new til",
      "list",
      "find",
      "import",
      "retro",
      "check",
      "--notebook",
      "--now",
      "종료 코드",
    ])
      expect(out).toContain(word);
  });

  it("--version says the version of the package", async () => {
    expect(await tomaknote("--version")).toEqual({ code: 0, out: `${manifest.version}\n`, err: "" });
  });

  it.each([
    [[]],
    [["unknown"]],
    [["constructor"]],
    [["list", "--unknown"]],
    [["list", "--out", "a.md"]],
    [["list", "extra"]],
    [["find"]],
    [["find", "#"]],
    [["find", "글", "--limit", "0"]],
    [["list", "--month", "5월"]],
    [["--notebook"]],
    [["new"]],
    [["new", "post"]],
    [["new", "til"]],
    [["new", "til", " "]],
    [["new", "tomak", "extra"]],
    [["new", "tomak", "--tag", "a"]],
    [["new", "tomak", "--day", "언젠가"]],
    [["new", "til", "글", "--link", "a.kr"]],
    [["import"]],
    [["retro"]],
    [["retro", "5월"]],
    [["retro", "2025-05", "2025-06"]],
    [["retro", "2025-W54"]],
    [["retro", "2025-Q5"]],
    [["retro", "--previous", "2025-05"]],
    [["list", "--previous"]],
    [["retro", "2025-05", "--out", "a.md", "--stdout"]],
    [["check", "extra"]],
    [["check", "--month", "5월"]],
    [["list", "--now", "어제"]],
    [["list", "--now", "2025-02-30"]],
    [["list", "--now", "2025-05-01T24:00"]],
    [["list", "--now", "2025-05-01T10:99"]],
    [["list", "--now", "2025-05-01T10:00+99:00"]],
  ])("%j is not understood: exit code 2, the usage on stderr, nothing on stdout", async (args) => {
    const { code, out, err } = await tomaknote(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^[^\n]*[가-힣][^\n]*\n\n토막노트/);
  });

  it.each([
    [["list", "--notebook", "없는 폴더"]],
    [["list", "--notebook", "a.md"]],
    [["retro", "2025-05"]],
    [["import", "없는-글.md"]],
    [["import", "없는-폴더"]],
    [["import", "a.md"]],
  ])("%j cannot be done: exit code 1, why in Korean on stderr", async (args) => {
    await put("a.md", "글\n");
    const { code, out, err } = await tomaknote(...args);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^[^\n]*[가-힣][^\n]*\n$/);
  });

  it("works on the folder that --notebook names", async () => {
    await put("notes/a.md", "");
    expect((await tomaknote("new", "tomak", "--notebook", "notes")).out).toBe(`${TOMAK}\n`);
    expect(await textOf(`notes/${TOMAK}`)).toContain("title: 오늘의 토막글 1\n");
  });
});

describe("new tomak", () => {
  it("creates the day's 토막글 once, and never touches it again", async () => {
    expect(await tomaknote("new", "tomak")).toEqual({ code: 0, out: `${TOMAK}\n`, err: "" });
    await put(TOMAK, "\uFEFF---\r\ntitle: 오늘의 토막글 1\r\n---\r\n내가 쓴 글");
    const again = await tomaknote("new", "tomak");
    expect(again).toMatchObject({ code: 0, out: `${TOMAK}\n` });
    expect(again.err).toMatch(/그대로/);
    expect(await textOf(TOMAK)).toBe("\uFEFF---\r\ntitle: 오늘의 토막글 1\r\n---\r\n내가 쓴 글");
  });

  it.each([
    [["--now", "2025-05-01T23:10:00+09:00"], "2025-05-01", "2025-05-01 23:10:00 +0900"],
    [["--now", "2025-05-01 23:10"], "2025-05-01", "2025-05-01 23:10:00 +0900"],
    [["--now", "2025-04-30T15:00:00Z"], "2025-05-01", "2025-05-01 00:00:00 +0900"],
    [["--now", "2025-03-01"], "2025-03-01", "2025-03-01 00:00:00 +0900"],
    [["--day", "어제"], "2025-04-30", "2025-04-30 23:59:59 +0900"],
    [["--day", "4/28"], "2025-04-28", "2025-04-28 23:59:59 +0900"],
  ])("%j is the day %s", async (args, day, stamp) => {
    const { out } = await tomaknote("new", "tomak", ...args);
    expect(out).toBe(`토막글/${day.slice(0, 4)}/${day.slice(5, 7)}/${day}-토막글-1.md\n`);
    expect(await textOf(out.trim())).toContain(`\ndate: ${stamp}\n`);
  });

  it("reads the folder's settings, comments and all", async () => {
    await put(
      ".vscode/settings.json",
      '\uFEFF{\n  // 새벽까지 어제\n  "tomaknote.dayStartsAt": "04:00",\n  "tomaknote.tomak.path": "일기/{{ date }}.md", /* 짧게 */\n  "editor.tabSize": 2,\n}\n',
    );
    expect(await tomaknote("new", "tomak", "--now", "2025-05-02T03:59+09:00")).toEqual({
      ...{ code: 0, out: "일기/2025-05-01.md\n", err: "" },
    });
  });

  it.each([
    ['{ "tomaknote.timeZone": "Mars/Olympus" }', /tomaknote\.timeZone/],
    ["{ broken", /settings\.json/],
    ["// 비어 있음\n", /^$/],
    ["", /^$/],
  ])("goes on with the defaults where the settings are %j, and says so", async (settings, warning) => {
    await put(".vscode/settings.json", settings);
    const { code, out, err } = await tomaknote("new", "tomak");
    expect({ code, out }).toEqual({ code: 0, out: `${TOMAK}\n` });
    expect(err).toMatch(warning);
  });

  it("names the line of a broken template and creates nothing", async () => {
    await put(".tomaknote/templates/tomak.md", "---\ntitle: {{ titel }}\n");
    const { code, err } = await tomaknote("new", "tomak");
    expect(code).toBe(1);
    expect(err).toContain("2번째 줄");
    expect(JSON.parse((await tomaknote("list", "--json")).out)).toEqual([]);
  });

  it("refuses a folder that leads out of the notebook", async () => {
    await mkdir(join(folder, "notebook"));
    await mkdir(join(folder, "밖"));
    await symlink(join(folder, "밖"), join(folder, "notebook", "토막글"));
    const { code, out, err } = await tomaknote("new", "tomak", "--notebook", "notebook");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("노트 폴더 밖");
    await expect(textOf("밖/2025/05/2025-05-01-토막글-1.md")).rejects.toThrow("ENOENT");
  });

  it("follows a link within the notebook", async () => {
    await mkdir(join(folder, "글"));
    await symlink(join(folder, "글"), join(folder, "토막글"));
    expect(await tomaknote("new", "tomak")).toMatchObject({ code: 0 });
    expect(await textOf("글/2025/05/2025-05-01-토막글-1.md")).toContain("오늘의 토막글 1");
  });
});

describe("new til", () => {
  it("creates a TIL with tags and a link, and -2 for the same title", async () => {
    const args = ["new", "til", "락과", "래치: 차이", "--tag", "DB", "--tag", "#자바/스프링", "--link", "https://a.kr"];
    expect((await tomaknote(...args)).out).toBe("TIL/2025/05/2025-05-01-락과-래치-차이.md\n");
    expect((await tomaknote(...args)).out).toBe("TIL/2025/05/2025-05-01-락과-래치-차이-2.md\n");
    const listed = JSON.parse((await tomaknote("list", "--json")).out);
    expect(listed).toHaveLength(2);
    expect(listed[0]).toMatchObject({ title: "락과 래치: 차이", tags: ["DB", "자바/스프링"], link: "https://a.kr" });
  });

  it("takes a link for a title", async () => {
    const { out } = await tomaknote("new", "til", "[락](https://a.kr/b_(c))");
    expect(out).toBe("TIL/2025/05/2025-05-01-락.md\n");
    expect(await textOf(out.trim())).toContain("link: https://a.kr/b_(c)\n");
  });
});

describe("list", () => {
  beforeEach(async () => {
    await put("2025-05-01-토막글-95.md", "---\ntitle: 오늘의 토막글 95\ntags: [경제]\n---\n");
    await put("TIL/2025-05-락.md", "---\nmonth: 2025-05\nlink: https://a.kr\n---\n");
    await put("나중에.md", "---\ntags: [a\n---\n");
    await put("node_modules/a/README.md", "");
  });

  it("--json tells the line of a day in a diary, and why a file is in no month", async () => {
    await put("2023.md", "## 2023-01-01 일\n- 가\n## 2023-01-02 월\n- 나\n");
    await put("README.md", "# TIL\n\n매일 적습니다.\n");
    await put("post.en.md", "---\ndate: 2023-01-03\n---\nHello\n");
    const notes: unknown = JSON.parse((await tomaknote("list", "--json")).out);
    expect(notes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: "2023.md", line: 1, date: "2023-01-01", precision: "day", source: "heading" }),
        expect.objectContaining({ path: "2023.md", line: 3, date: "2023-01-02", title: "나" }),
        expect.objectContaining({ path: "README.md", line: null, date: null, leftOut: "readme" }),
        expect.objectContaining({ path: "post.en.md", date: "2023-01-03", leftOut: "translation" }),
      ]),
    );
  });

  it("--json has every note, oldest first, what is not known as null", async () => {
    const { code, out, err } = await tomaknote("list", "--json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toEqual([
      {
        ...{ path: "TIL/2025-05-락.md", line: null, kind: "til", number: null, title: "2025-05-락" },
        ...{
          date: "2025-05",
          precision: "month",
          source: "front-matter",
          tags: [],
          link: "https://a.kr",
          conflict: null,
          leftOut: null,
          problem: null,
        },
      },
      {
        ...{ path: "2025-05-01-토막글-95.md", line: null, kind: "tomak", number: 95, title: "오늘의 토막글 95" },
        ...{
          date: "2025-05-01",
          precision: "day",
          source: "name",
          tags: ["경제"],
          link: null,
          conflict: null,
          leftOut: null,
          problem: null,
        },
      },
      {
        ...{ path: "나중에.md", line: null, kind: "note", number: null, title: "나중에" },
        ...{
          date: null,
          precision: "none",
          source: null,
          tags: expect.any(Array),
          link: null,
          conflict: null,
          leftOut: null,
          problem: "broken-front-matter",
        },
      },
    ]);
  });

  it("has a line for each note, of one month when asked", async () => {
    const { out } = await tomaknote("list");
    expect(out.trim().split("\n")).toHaveLength(3);
    expect((await tomaknote("list", "--month", "2025-05")).out.trim().split("\n")).toHaveLength(2);
    expect(await tomaknote("list", "--month", "2024-05")).toEqual({ code: 0, out: "", err: "" });
  });
});

describe("tags", () => {
  beforeEach(async () => {
    await put("a.md", "---\ntags: [자바, K8S]\n---\n- 글 #k8s\n");
    await put("b.md", "---\ntags: [자바]\n---\n");
  });

  it("lists tags of front matter and bodies, most used first, and what may be one", async () => {
    const { code, out } = await tomaknote("tags");
    expect(code).toBe(0);
    expect(out).toBe("    2  자바\n    1  K8S\n    1  k8s\n\n같은 태그일지 모르는 것\n  k8s / K8S\n");
  });

  it("--json has both as data", async () => {
    const { out } = await tomaknote("tags", "--json");
    expect(JSON.parse(out)).toEqual({
      tags: [
        { tag: "자바", count: 2 },
        { tag: "K8S", count: 1 },
        { tag: "k8s", count: 1 },
      ],
      suggestions: [
        {
          reason: "case",
          tags: [
            { tag: "k8s", count: 1 },
            { tag: "K8S", count: 1 },
          ],
        },
      ],
    });
  });
});

describe("import", () => {
  it("takes a post apart once", async () => {
    await put("_posts/2025-05-01-april.md", POST);
    const paths = "토막글/2025/04/2025-04-토막글-7.md\nTIL/2025/04/2025-04-락.md\n";
    const first = await tomaknote("import", "_posts/2025-05-01-april.md");
    expect(first).toMatchObject({ code: 0, out: paths });
    expect(first.err).toContain("2025년 4월: 만든 노트 2편, 이미 있는 노트 0편");
    expect(await textOf("TIL/2025/04/2025-04-락.md")).toContain("month: 2025-04\n");
    const again = await tomaknote("import", "_posts/2025-05-01-april.md");
    expect(again).toMatchObject({ code: 0, out: "" });
    expect(again.err).toContain("이미 있는 노트 2편");
    expect(await textOf("_posts/2025-05-01-april.md")).toBe(POST);
  });

  it("--dry-run creates nothing", async () => {
    await put("post.md", POST);
    expect((await tomaknote("import", "post.md", "--dry-run")).out.trim().split("\n")).toHaveLength(2);
    expect((await tomaknote("list", "--json")).out).not.toContain("토막글/2025");
  });

  it("goes on with the next post after one that cannot be read", async () => {
    await put("post.md", POST);
    await writeFile(join(folder, "cp949.md"), Uint8Array.of(0xc7, 0xd1));
    const { code, out, err } = await tomaknote("import", "없는.md", "cp949.md", "post.md");
    expect(code).toBe(1);
    expect(out.trim().split("\n")).toHaveLength(2);
    expect(err).toContain("없는.md: 그런 파일이 없어요.");
    expect(err).toContain("cp949.md: UTF-8이 아니라서");
  });

  it("asks for the month of a post that names none", async () => {
    await put("post.md", POST.replaceAll(/2025년 4월 |4월 |^date: .*\n/gm, ""));
    const { code, err } = await tomaknote("import", "post.md");
    expect(code).toBe(1);
    expect(err).toContain("--month 2025-05");
    expect((await tomaknote("import", "post.md", "--month", "2025-03")).out).toContain(
      "토막글/2025/03/2025-03-토막글-7.md",
    );
    expect((await tomaknote("import", "post.md", "--month", "3월")).code).toBe(2);
  });

  it("takes all posts of a folder apart at once and says which numbers repeat", async () => {
    await put("_posts/2025-05-01-april.md", POST);
    await put("_posts/2025-06-01-may.md", POST.replaceAll("4월", "5월").replace("[락](https://a.kr)", "자물쇠"));
    const { code, out, err } = await tomaknote("import", "_posts");
    expect(code).toBe(0);
    expect(out.trim().split("\n")).toHaveLength(4);
    expect(err).toContain("2025년 4월, 2025년 5월: 만든 노트 4편");
    expect(err).toContain("다른 달에도 있는 토막글 번호: 7");
  });

  const NOTION = `글 ${"0123456789abcdef".repeat(2)}`;

  it("brings in a zip with its images, once", async () => {
    const zip = zipSync({
      [`${NOTION}.md`]: strToU8(`# 글\n\nCreated: May 19, 2023 8:26 PM\n\n![](a.png)\n`),
      "a.png": Uint8Array.of(1, 2),
    });
    await put("밖/export.zip", zip);
    const dry = await tomaknote("import", "밖/export.zip", "--as", "til", "--dry-run");
    expect(dry).toMatchObject({ code: 0, out: "TIL/2023/05/2023-05-19-글.md\n" });
    expect(await readdir(folder)).toEqual(["밖"]);
    expect(await tomaknote("import", "밖/export.zip", "--as", "til")).toMatchObject({ code: 0, out: dry.out });
    expect(await readFile(join(folder, "TIL/2023/05/img/2023-05-19-글/a.png"))).toEqual(Buffer.from([1, 2]));
    expect(await tomaknote("import", "밖/export.zip", "--as", "note")).toMatchObject({ code: 0, out: "" });
    expect((await tomaknote("import", "밖/export.zip", "--as", "책")).code).toBe(2);
  });

  it("writes nothing of a zip whose last file is damaged", async () => {
    const zip = zipSync({
      [`${NOTION}.md`]: strToU8("# 글\n\n![](a.png)\n"),
      "a.png": [Uint8Array.of(1, 2, 3, 4, 5), { level: 0 }],
    });
    const at = zip.findIndex((_, index) => zip.subarray(index, index + 5).join() === "1,2,3,4,5");
    zip[at] = 9;
    await put("밖/export.zip", zip);
    const { code, err } = await tomaknote("import", "밖/export.zip");
    expect(code).toBe(1);
    expect(err).toContain("깨져");
    expect(await readdir(folder)).toEqual(["밖"]);
  });

  it("follows no link out of a folder", async () => {
    await put("밖/비밀.md", "비밀\n");
    await put("글/2023-01-02-글.md", "글\n");
    await symlink(join(folder, "밖"), join(folder, "글/링크"));
    await symlink(join(folder, "밖/비밀.md"), join(folder, "글/2023-01-03-비밀.md"));
    const { out } = await tomaknote("import", "글", "--notebook", "밖", "--dry-run");
    expect(out).toBe("글/2023/2023-01-02-글.md\n");
  });
});

describe("retro", () => {
  beforeEach(async () => {
    await put(TOMAK, "---\ntitle: 오늘의 토막글 1\n---\n\n- 하나\n");
  });

  const DRAFT = "회고/2025-05-회고.md";

  it("creates the month's draft, then brings it up to date and keeps what was written by hand", async () => {
    expect(await tomaknote("retro", "2025-05")).toEqual({ code: 0, out: `${DRAFT}\n`, err: "" });
    const created = await textOf(DRAFT);
    const written = created
      .replace("## 5월에 해낸 것들\n", "## 5월에 해낸 것들\n\n- 손으로 쓴 줄\n")
      .replaceAll("\n", "\r\n");
    await put(DRAFT, written);
    await put("TIL/2025-05-02-락.md", "- 글\n");
    const again = await tomaknote("retro", "2025-05");
    expect(again).toMatchObject({ code: 0, out: `${DRAFT}\n` });
    expect(again.err).toContain("새로 넣는 노트 1편: TIL/2025-05-02-락.md");
    const updated = await textOf(DRAFT);
    expect(updated).toContain("\r\n\r\n- 손으로 쓴 줄\r\n");
    expect(updated).toContain("\r\n**락**\r\n\r\n- 글\r\n");
    expect(updated).not.toMatch(/[^\r]\n/);
    const third = await tomaknote("retro", "2025-05");
    expect(third).toEqual({ code: 0, out: `${DRAFT}\n`, err: "이미 최신이라 바꾼 것이 없어요.\n" });
    expect(await textOf(DRAFT)).toBe(updated);
  });

  it.each([
    ["2025-W18", "회고/2025-W18-정리.md", "2025년 18주 정리"],
    ["2025-Q2", "회고/2025-Q2-회고.md", "2025년 2분기 회고"],
    ["2025-H1", "회고/2025-H1-회고.md", "2025년 상반기 회고"],
    ["2025", "회고/2025-회고.md", "2025년 회고"],
  ])("creates the draft of %s and finds it again", async (period, path, title) => {
    expect(await tomaknote("retro", period)).toEqual({ code: 0, out: `${path}\n`, err: "" });
    expect(await textOf(path)).toContain(`title: ${title}\n`);
    expect(await tomaknote("retro", period, "--check")).toMatchObject({ code: 0, out: `${path}\n` });
    expect(await textOf(`.tomaknote/retro/${period}.md`)).toContain(`title: ${title}\n`);
  });

  it("says that a period has no notes", async () => {
    const { code, err } = await tomaknote("retro", "2025-W19");
    expect({ code, err }).toEqual({
      code: 1,
      err: "2025년 19주에는 노트가 없어요. 'tomaknote list'로 어느 달에 노트가 있는지 볼 수 있어요.\n",
    });
  });

  it("--previous is the month before now's, by the writer's day", async () => {
    const june = await tomaknote("retro", "--previous", "--now", "2025-06-01 09:00");
    expect(june).toEqual({ code: 0, out: `${DRAFT}\n`, err: "" });
    expect((await tomaknote("retro", "--previous")).err).toBe(
      "2025년 4월에는 노트가 없어요. 'tomaknote list'로 어느 달에 노트가 있는지 볼 수 있어요.\n",
    );
    await put(".vscode/settings.json", '{ "tomaknote.dayStartsAt": "04:00" }');
    const night = await tomaknote("retro", "--previous", "--check", "--now", "2025-06-01T01:30:00+09:00");
    expect(night.err).toBe("2025년 4월에는 노트가 없어요. 'tomaknote list'로 어느 달에 노트가 있는지 볼 수 있어요.\n");
  });

  it("--check writes nothing, says what would change, and exits 1 if anything would", async () => {
    expect(await tomaknote("retro", "2025-05", "--check")).toMatchObject({ code: 1, out: `${DRAFT}\n` });
    expect(await readdir(folder)).not.toContain("회고");
    await tomaknote("retro", "2025-05");
    expect(await tomaknote("retro", "2025-05", "--check")).toMatchObject({ code: 0 });
    const before = [await textOf(DRAFT), await textOf(".tomaknote/retro/2025-05.md")];
    await put("TIL/2025-05-02-락.md", "- 글\n");
    const check = await tomaknote("retro", "2025-05", "--check");
    expect(check).toMatchObject({ code: 1 });
    expect(check.err).toContain("새로 넣는 노트 1편");
    expect([await textOf(DRAFT), await textOf(".tomaknote/retro/2025-05.md")]).toEqual(before);
  });

  it("leaves an entry changed on both sides to the person, and says so", async () => {
    await tomaknote("retro", "2025-05");
    await put(DRAFT, (await textOf(DRAFT)).replace("- 하나", "- 하나 (글에서 고침)"));
    await put(TOMAK, (await textOf(TOMAK)).replace("- 하나", "- 하나 (노트에서 고침)"));
    const before = await textOf(DRAFT);
    for (let round = 0; round < 2; round++) {
      const { code, err } = await tomaknote("retro", "2025-05");
      expect(code).toBe(1);
      expect(err).toContain("양쪽에서 고쳐 그대로 둔 항목");
      expect(await textOf(DRAFT)).toBe(before);
    }
  });

  describe("with copies of images", () => {
    const IMAGE = new Uint8Array([0x89, 0x50, 0, 0xff, 0xfe, 0x0a]);
    const COPY = "static/images/2025-05/a.png";
    const bytesOf = (path: string): Promise<Uint8Array> => readFile(join(folder, path));
    beforeEach(async () => {
      await put(".vscode/settings.json", '{ "tomaknote.retro.images": "copy" }');
      await put("hugo.toml", "");
      await put("TIL/2025-05-02-그림.md", "![그림](a.png) ![큼](큼.png) ![없음](없음.png)\n");
      await put("TIL/a.png", IMAGE);
      await put("TIL/큼.png", new Uint8Array(20_000_001));
    });

    it("makes them with the draft, byte for byte, and again only what is missing", async () => {
      const check = await tomaknote("retro", "2025-05", "--check");
      expect(check.code).toBe(1);
      const copied = `블로그의 그림 폴더로 복사하는 그림 1개: TIL/a.png → ${COPY}\n`;
      const tooLarge =
        "복사하지 않고 링크로 둔 그림 1개: TIL/큼.png(20MB가 넘어요). 글을 내기 전에 직접 옮겨 주세요.\n";
      expect(check.err).toContain(copied + tooLarge);
      expect(await readdir(folder)).not.toContain("static");

      expect(await tomaknote("retro", "2025-05")).toMatchObject({ code: 0, err: copied + tooLarge });
      expect([...(await bytesOf(COPY))]).toEqual([...IMAGE]);
      const draft = await textOf("content/posts/2025-05-회고.md");
      expect(draft).toContain("![그림](/images/2025-05/a.png) ![큼](../../TIL/큼.png) ![없음](../../TIL/없음.png)");
      expect(await tomaknote("retro", "2025-05", "--check")).toMatchObject({ code: 0 });

      await rm(join(folder, COPY));
      expect(await tomaknote("retro", "2025-05", "--check")).toMatchObject({ code: 1 });
      expect((await tomaknote("retro", "2025-05")).err).toContain(copied);
      expect([...(await bytesOf(COPY))]).toEqual([...IMAGE]);
      expect(await textOf("content/posts/2025-05-회고.md")).toBe(draft);
    });

    it("overwrites nothing", async () => {
      await put(COPY, "다른 그림");
      await tomaknote("retro", "2025-05");
      expect(await textOf(COPY)).toBe("다른 그림");
      expect([...(await bytesOf("static/images/2025-05/a-2.png"))]).toEqual([...IMAGE]);
    });

    it("makes none for a draft that is printed or written elsewhere, and says so", async () => {
      const printed = await tomaknote("retro", "2025-05", "--stdout");
      expect(printed.err).toBe("복사하지 않은 그림 1개: TIL/a.png\n");
      expect((await tomaknote("retro", "2025-05", "--out", "5월.md")).err).toBe(printed.err);
      expect(await readdir(folder)).not.toContain("static");
    });

    it("writes through no link that leads out of the notebook", async () => {
      const outside = await mkdtemp(join(tmpdir(), "tomaknote-outside-"));
      try {
        await symlink(outside, join(folder, "static"));
        expect((await tomaknote("retro", "2025-05")).code).toBe(1);
        expect(await readdir(outside)).toEqual([]);
        expect(await readdir(folder)).not.toContain("content");
      } finally {
        await rm(outside, { recursive: true, force: true });
      }
    });
  });

  it("--stdout prints what --out writes and what is created", async () => {
    const { out } = await tomaknote("retro", "2025-05", "--stdout");
    expect(out).toContain("**오늘의 토막글 1**\n\n- 하나\n");
    expect(await tomaknote("retro", "2025-05", "--out", "out/5월.md")).toMatchObject({ code: 0 });
    expect(await textOf("out/5월.md")).toBe(out);
    expect((await tomaknote("retro", "2025-05")).out).toBe("회고/2025-05-회고.md\n");
    expect(await textOf("회고/2025-05-회고.md")).toBe(out);
  });

  it("--out never overwrites", async () => {
    await put("5월.md", "내 글");
    const { code, err } = await tomaknote("retro", "2025-05", "--out", "5월.md");
    expect(code).toBe(1);
    expect(err).toContain("덮어쓰지 않았어요");
    expect(await textOf("5월.md")).toBe("내 글");
  });
});

describe("check", () => {
  it("finds nothing in a notebook that is well", async () => {
    await put(TOMAK, "# 오늘의 토막글 1\n");
    expect(await tomaknote("check")).toMatchObject({ code: 0, err: "" });
  });

  it("names notes that cannot be read and numbers that are used twice: exit code 1", async () => {
    await put("2025-05-01.md", "# 오늘의 토막글 95\n");
    await put("2025-04-30.md", "# 오늘의 토막글 95\n");
    await put("broken.md", "---\ntitle: 제목\ntags: [a\n---\n");
    const { code, out } = await tomaknote("check");
    expect(code).toBe(1);
    expect(out).toMatch(/^broken\.md: 머리말\(YAML\) \d번째 줄/m);
    expect(out).toContain("토막글 95번이 2편 있어요: 2025-04-30.md, 2025-05-01.md");
  });

  it("names gaps, numbers out of date order and numbers quoted of no note", async () => {
    await put("2025-05-01.md", "# 오늘의 토막글 3\n");
    await put("2025-05-02.md", "# 오늘의 토막글 1\n");
    await put("회고/오월.md", "# 2025년 5월 회고\n\n**오늘의 토막글 3**\n\n**오늘의 토막글 4**\n");
    const { code, out } = await tomaknote("check");
    expect({ code, out }).toEqual({
      code: 1,
      out: [
        "2025-05-02.md: 날짜는 뒤인데 번호가 앞서요: 먼저 쓴 글이 3번, 이 글이 1번이에요.",
        "2025-05-01.md: 3번 앞의 토막글 2번이 없어요.",
        "회고/오월.md: 회고에 실린 토막글 4번은 노트에 없어요.",
        "",
      ].join("\n"),
    });
  });

  it("lists the days of a month without a 토막글, which are no problem", async () => {
    await put("2025-05-01.md", "# 오늘의 토막글 1\n");
    await put("2025-05-04.md", "# 오늘의 토막글 2\n");
    const { code, out } = await tomaknote("check", "--month", "2025-05");
    expect(code).toBe(0);
    expect(out).toContain("2025년 5월에 토막글이 없는 날: 2025-05-02, 2025-05-03\n");
  });
});

describe("the bundle", () => {
  it("works as a program: the sample's retro, from another folder, in another time zone", {
    timeout: 60_000,
  }, async () => {
    const program = promisify(execFile);
    await program(process.execPath, [join(ROOT, "scripts/build.mjs"), "--outdir", join(folder, "dist")]);
    const bundle = join(folder, "dist/cli.js");
    await cp(join(ROOT, "sample"), join(folder, "sample"), { recursive: true });
    const env = { ...process.env, TZ: "America/New_York" };
    const args = [bundle, "retro", "2026-08", "--stdout", "--notebook", join(folder, "sample")];
    const { stdout } = await program(process.execPath, args, { cwd: tmpdir(), env });
    const golden = new URL("../core/retro/golden/sample-2026-08.md", import.meta.url);
    expect(stdout).toBe(await readFile(golden, "utf8"));
    const unread = program("sh", [
      "-c",
      '"$0" "$1" list --notebook "$2" | true; echo done',
      process.execPath,
      bundle,
      join(folder, "sample"),
    ]);
    expect(await unread).toEqual({ stdout: "done\n", stderr: "" });
    const failed = program(process.execPath, [bundle, "unknown"], { env });
    await expect(failed).rejects.toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("쓰는 법") });
  });
});

describe("find", () => {
  beforeEach(async () => {
    await put(
      "TIL/2025/04/카프카.md",
      "---\ntitle: 카프카 리밸런싱\ndate: 2025-04-03\ntags: [Study/Kafka]\n---\n\n- 파티션을 나눈다\n",
    );
    await put("2025-04-20.md", "# 하루\r\n\r\n정규표현식과 카프카\r\n".normalize("NFD"));
  });

  it("prints the line of each note, titles before texts", async () => {
    const line = "정규표현식과 카프카".normalize("NFD");
    expect(await tomaknote("find", "ㅋㅍㅋ")).toEqual({
      code: 0,
      out: `TIL/2025/04/카프카.md:2: title: 카프카 리밸런싱\n2025-04-20.md:3: ${line}\n`,
      err: "",
    });
    expect((await tomaknote("find", "카프카", "--limit", "1")).out.split("\n")).toHaveLength(2);
    expect((await tomaknote("find", "표현식", "지난달")).out).toBe(`2025-04-20.md:3: ${line}\n`);
    expect((await tomaknote("find", "#study")).out).toBe("TIL/2025/04/카프카.md:4: tags: [Study/Kafka]\n");
  });

  it("ends with 1 when there is none", async () => {
    expect(await tomaknote("find", "없는", "말")).toEqual({ code: 1, out: "", err: "" });
  });

  it("--json tells all of it", async () => {
    const { code, out } = await tomaknote("find", "파티션", "--json");
    expect({ code, found: JSON.parse(out) }).toEqual({
      code: 0,
      found: [
        {
          path: "TIL/2025/04/카프카.md",
          line: 7,
          text: "- 파티션을 나눈다",
          level: "body",
          kind: "til",
          title: "카프카 리밸런싱",
          date: "2025-04-03",
          tags: ["Study/Kafka"],
        },
      ],
    });
  });
});

describe("publish", () => {
  const DRAFT = "_drafts/만료.md";
  const draft = (body: string, head = ""): string => `---\ntitle: 만료된 키 # 제목\n${head}---\n\n${body}\n`;
  const post = "_posts/2025-05-01-만료.md";
  const exists = (path: string): Promise<boolean> =>
    textOf(path).then(
      () => true,
      () => false,
    );

  beforeEach(() => put("_config.yml", ""));

  it("moves a draft to the posts, dated in the notebook's zone", async () => {
    await put(DRAFT, draft("글 [가](../TIL/a.md)").replaceAll("\n", "\r\n"));
    await put("TIL/a.md", "# a\n");
    expect(await tomaknote("publish", DRAFT)).toEqual({ code: 0, out: `${post}\n`, err: "" });
    expect(await textOf(post)).toBe(
      draft("글 [가](../TIL/a.md)", "date: 2025-05-01 23:10:00 +0900\n").replaceAll("\n", "\r\n"),
    );
    expect(await exists(DRAFT)).toBe(false);
  });

  it("has the links of other notes follow, and names those that it cannot change", async () => {
    await put(DRAFT, draft("글"));
    await put("TIL/a.md", "[글](../_drafts/만료.md)\n");
    await put("TIL/b.md", "줄\r\n[글](../_drafts/만료.md)\n");
    await symlink("/dev/null", join(folder, "TIL/c.md"));
    expect(await tomaknote("publish", DRAFT)).toEqual({
      code: 0,
      out: `${post}\n`,
      err:
        "TIL/c.md: 이 글로 오는 링크가 있는지 살피지 못했어요. 직접 살펴 주세요. (파일을 읽을 수 없어요. 권한을 확인해 주세요.)\n" +
        "TIL/b.md: 이 글로 오는 링크를 고치지 못했어요. 직접 고쳐 주세요. (줄 끝(CRLF, LF)이 섞여 있어요)\n",
    });
    expect(await textOf("TIL/a.md")).toBe(`[글](../${post})\n`);
    expect(await textOf("TIL/b.md")).toBe("줄\r\n[글](../_drafts/만료.md)\n");
  });

  it("--date says another day", async () => {
    await put(DRAFT, draft("글"));
    expect(await tomaknote("publish", DRAFT, "--date", "어제")).toMatchObject({ out: "_posts/2025-04-30-만료.md\n" });
    expect(await textOf("_posts/2025-04-30-만료.md")).toBe(draft("글", "date: 2025-04-30 00:00:00 +0900\n"));
    expect((await tomaknote("publish", DRAFT, "--date", "언젠가")).code).toBe(2);
  });

  it("leaves a draft with errors where it is, unless it is forced", async () => {
    const text = draft("글\n\n![](없음.png)");
    await put(DRAFT, text);
    const { code, out, err } = await tomaknote("publish", DRAFT);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err.split("\n")).toEqual([
      `${DRAFT}:7:1: 오류: 그림 파일이 없어요: _drafts/없음.png. 파일을 두거나 주소를 고쳐 주세요.`,
      `${DRAFT}:7:1: 주의: 그림에 대체 글이 없어요. 그림을 못 보는 사람에게 읽힐 말을 적어 주세요.`,
      "오류가 있어 내지 않았어요. 고치거나 --force로 다시 해 주세요.",
      "",
    ]);
    expect(await textOf(DRAFT)).toBe(text);
    expect(await tomaknote("publish", DRAFT, "--force")).toMatchObject({ code: 0, out: `${post}\n` });
  });

  it("--check and --json only look", async () => {
    await put(DRAFT, draft("```\n코드"));
    const { code, out, err } = await tomaknote("publish", DRAFT, "--check", "--json");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(JSON.parse(out)).toEqual({
      draft: DRAFT,
      post,
      date: "2025-05-01",
      published: false,
      findings: [
        {
          severity: "error",
          code: "open-fence",
          line: 5,
          column: 1,
          message: "코드 블록이 닫히지 않아 글의 끝까지 코드가 돼요. 끝나는 곳에 ```를 적어 주세요.",
        },
      ],
    });
    await put(DRAFT, draft("글"));
    expect(await tomaknote("publish", DRAFT, "--check")).toEqual({ code: 0, out: `${post}\n`, err: "" });
    expect(await exists(DRAFT)).toBe(true);
    expect(JSON.parse((await tomaknote("publish", DRAFT, "--json")).out)).toMatchObject({ post, published: true });
    expect(await exists(DRAFT)).toBe(false);
  });

  it("never overwrites a post", async () => {
    await put(DRAFT, draft("글"));
    await put(post, "그대로\n");
    expect(await tomaknote("publish", DRAFT)).toMatchObject({ out: "_posts/2025-05-01-만료-2.md\n" });
    expect(await textOf(post)).toBe("그대로\n");
  });

  it("does not follow a link out of the notebook", async () => {
    const outside = await mkdtemp(join(tmpdir(), "tomaknote-outside-"));
    try {
      await put(DRAFT, draft("글"));
      await symlink(outside, join(folder, "_posts"));
      expect(await tomaknote("publish", DRAFT)).toMatchObject({ code: 1, out: "" });
      expect(await exists(DRAFT)).toBe(true);
      expect(await readdir(outside)).toEqual([]);
    } finally {
      await rm(outside, { recursive: true });
    }
  });

  it.each([
    [[], 2],
    [["a.md", "b.md"], 2],
    [["../a.md"], 1],
    [["_config.yml"], 1],
    [["없음.md"], 1],
    [["TIL/a.md"], 1],
    [["CP949.md"], 1],
  ])("says what is wrong with %j", async (args, code) => {
    await put("TIL/a.md", "# a\n");
    await put("CP949.md", new Uint8Array([0x23, 0x20, 0xb0, 0xa1, 0xb3, 0xaa, 0xb4, 0xd9]));
    const { err, ...rest } = await tomaknote("publish", ...args);
    expect(rest).toEqual({ code, out: "" });
    expect(err).toMatch(/[가-힣].*(?:세요|어요)\./);
  });

  it("prints where a post is pasted that nothing was moved", async () => {
    await put(".vscode/settings.json", '{ "tomaknote.retro.site": "velog" }');
    const text = "---\ntitle: 2025년 5월 회고\n---\n\n글\n";
    await put("회고/a.md", text);
    expect(await tomaknote("publish", "회고/a.md")).toEqual({
      code: 0,
      out: "",
      err: "블로그의 글쓰기 화면에 머리말 아래의 글을 붙여 넣어 주세요.\n",
    });
    expect(await textOf("회고/a.md")).toBe(text);
  });
});

describe("recall --due", () => {
  it("lists the TIL that are to be asked about, the first at the front, and what of the history it could not read", async () => {
    await put("TIL/2025-03-01-락.md", "- 하나만 들어간다\n");
    await put("TIL/2025-03-02-큐.md", "- 차례로\n");
    await put("TIL/2025-04-20-새것.md", "- 아직\n");
    await put(
      ".tomaknote/recall.jsonl",
      '{"at":"2025-04-20T10:00:00+09:00","note":"TIL/2025-03-01-락.md","title":"락","gist":"","event":"review","recalled":"unknown","asked":"title"}\nhalf',
    );
    const { code, out, err } = await tomaknote("recall", "--due");
    expect(out).toBe("2025-03-01  락  (TIL/2025-03-01-락.md)\n2025-03-02  큐  (TIL/2025-03-02-큐.md)\n");
    expect(err).toBe(".tomaknote/recall.jsonl에 읽을 수 없는 줄이 1개 있어 그 줄만 건너뛰었어요.\n");
    expect(code).toBe(0);
    const { out: json } = await tomaknote("recall", "--due", "--json");
    expect(JSON.parse(json)).toMatchObject([
      { id: "TIL/2025-03-01-락.md", line: null, reviews: 1, lastAsked: "2025-04-20" },
      { id: "TIL/2025-03-02-큐.md", date: "2025-03-02", reviews: 0, lastAsked: null },
    ]);
  });

  it("needs no history, and says how it is used", async () => {
    expect(await tomaknote("recall", "--due")).toEqual({ code: 0, out: "", err: "" });
    expect((await tomaknote("recall")).code).toBe(2);
  });
});

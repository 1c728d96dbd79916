import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { isRefused } from "../../../../src/core/import/importFile.ts";
import { openZip } from "../../../../src/core/import/zip/openZip.ts";
import { memoryNotebook } from "../../../support/notebook.ts";
import { bringInto } from "../../../support/picked.ts";

const text = async (file: { read(): Promise<Uint8Array> } | undefined): Promise<string> =>
  new TextDecoder().decode(await file?.read());

describe("a refusal", () => {
  it("is known by its name alone: the class of another bundle is another one", () => {
    class Minified extends Error {
      override readonly name = "ImportRefused";
    }
    expect(isRefused(new Minified("왜"))).toBe(true);
    expect(isRefused(new Error("왜"))).toBe(false);
  });
});

/** The zip with `change` made to each record of its directory. */
function withDirectory(zip: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 <= copy.length; at++) if (view.getUint32(at, true) === 0x02014b50) change(view, at);
  return copy;
}

describe("a zip", () => {
  it("gives its files, stored and deflated, without what systems leave in it", async () => {
    const zip = zipSync({
      "글/첫 글.md": [strToU8("# 첫 글\n".repeat(100)), { level: 9 }],
      "글/둘.md": [strToU8("둘"), { level: 0 }],
      "__MACOSX/글/._첫 글.md": strToU8("x"),
      ".DS_Store": strToU8("x"),
    });
    const files = await openZip(zip);
    expect(files.map(({ path }) => path)).toEqual(["글/첫 글.md", "글/둘.md"]);
    expect(await text(files[0])).toBe("# 첫 글\n".repeat(100));
    expect(await text(files[1])).toBe("둘");
  });

  it("holds the files of the zips in it, as exports in parts have them", async () => {
    const inner = zipSync({ "하나.md": strToU8("하나") });
    const files = await openZip(zipSync({ "Part-1.zip": [inner, { level: 0 }] }));
    expect(files.map(({ path }) => path)).toEqual(["하나.md"]);
    expect(await text(files[0])).toBe("하나");
  });

  it("with names in CP949 is read", async () => {
    // 한.md, without the mark for UTF-8.
    const zip = zipSync({ "xx.md": strToU8("글") });
    const named = zip.slice();
    for (let at = 0; at + 5 <= named.length; at++)
      if (new TextDecoder("latin1").decode(named.subarray(at, at + 5)) === "xx.md") named.set([0xc7, 0xd1], at);
    const [file] = await openZip(named);
    expect(file?.path).toBe("한.md");
  });

  it("with one name twice gives both, and neither is lost when they are brought in", async () => {
    const zip = zipSync({ "a.md": strToU8("# 하나\n\n첫째 글\n"), "b.md": strToU8("# 둘\n\n둘째 글\n") });
    const twice = zip.slice();
    const b = "b".charCodeAt(0);
    for (let at = 0; at + 4 <= twice.length; at++)
      if (twice[at] === b && new TextDecoder("latin1").decode(twice.subarray(at, at + 4)) === "b.md")
        twice[at] = "a".charCodeAt(0);
    const files = await openZip(twice);
    expect(files.map(({ path }) => path)).toEqual(["a.md", "a.md"]);
    const { items } = await bringInto(await memoryNotebook({}), files);
    expect(items.map(({ path, title }) => [path, title])).toEqual([
      ["글/a.md", "하나"],
      ["글/a-2.md", "둘"],
    ]);
  });

  it.each([
    "../밖.md",
    "글/../../밖.md",
    "글\\..\\..\\밖.md",
    "/etc/passwd.md",
    "C:\\Windows\\a.md",
    "c:a.md",
    "~/글.md",
    "글\u0000.md",
    "a/CON.md",
    "nul",
    "글/aux.txt/a.md",
  ])("with the name %j is refused whole", async (name) => {
    await expect(openZip(zipSync({ "좋은 글.md": strToU8("글"), [name]: strToU8("x") }))).rejects.toThrow(
      /아무것도 가져오지 않았어요/,
    );
  });

  it("with a link in it is refused", async () => {
    const zip = zipSync({ "링크.md": [strToU8("/etc/passwd"), { os: 3, attrs: (0o120777 << 16) >>> 0 }] });
    await expect(openZip(zip)).rejects.toThrow(/링크 '링크.md'/);
  });

  it("that is encrypted, or packed in a way nobody knows, is refused", async () => {
    const zip = zipSync({ "a.md": strToU8("글") });
    const encrypted = withDirectory(zip, (view, at) => view.setUint16(at + 8, 1, true));
    await expect(openZip(encrypted)).rejects.toThrow(/암호/);
    const strange = withDirectory(zip, (view, at) => view.setUint16(at + 10, 99, true));
    await expect(openZip(strange)).rejects.toThrow(/알 수 없는 방식/);
  });

  it("that would become too much is refused before anything is unpacked", async () => {
    const bomb = zipSync({ "a.md": new Uint8Array(60_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(openZip(bomb)).rejects.toThrow(/너무 커져서/);
    const zip = zipSync({ "a.md": strToU8("글") });
    const huge = withDirectory(zip, (view, at) => view.setUint32(at + 24, 1_500_000_000, true));
    await expect(openZip(huge)).rejects.toThrow(/너무 커져서/);
  });

  it("whose entries share their data is refused", async () => {
    const zip = zipSync({ "a.md": [strToU8("글".repeat(5_000)), { level: 0 }], "b.md": strToU8("x") });
    const shared = withDirectory(zip, (view, at) => {
      view.setUint32(at + 20, zip.length - 200, true);
      view.setUint32(at + 42, 0, true);
    });
    await expect(openZip(shared)).rejects.toThrow(/너무 커져서/);
  });

  it("that says it is less than it is gives nothing", async () => {
    const zip = zipSync({ "a.md": strToU8("글".repeat(100_000)) });
    const lying = withDirectory(zip, (view, at) => view.setUint32(at + 24, 10, true));
    const [file] = await openZip(lying);
    await expect(file?.read()).rejects.toThrow(/깨져/);
  });

  it("with more files than anyone has is refused", async () => {
    const zip = zipSync({ "a.md": strToU8("글") });
    const many = zip.slice();
    new DataView(many.buffer).setUint16(many.length - 12, 60_000, true);
    await expect(openZip(many)).rejects.toThrow(/60000개/);
  });

  it("that is cut, changed or none at all is refused, never with another error", async () => {
    const zip = zipSync({ "글.md": strToU8("글을 쓴다\n".repeat(50)) });
    await expect(openZip(strToU8("no zip"))).rejects.toThrow(/깨져/);
    await expect(openZip(new Uint8Array())).rejects.toThrow(/깨져/);
    for (let at = 0; at < zip.length; at++) {
      const broken = zip.slice();
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      try {
        for (const file of await openZip(broken)) await file.read();
      } catch (error) {
        expect(error, `byte ${at}`).toHaveProperty("name", "ImportRefused");
      }
    }
  });
});

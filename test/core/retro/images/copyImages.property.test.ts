import fc from "fast-check";
import { expect, it } from "vitest";
import { placeImages } from "../../../../src/core/retro/images/placeImages.ts";
import { planRetro } from "../../../../src/core/retro/planRetro.ts";
import { nameKey } from "../../../../src/core/text/nfc.ts";
import { MemoryFiles } from "../../../support/memoryFiles.ts";
import { addNote, memoryNotebook } from "../../../support/notebook.ts";
import { month } from "../monthDraft.ts";

const SITES = [
  { files: {}, root: "회고/" },
  { files: { "_config.yml": "theme: jekyll-theme-chirpy\n" }, root: "" },
  { files: { "hugo.toml": "" }, root: "static/" },
] as const;

const folder = fc.constantFrom("", "TIL", "TIL/가", "그림", "assets", "static/images/2025-05", "회고/images/2025-05");
const name = fc.constantFrom(
  ...["a.png", "A.png", "a-2.png", "_a.png", "가 나.jpg", "가.png".normalize("NFD"), "가.png", "b%20.svg", "c.md.png"],
);
const path = fc.tuple(folder, name).map(([above, file]) => (above === "" ? file : `${above}/${file}`));
const images = fc.array(fc.tuple(path, fc.nat({ max: 2 })), { minLength: 2, maxLength: 10 });
const encoded = (text: string): string => text.split("/").map(encodeURIComponent).join("/");
const up = fc.constantFrom("", "../", "../../", "../../../", "%2e%2e/", "..%2f", "/", "./");
const wild = fc.tuple(up, path).map(
  ([before, after]) =>
    () =>
      before + encoded(after),
);
/** Leads from a note so many folders deep to one of the images. */
const right = fc.nat().map((which) => (depth: number, paths: readonly string[]) => {
  return "../".repeat(depth) + encoded(paths[which % paths.length] ?? "");
});
const forms = fc.constantFrom(
  (to: string) => `![그림](${to})`,
  (to: string) => `<img src="${to}">`,
  (to: string) => `![가][그림]\n\n[그림]: <${to}>`,
);
const shown = fc.tuple(forms, fc.oneof({ weight: 3, arbitrary: right }, { weight: 1, arbitrary: wild }));
const bodies = fc.array(fc.array(shown, { maxLength: 4 }), { minLength: 1, maxLength: 4 });

it("never collide, overwrite or leave the notebook; the draft shows them; made again, nothing changes", {
  timeout: 60_000,
}, async () => {
  let copied = 0;
  await fc.assert(
    fc.asyncProperty(images, bodies, fc.constantFrom(...SITES), async (files, notes, site) => {
      const paths = files.map(([at]) => at);
      const texts = notes.map((parts, index) => {
        const [above, depth] = index % 2 === 0 ? ["TIL", 1] : ["메모/2025/05", 3];
        const body = parts.map(([form, address]) => form(address(Number(depth), paths)));
        return [`${above}/2025-05-0${index + 1}-글.md`, `${body.join("\n\n")}\n`];
      });
      const bytes = files.map(([at, content]) => [at, new Uint8Array([0xff, content])]);
      const notebook = await memoryNotebook(Object.fromEntries([...texts, ...bytes, ...Object.entries(site.files)]), {
        "retro.images": "copy",
      });
      const plan = await planRetro(notebook, month("2025-05"));
      if (plan.action !== "create") throw new Error(plan.action);
      const before = new Map(notebook.files.contents);
      const targets = plan.copies.map(({ to }) => nameKey(to));
      expect(new Set(targets).size).toBe(targets.length);
      copied += targets.length;
      for (const { from, to, address } of plan.copies) {
        expect(before.has(from)).toBe(true);
        expect(to.split("/")).not.toContain("..");
        expect(targets.filter((target) => [...before.keys()].some((there) => nameKey(there) === target))).toEqual([]);
        expect(decodeURIComponent(site.root + address.replace(/^\//, ""))).toBe(to);
        expect(plan.draft.text).toContain(address);
        notebook.files.put(to, await notebook.files.read(from));
      }
      // What the draft shows by the site's address is there, unless a note leads into the site's folder by itself.
      const there = [...notebook.files.contents.keys()].map((one) => one.normalize("NFC"));
      const written = decodeURIComponent(texts.map(([, text]) => text).join("\n")).normalize("NFC");
      for (const [, shownAs = ""] of plan.draft.text.matchAll(/[("<]\/?((?:assets\/img|images)\/[^)">]*)/g)) {
        const file = site.root + decodeURIComponent(shownAs);
        expect(there.includes(file) || written.includes(file), file).toBe(true);
      }
      addNote(notebook, plan.draft.path, plan.draft.text);
      notebook.files.put(plan.base.path, plan.base.text);
      const second = await planRetro(notebook, month("2025-05"));
      if (second.action !== "update") throw new Error(second.action);
      expect(second.merge(plan.draft.text).edits).toEqual([]);
      expect(second.copies(plan.draft.text)).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(copied).toBeGreaterThan(100);
});

it("give the same places from the same folder, whatever was copied of the plan before", async () => {
  const sources = fc.uniqueArray(path, { maxLength: 8, selector: (one) => one.normalize("NFC") });
  await fc.assert(
    fc.asyncProperty(
      sources,
      fc.array(fc.nat({ max: 2 }), { minLength: 8, maxLength: 8 }),
      fc.nat(),
      async (...given) => {
        const [paths, contents, mask] = given;
        const files = new MemoryFiles(
          Object.fromEntries(paths.map((one, index) => [`원본/${one}`, new Uint8Array([contents[index] ?? 0])])),
        );
        const wanted = paths.map((one) => `원본/${one}`.normalize("NFC"));
        const site = { path: "그림/2025-05", address: "/그림/2025-05/" };
        const first = await placeImages(files, wanted, site);
        // A run that was stopped has made the first of its copies.
        for (const { from, to } of first.copies.slice(0, mask % 9)) files.put(to, await files.read(from));
        const second = await placeImages(files, wanted, site);
        expect([...second.addresses]).toEqual([...first.addresses]);
        expect(second.copies).toEqual(first.copies.slice(mask % 9));
      },
    ),
    { numRuns: 500 },
  );
});

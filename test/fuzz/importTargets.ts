import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { parseYearMonth } from "../../src/core/calendar/month.ts";
import { readBlogPage } from "../../src/core/import/html/blogPage.ts";
import { htmlStart } from "../../src/core/import/html/htmlBody.ts";
import type { ImportedNote } from "../../src/core/import/importedNote.ts";
import { readMarkdownFile } from "../../src/core/import/markdownFile.ts";
import { readNotionPage } from "../../src/core/import/notionPage.ts";
import { planPosts } from "../../src/core/import/planPosts.ts";
import { checkNotePath } from "../../src/core/note/fileName.ts";
import { readFrontMatter } from "../../src/core/note/frontMatter/read.ts";
import { nfc } from "../../src/core/text/nfc.ts";
import { renderTemplate } from "../../src/templates.ts";
import { readPost } from "../support/importPost.ts";
import { defaultRules, memoryNotebook, settingsWith } from "../support/notebook.ts";
import { filesOf, planInto } from "../support/picked.ts";
import { anyNotionPage, anyPage, anyVelogPost, HTML_FRAGMENTS, NOTION_FRAGMENTS } from "./importCorpus.ts";
import { checkHarmless } from "./safeMarkdown.ts";
import type { Target } from "./target.ts";
import { anyZipText, checkZip } from "./zipTarget.ts";

const ZONE = "Asia/Seoul";
const ID = "0123456789abcdef0123456789abcdef";
const { tomak, til } = settingsWith();
const MONTH = parseYearMonth("2025-05") ?? neverNull();

function neverNull(): never {
  throw new Error("a month that everyone knows");
}

/** What is brought in from elsewhere: none of its readers throws, and nothing of it runs, leads outside or is lost. */
export const IMPORT_TARGETS: readonly Target[] = [
  { name: "import: zip", share: 5, texts: anyZipText, run: checkZip },
  { name: "import: page of a blog", share: 8, texts: anyPage, fragments: HTML_FRAGMENTS, run: checkPage },
  { name: "import: Notion page", share: 6, texts: anyNotionPage, fragments: NOTION_FRAGMENTS, run: checkNotion },
  { name: "import: velog, Markdown", share: 6, texts: anyVelogPost, fragments: HTML_FRAGMENTS, run: checkVelog },
  { name: "import: retro post into notes", share: 5, run: checkPosts },
  { name: "import: all that was picked", share: 1, texts: anyVelogPost, run: checkPicked },
];

/** A note that was made of something: its front matter can be read, and gives back what it is known by. */
function checkNote({ text, source }: ImportedNote): string {
  const { data, problem, bodyStart } = readFrontMatter(text);
  // More brackets than a title of anyone's: shown with a mark.
  if (problem?.code === "too-complex") return text.slice(bodyStart);
  strictEqual(problem, undefined, `front matter that cannot be read: ${JSON.stringify(text.slice(0, 400))}`);
  if (source !== undefined) strictEqual(data.get("source"), source);
  ok(/\S/.test(String(data.get("title") ?? "")), "no title");
  return text.slice(bodyStart);
}

async function checkPage(text: string, words: string, path: string): Promise<void> {
  for (const name of ["글.html", `105/105-${words.replaceAll("/", "")}.html`, path]) {
    const note = await readBlogPage(name, text, ZONE);
    if (note === undefined) continue;
    checkHarmless(checkNote(note));
  }
}

function checkNotion(text: string): void {
  const note = readNotionPage(`글 ${ID}.md`, text, ZONE);
  const body = checkNote(note);
  // What stands below the first line that is neither heading, blank nor a property is text.
  const lines = text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .split("\n");
  const first = lines.findIndex((line, index) => index > 0 && line.trim() !== "" && !/^[^:\n]{1,40}:[ \t]/.test(line));
  if (first === -1) return;
  const rest = lines.slice(first).join("\n").trimEnd();
  ok(body.trimEnd().endsWith(rest), "lines of the page were lost");
}

async function checkVelog(text: string, _: string, path: string): Promise<void> {
  const before = readFrontMatter(text);
  const note = await readMarkdownFile(path, text);
  const after = readFrontMatter(note.text);
  const body = text.slice(before.bodyStart);
  const isPage = htmlStart(body) !== undefined;
  if (before.problem === undefined) {
    // A page is called what its file is, where it does not say itself.
    const isNamed = isPage && !before.data.has("title");
    deepStrictEqual(
      [...after.data].filter(([key]) => !isNamed || key !== "title"),
      [...before.data],
    );
    if (!isPage) strictEqual(note.text, text);
  } else if (note.text !== text) {
    strictEqual(after.problem, undefined);
    if (!isPage) ok(note.text.includes(body.trim()), "a line of the text was lost");
  }
}

function checkPosts(text: string): void {
  const post = readPost(text);
  const patterns = { tomakPath: tomak.path, tilPath: til.path, render: renderTemplate };
  const planned = planPosts([{ name: "글.md", post, month: MONTH }], { notes: [], rules: defaultRules, ...patterns });
  if (!planned.ok) throw new Error(JSON.stringify(planned.problem));
  strictEqual(planned.plan.items.length + planned.plan.existing.length, post.entries.length);
  for (const { path, text: note } of planned.plan.items) {
    checkPath(path);
    strictEqual(readFrontMatter(note).problem, undefined, note.slice(0, 300));
  }
  for (const [index, { body }] of post.entries.entries()) {
    if (planned.plan.existing.length === 0)
      ok(planned.plan.items[index]?.text.includes(body), "an entry's text was lost");
  }
}

/** A path that is as it would be made safe. */
function checkPath(path: string): void {
  deepStrictEqual(checkNotePath(path), { ok: true, path: nfc(path) });
}

async function checkPicked(text: string, words: string, path: string): Promise<void> {
  const contents: Record<string, string | Uint8Array> = {
    [path]: text,
    [`글 ${ID}.md`]: words,
    "backup/content/a.md": text,
    "105/105.html": text,
    [`${words.slice(0, 20)}/img/b.png`]: new Uint8Array([1]),
    "images/uuid-a.png": new Uint8Array([2]),
  };
  const notebook = await memoryNotebook({});
  const { items } = await planInto(notebook, filesOf(contents));
  // What two notes show is one file, in one place.
  const attached = new Map(items.flatMap((item) => item.attached.map(({ file, to }) => [file, to] as const)));
  const places = [...items.map((item) => item.path), ...attached.values()];
  strictEqual(new Set(places.map(nfc)).size, places.length, "two files in one place");
  for (const place of places) {
    ok(!place.startsWith("/") && !place.split("/").includes("..") && !/[\0-\x1f]/.test(place), JSON.stringify(place));
  }
  for (const item of items) checkPath(item.path);
}

import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { parseDay } from "../src/core/calendar/day.ts";
import { addTag } from "../src/core/note/frontMatter/addTag.ts";
import { readFrontMatter } from "../src/core/note/frontMatter/read.ts";
import { readTags } from "../src/core/note/frontMatter/tags.ts";
import { planTil } from "../src/core/write/planTil.ts";
import { describeWriteProblem } from "../src/core/write/problem.ts";
import { memoryNotebook, noteOf, type SettingValues } from "./support/notebook.ts";

const day = parseDay("2025-05-03") ?? never();
const now = Date.parse("2025-05-03T10:00:00+09:00");

function never(): never {
  throw new Error("a day that everyone knows");
}

async function til(title: string, values: SettingValues = {}, files: Readonly<Record<string, string>> = {}) {
  const notebook = await memoryNotebook(files, values);
  return planTil(notebook, { title, tags: [], day, now });
}

describe("a title", () => {
  it.each([
    ["../../etc/passwd"],
    ["/etc/passwd"],
    ["C:\\Windows\\system32"],
    ["a\0b\u202Egnp.md"],
    ["CON"],
    ["aux.txt"],
    ["가".repeat(5_000)],
    ["{{ 'a' | upcase }}{% include 'x' %}"],
    ["<img src=x onerror=alert(1)>"],
    ["..."],
    ["~"],
  ])("names a file inside the notebook that every disk can have: %j", async (title) => {
    const made = await til(title);
    if (!made.ok) throw new Error(describeWriteProblem(made.problem));
    const parts = made.path.split("/");
    expect(parts.slice(0, 3)).toEqual(["TIL", "2025", "05"]);
    expect(parts).toHaveLength(4);
    expect(new TextEncoder().encode(parts[3]).length).toBeLessThanOrEqual(255);
    expect(parts[3]).not.toMatch(/[\u0000-\u001f\u202e<>:"|?*\\]/);
    // It reads back as it was given, so that nothing in it became a key, a tag or a template.
    expect(readFrontMatter(made.text).problem).toBeUndefined();
    expect(noteOf(made.path, made.text).title.replace(/[\0\u202e]/g, "")).toBe(title.replace(/[\0\u202e]/g, ""));
  });
});

describe("a stranger's pattern", () => {
  it.each([
    ["../{{ slug }}.md", "outside"],
    ["/tmp/{{ slug }}.md", "outside"],
    ["C:/{{ slug }}.md", "outside"],
    ["TIL\\..\\..\\{{ slug }}.md", "outside"],
    ["~/{{ slug }}.md", "outside"],
    ["{{ slug }}.sh", "not-markdown"],
    ["{{ '..' | append: '/' | append: slug }}.md", "outside"],
    ["{% include '/etc/passwd' %}.md", "template"],
  ])("that leads elsewhere is refused: %s", async (path, reason) => {
    const made = await til("글", { "til.path": path });
    expect(made).toMatchObject({ ok: false, problem: { reason: "path", problem: { reason } } });
  });

  it.each([
    ["{% include 'secret' %}"],
    ["{% render '../../etc/passwd' %}"],
    ["{% layout '/etc/passwd' %}"],
    ["{% for a in (1..100000000) %}{% for b in (1..100000000) %}x{% endfor %}{% endfor %}"],
  ])("of a template reads no file and does not run for ever: %s", async (template) => {
    const made = await til("글", {}, { ".tomaknote/templates/til.md": template });
    expect(made).toMatchObject({ ok: false, problem: { reason: "template" } });
  });
});

describe("front matter", () => {
  it("that multiplies itself by aliases is shown with a mark, and nothing is written to it", () => {
    const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`);
    const text = `---\nl0: &l0 [${"하,".repeat(9)}]\n${levels.join("\n")}\ntags: *l9\n---\n`;
    expect(readFrontMatter(text).problem?.code).toBe("too-complex");
    expect(noteOf("글.md", text).problem?.reason).toBe("broken-front-matter");
    expect(addTag(text, "a")).toEqual({ ok: false, reason: "broken-front-matter" });
  });

  it.each([
    ["commas", `---\ntags: [${",".repeat(60_000)}]\n---\n`],
    ["brackets", `---\ntags: ${"[".repeat(60_000)}\n---\n`],
    ["lists", `---\ntags: [${"[],".repeat(20_000)}]\n---\n`],
    ["ends of lists", `---\ntags: [a${"]".repeat(20_000)}\n---\n`],
    ["ends of lists on lines of their own", `---\ntags: [a${"]]\n".repeat(900)}\n---\n`],
  ])("of a thousand %s is not parsed", (_, text) => {
    expect(readFrontMatter(text).problem?.code).toBe("too-complex");
  });

  it("with a long list of tags is read", () => {
    const tags = Array.from({ length: 2_000 }, (_, n) => `태그${n}`);
    expect(readTags(readFrontMatter(`---\ntags: [ ${tags.join(", ")} ] # 많다\nx: "\\u0061"\n---\n`))).toEqual(tags);
  });

  it.each([
    ["YAML", "---\n__proto__:\n  polluted: 1\nconstructor: a\ntoString: b\ntags: [__proto__, constructor]\n---\n"],
    [
      "TOML",
      "+++\n__proto__.polluted = 1\nconstructor = 'a'\ntags = ['__proto__', 'constructor']\n[toString]\na = 1\n+++\n",
    ],
  ])("with keys of prototypes is only keys: %s", (_, text) => {
    const { data, problem } = readFrontMatter(text);
    expect(readTags(readFrontMatter(text))).toEqual(["__proto__", "constructor"]);
    expect(problem === undefined ? data.get("constructor") : "a").toBe("a");
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

/**
 * Settings that a workspace nobody trusts may bring along: they change what is shown or how a file is read. Nothing can
 * be written there; what decides where and what to write must not be theirs either.
 */
const HARMLESS = [
  // Asks Git in a trusted workspace alone.
  "dateFromGit",
  "dayStartsAt",
  "inlineTags",
  "leftOut",
  "recall.badge",
  "recall.minAge",
  // These two no workspace can state: they are of the application.
  "recall.model",
  "recall.sessionSize",
  "recall.useModel",
  "retro.picture",
  "retro.star",
  "retro.style",
  "retro.tilOrder",
  "statusBar",
  "timeZone",
  "tree.splitTagsOver",
  "weekStartsOn",
];

it("takes from a workspace that is not trusted only settings that write nothing", () => {
  const restricted: readonly string[] = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
  const free = Object.keys(manifest.contributes.configuration.properties).filter((key) => !restricted.includes(key));
  expect(free.map((key) => key.replace("tomaknote.", "")).sort()).toEqual(HARMLESS);
});

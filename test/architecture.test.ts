import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };

const ROOT = fileURLToPath(new URL("..", import.meta.url));

interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Modules it imports: a package's specifier as written, a file's path from the root. */
  readonly imports: readonly string[];
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^"';]*?from\s*["']([^"']+)["']|(?:^|\n)\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)|\brequire\(\s*["']([^"']+)["']\s*\)/g;

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), "utf8");
  const imports = [...text.matchAll(IMPORT)].map((match) => {
    const specifier = match.slice(1).find((found) => found !== undefined) ?? "";
    if (!specifier.startsWith(".")) return specifier;
    return relative(ROOT, resolve(ROOT, dirname(path), specifier))
      .split(sep)
      .join("/");
  });
  return { path, text, imports };
}

const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .map((name) => `src/${name.split(sep).join("/")}`)
  .filter((path) => path.endsWith(".ts"))
  .sort()
  .map(readSource);

const below = (folder: string): readonly SourceFile[] => sources.filter(({ path }) => path.startsWith(`${folder}/`));

/** `file → import` of every import that is not allowed. */
function strays(
  files: readonly SourceFile[],
  allowed: (imported: string, file: SourceFile) => boolean,
): readonly string[] {
  return files.flatMap((file) =>
    file.imports.filter((name) => !allowed(name, file)).map((name) => `${file.path} → ${name}`),
  );
}

const isPackage = (name: string): boolean => !name.startsWith("src/") && !name.startsWith("node:") && name !== "vscode";
const packageOf = (name: string): string =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");

/** What the core may build on: neutral packages that run in a web worker. */
const CORE_PACKAGES = new Set([
  "@date-fns/tz",
  "@date-fns/utc",
  "date-fns",
  "es-hangul",
  "fflate",
  "hast-util-from-parse5",
  "hast-util-sanitize",
  "hast-util-to-html",
  "lowlight",
  "htmlparser2",
  "liquidjs",
  "markdown-it",
  "parse5",
  "smol-toml",
  "ts-fsrs",
  "yaml",
  "zeptomatch",
]);

it("the scan sees the imports there are", () => {
  expect(sources.length).toBeGreaterThan(100);
  const imported = new Set(sources.flatMap(({ imports }) => imports));
  for (const name of ["vscode", "node:fs/promises", "liquidjs", "src/core/note/note.ts", "package.json"])
    expect(imported).toContain(name);
  expect(readSource("src/extension.ts").imports.length).toBeGreaterThan(3);
});

it("every import of a file is one of a file that is there, by its full name", () => {
  const files = sources
    .flatMap(({ imports }) => imports)
    .filter((name) => name.startsWith("src/") || name.endsWith(".json"));
  expect(files.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

describe("imports go down only", () => {
  it("from the core to the core and to neutral packages", () => {
    expect(
      strays(below("src/core"), (name) => name.startsWith("src/core/") || CORE_PACKAGES.has(packageOf(name))),
    ).toEqual([]);
  });

  it("from the terminal's floor to the core, Node and packages", () => {
    const allowed = (name: string): boolean =>
      name.startsWith("src/core/") ||
      name.startsWith("src/node/") ||
      name.startsWith("node:") ||
      name === "package.json" ||
      isPackage(name);
    expect(strays(below("src/node"), allowed)).toEqual([]);
  });

  it("from the editor's floor to the core and the editor, never to Node", () => {
    const allowed = (name: string): boolean =>
      name.startsWith("src/core/") || name.startsWith("src/vscode/") || name === "src/ids.ts" || name === "vscode";
    expect(strays(below("src/vscode"), allowed)).toEqual([]);
  });

  it("from a feature to the floors below, never to another feature or to Node", () => {
    const allowed = (name: string, { path }: SourceFile): boolean => {
      const own = path.split("/").slice(0, 3).join("/");
      // What a page and its feature say to each other is known to both.
      const isBelow = ["src/core/", "src/vscode/", "src/webview/messages/", `${own}/`].some((folder) =>
        name.startsWith(folder),
      );
      return isBelow || name === "src/ids.ts" || name === "vscode";
    };
    expect(strays(below("src/features"), allowed)).toEqual([]);
  });

  it("from a webview's page to the core alone, and from what is said to it not even to the page", () => {
    const allowed = (name: string, { path }: SourceFile): boolean =>
      name.startsWith("src/core/") ||
      name.startsWith(path.startsWith("src/webview/messages/") ? "src/webview/messages/" : "src/webview/");
    expect(below("src/webview").length).toBeGreaterThan(8);
    expect(strays(below("src/webview"), allowed)).toEqual([]);
  });

  it("from outside a feature to its door alone", () => {
    const inside = /^src\/features\/[^/]+\/(?!index\.ts$)/;
    const outside = sources.filter(({ path }) => !path.startsWith("src/features/"));
    expect(strays(outside, (name) => !inside.test(name))).toEqual([]);
  });

  it("from the web door to nothing that needs Node", () => {
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const name of sources.find((file) => file.path === path)?.imports ?? []) visit(name);
    };
    visit("src/extension.web.ts");
    visit("src/main.web.ts");
    expect(seen.size).toBeGreaterThan(80);
    expect([...seen].filter((name) => name.startsWith("node:") || name.startsWith("src/node/"))).toEqual([]);
  });

  it("to packages that are dependencies of the product", () => {
    const known = new Set(Object.keys(manifest.dependencies));
    const packages = sources
      .flatMap(({ imports }) => imports)
      .filter((name) => isPackage(name) && name !== "package.json");
    expect([...new Set(packages.map(packageOf))].filter((name) => !known.has(name))).toEqual([]);
    expect([...known].filter((name) => !packages.map(packageOf).includes(name))).toEqual([]);
  });
});

describe("the core", () => {
  it.each([
    ["a clock of its own", /\bDate\.now\b|\bnew (?:UTC)?Date\(\s*\)|\bperformance\.|\bTemporal\.Now\b/],
    ["chance", /\bMath\.random\b|\bcrypto\./],
    ["the network", /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/],
    ["Node's globals", /\bprocess\.|\bBuffer\b|\b__dirname\b|\brequire\(/],
    ["the console", /\bconsole\./],
  ])("has no use of %s", (_, pattern) => {
    expect(
      below("src/core")
        .filter(({ text }) => pattern.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe("files", () => {
  it("of the three doors have at most 30 lines", () => {
    const doors = sources.filter(({ path }) => /^src\/(?:extension|extension\.web|cli)\.ts$/.test(path));
    expect(doors).toHaveLength(3);
    expect(doors.filter(({ text }) => text.trimEnd().split("\n").length > 30).map(({ path }) => path)).toEqual([]);
  });

  it("have at most 400 lines", () => {
    expect(sources.filter(({ text }) => text.split("\n").length > 400).map(({ path }) => path)).toEqual([]);
  });

  it("export by name", () => {
    expect(sources.filter(({ text }) => /^\s*export default\b/m.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A kind of workspace that tests run in; each is a launch of its own. */
export interface Shape {
  readonly name: string;
  /** The folder of its tests below test/editor. */
  readonly tests: string;
  /** Makes the workspace inside `folder` and answers with what to open; nothing is opened when undefined. */
  make(folder: string): string | undefined;
}

function folderIn(parent: string, name: string): string {
  const folder = path.join(parent, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

const all: readonly Shape[] = [
  {
    name: "folder",
    tests: "suite",
    make(parent) {
      const folder = folderIn(parent, "노트 폴더");
      writeFileSync(path.join(folder, "README.md"), "# 노트\n");
      return folder;
    },
  },
  { name: "empty-folder", tests: "empty-folder", make: (parent) => folderIn(parent, "빈 폴더") },
  { name: "no-folder", tests: "no-folder", make: () => undefined },
  {
    name: "several-folders",
    tests: "several-folders",
    make(parent) {
      const names = ["노트", "코드"];
      for (const name of names) folderIn(parent, name);
      const file = path.join(parent, "여럿.code-workspace");
      writeFileSync(file, JSON.stringify({ folders: names.map((name) => ({ path: name })), settings: {} }));
      return file;
    },
  },
];

const wanted = process.env.TOMAKNOTE_SHAPES?.split(",");

/** The shapes that tests run in: all, or those named by TOMAKNOTE_SHAPES while working on one. */
export const shapes = all.filter(({ name }) => wanted === undefined || wanted.includes(name));

/** The hosts a test file runs in: both, unless a line of it says `// @host node` or `// @host web`. */
export function hosts(source: string): readonly ("node" | "web")[] {
  const only = /^\/\/ @host (node|web)$/m.exec(source)?.[1];
  return only === "node" || only === "web" ? [only] : ["node", "web"];
}

import type { sanitize } from "hast-util-sanitize";

type Node = ReturnType<typeof sanitize>;

/** A tree of HTML, as the packages that sanitise and write it have it. */
export type Root = Extract<Node, { type: "root" }>;
export type Element = Extract<Node, { type: "element" }>;
export type ElementContent = Element["children"][number];
export type RootContent = Root["children"][number];

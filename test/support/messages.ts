import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { parseSync } from "vite";

/**
 * How a text reaches a person: a failure stops what they asked for; `usage` is one that the terminal's usage follows;
 * `news` tells, `question` asks; `text` is any other sentence, `label` the name of a thing on the screen. What something
 * else made of texts is `made`: its source stands for it.
 */
export type MessageKind = "failure" | "usage" | "news" | "question" | "text" | "label" | "made";

export interface Message {
  /** From `src/`, with `/`. */
  readonly file: string;
  readonly kind: MessageKind;
  /** What is filled in stands as `{…}`. */
  readonly text: string;
  /** Whether a button comes with it. */
  readonly hasAction: boolean;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const HANGUL = /[가-힣]/;
const SENTENCE = /(?:요|니다|까요)[.?]/;

const THROWN: ReadonlyMap<unknown, MessageKind> = new Map([
  ["Notice", "failure"],
  ["Failure", "failure"],
  ["ImportRefused", "failure"],
  ["Error", "failure"],
  ["UsageError", "usage"],
]);
const SHOWN: ReadonlyMap<unknown, MessageKind> = new Map([
  ["showErrorMessage", "failure"],
  ["showWarningMessage", "failure"],
  ["showInformationMessage", "news"],
]);

/** The keys of options and items whose texts are on the screen. */
const LABEL_KEYS = new Set([
  ...["title", "label", "description", "detail", "tooltip", "prompt", "message", "name", "documentation"],
  ...["placeHolder", "placeholder", "openLabel", "saveLabel", "ariaLabel", "empty", "text"],
]);

/** What in these files says why something was not done. */
const REASONS = new Set([
  "core/publish/plan/refusal.ts",
  "core/write/problem.ts",
  "core/publish/commitToday.ts",
  "core/publish/git/gitProblem.ts",
  "core/publish/git/pushProblem.ts",
  "core/note/noteProblem.ts",
  "node/settings.ts",
  "node/fault.ts",
  "vscode/settings.ts",
]);

/** Everything that the source says to a person, in the order of its files; each text of a file once. */
export function messagesIn(source: string): readonly Message[] {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).map((name) => name.split(sep).join("/"));
  return files
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .flatMap((file) => messagesOf(file, readFileSync(join(source, file), "utf8")));
}

/** What one file says. */
export function messagesOf(file: string, text: string): readonly Message[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found = new Map<string, Message>();
  const taken = new Set<unknown>();
  const declared = new Map<string, Node>();
  const add = (kind: MessageKind, shown: string, hasAction = false): void => {
    if (!found.has(shown)) found.set(shown, { file, kind, text: shown, hasAction });
  };
  const nodes = [...nodesOf(program)];
  for (const node of nodes) {
    if (node.type !== "VariableDeclarator" || !isNode(node.id) || !isNode(node.init)) continue;
    if (typeof node.id.name === "string") declared.set(node.id.name, node.init);
  }
  const take = (given: Node, kind: MessageKind, hasAction: boolean): void => {
    const argument = given.type === "Identifier" ? (declared.get(String(given.name)) ?? given) : given;
    const texts = shownTexts(argument);
    if (texts.length === 0) add("made", text.slice(Number(given.start), Number(given.end)));
    for (const { shown, node } of texts) {
      taken.add(node);
      add(kind, shown, hasAction);
    }
  };
  for (const node of nodes) {
    const kind = kindOfSink(node);
    const [first, ...more] = nodesIn(node.arguments);
    // An error without Hangul is for the log.
    if (kind === undefined || first === undefined) continue;
    if (
      isNode(node.callee) &&
      node.callee.name === "Error" &&
      !shownTexts(first).some(({ shown }) => HANGUL.test(shown))
    )
      continue;
    const isModal = more.some(
      (argument) => argument.type === "ObjectExpression" && [...nodesOf(argument)].some(isModalKey),
    );
    take(first, isModal ? "question" : kind, more.length > 0);
  }
  const labelled = new Set(
    nodes.flatMap((node) => (node.type === "Property" && isLabelKey(node.key) ? [...nodesOf(node.value)] : [])),
  );
  for (const node of nodes) {
    const shown = taken.has(node) ? undefined : literalText(node);
    if (shown === undefined || !HANGUL.test(shown)) continue;
    if (SENTENCE.test(shown)) add(REASONS.has(file) && !labelled.has(node) ? "failure" : "text", shown);
    else if (labelled.has(node)) add("label", shown);
  }
  return [...found.values()];
}

function kindOfSink(node: Node): MessageKind | undefined {
  const callee = isNode(node.callee) ? node.callee : undefined;
  if (callee === undefined) return undefined;
  if (node.type === "NewExpression") return THROWN.get(callee.name);
  if (node.type !== "CallExpression" || callee.type !== "MemberExpression" || !isNode(callee.property))
    return undefined;
  return SHOWN.get(callee.property.name);
}

/** The texts that an expression may give: of a choice both, of a template the whole. */
function shownTexts(node: Node): readonly { readonly shown: string; readonly node: Node }[] {
  const shown = literalText(node);
  if (shown !== undefined) return [{ shown, node }];
  if (node.type === "ConditionalExpression")
    return [node.consequent, node.alternate].filter(isNode).flatMap(shownTexts);
  if (node.type === "BinaryExpression") return [node.left, node.right].filter(isNode).flatMap(shownTexts);
  if (node.type === "ParenthesizedExpression" && isNode(node.expression)) return shownTexts(node.expression);
  return [];
}

function literalText(node: Node): string | undefined {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type !== "TemplateLiteral") return undefined;
  return nodesIn(node.quasis)
    .map(({ value }) => (isRecord(value) ? String(value.cooked) : ""))
    .join("{…}");
}

function isModalKey(node: Node): boolean {
  return node.type === "Property" && isNode(node.key) && node.key.name === "modal";
}

function isLabelKey(key: unknown): boolean {
  return isNode(key) && LABEL_KEYS.has(String(key.name));
}

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* nodesOf(each);
  if (!isNode(value)) return;
  yield value;
  for (const [key, child] of Object.entries(value)) if (key !== "parent") yield* nodesOf(child);
}

function nodesIn(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isNode(value: unknown): value is Node {
  return isRecord(value) && typeof value.type === "string";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

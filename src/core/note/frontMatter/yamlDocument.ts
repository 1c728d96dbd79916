import type { Alias, Document, Scalar } from "yaml";
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit } from "yaml";
import type { FrontMatterBlock, FrontMatterData, FrontMatterProblem, FrontMatterValue } from "./frontMatter.ts";
import { lineNumberAt } from "./lines.ts";
import { deepNestingAt, flowExcessAt, MAX_DEPTH } from "./yamlNesting.ts";

const MAX_ALIASES = 100;
const MAX_NODES = 20_000;

export type YamlDocument = Document.Parsed;

type Failure = Omit<FrontMatterProblem, "line"> & { readonly offset: number };

/** The block's YAML tree, or why it has none. Ranges in it count from the block's `start`. */
export function parseYamlBlock(text: string, block: FrontMatterBlock): YamlDocument | FrontMatterProblem {
  // The parser knows no lone CR; a LF in its place keeps every offset.
  const source = text.slice(block.start, block.contentEnd).replace(/\r(?!\n)/g, "\n");
  const fail = ({ code, detail, offset }: Failure): FrontMatterProblem => {
    return { code, detail, line: lineNumberAt(text, block.start + offset) };
  };
  const tooDeep = deepNestingAt(source);
  if (tooDeep !== undefined) return fail({ code: "too-complex", detail: "values nest too deeply", offset: tooDeep });
  const tooMany = flowExcessAt(source);
  if (tooMany !== undefined) return fail({ code: "too-complex", detail: "too many values", offset: tooMany });
  let document: YamlDocument;
  try {
    document = parseDocument(source, { prettyErrors: false, uniqueKeys: false, keepSourceTokens: true });
  } catch (error) {
    // The parser reports errors in the document; what it throws (a stack used up) is our problem to report.
    return fail({ code: "too-complex", detail: String(error), offset: 0 });
  }
  const [error] = document.errors;
  if (error !== undefined) return fail({ code: "syntax", detail: error.message, offset: error.pos[0] });
  if (document.contents !== null && !isMap(document.contents) && !isEmptyScalar(document.contents)) {
    return fail({
      code: "not-a-mapping",
      detail: "the block is no mapping",
      offset: document.contents.range?.[0] ?? 0,
    });
  }
  return document;
}

/** The data of a parsed block; with a problem, what was read up to there is dropped. */
export function readYamlDocument(
  text: string,
  block: FrontMatterBlock,
  document: YamlDocument,
): FrontMatterData | FrontMatterProblem {
  const reader = new TreeReader(text.slice(block.start, block.contentEnd), document);
  const result = reader.readRoot();
  if (result instanceof Map) return result;
  return { code: result.code, detail: result.detail, line: lineNumberAt(text, block.start + result.offset) };
}

/** Thrown and caught in this file only: leaves the recursion over a tree that cannot be read. */
class Unreadable extends Error {
  readonly code: FrontMatterProblem["code"];

  constructor(code: FrontMatterProblem["code"], detail: string) {
    super(detail);
    this.code = code;
  }
}

class TreeReader {
  readonly #source: string;
  readonly #document: YamlDocument;
  #nodes = 0;
  #aliases = 0;

  constructor(source: string, document: YamlDocument) {
    this.#source = source;
    this.#document = document;
  }

  readRoot(): Map<string, FrontMatterValue> | Failure {
    const data = new Map<string, FrontMatterValue>();
    const root = this.#document.contents;
    if (!isMap(root)) return data;
    try {
      this.#limitAliases();
      for (const pair of root.items) {
        const key = this.#keyOf(pair.key);
        if (data.has(key)) {
          return { code: "duplicate-key", detail: `the key "${key}" occurs twice`, offset: rangeStart(pair.key) };
        }
        data.set(key, this.#valueOf(pair.value, 0));
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { code: error.code, detail: error.message, offset: 0 };
    }
    return data;
  }

  /** Resolving an alias walks the document, so many of them cost a square. */
  #limitAliases(): void {
    // Going through the document takes as long as reading it, and hardly any has aliases.
    if (!this.#source.includes("*")) return;
    visit(this.#document, {
      Alias: () => {
        if (++this.#aliases > MAX_ALIASES) throw new Unreadable("too-complex", `more than ${MAX_ALIASES} aliases`);
      },
    });
  }

  #valueOf(node: unknown, depth: number): FrontMatterValue {
    if (++this.#nodes > MAX_NODES || depth > MAX_DEPTH)
      throw new Unreadable("too-complex", "too many or too deeply nested values");
    if (isAlias(node)) return this.#valueOf(this.#resolve(node), depth + 1);
    if (isScalar(node)) return scalarText(node);
    if (isSeq(node)) return node.items.map((item) => this.#valueOf(item, depth + 1));
    if (isPair(node)) return new Map([[this.#keyOf(node.key), this.#valueOf(node.value, depth + 1)]]);
    if (!isMap(node)) return null;
    // `{{ .Date }}` is a mapping with a mapping for a key: template text, which is kept as it stands.
    if (node.flow === true && node.items.some((pair) => !isScalar(pair.key))) return this.#sourceOf(node);
    const data = new Map<string, FrontMatterValue>();
    for (const pair of node.items) data.set(this.#keyOf(pair.key), this.#valueOf(pair.value, depth + 1));
    return data;
  }

  #resolve(alias: Alias): unknown {
    const node = alias.resolve(this.#document);
    if (node === undefined) throw new Unreadable("syntax", `the alias "${alias.source}" names nothing`);
    return node;
  }

  #keyOf(key: unknown): string {
    if (!isScalar(key)) return this.#sourceOf(key);
    return key.type === "PLAIN" ? (key.source ?? "") : String(key.value ?? "");
  }

  #sourceOf(node: unknown): string {
    const range = rangeOf(node);
    return range === undefined ? "" : this.#source.slice(range[0], range[1]);
  }
}

/** A scalar as written; `null` when it is empty or YAML's null. */
export function scalarText(scalar: Scalar): string | null {
  if (scalar.value === null) return null;
  return typeof scalar.value === "string" ? scalar.value : (scalar.source ?? String(scalar.value));
}

/** Start and end of a node's own text, in the parsed source. */
export function rangeOf(node: unknown): readonly [number, number] | undefined {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return undefined;
  return node.range ? [node.range[0], node.range[1]] : undefined;
}

function rangeStart(node: unknown): number {
  return rangeOf(node)?.[0] ?? 0;
}

function isEmptyScalar(node: unknown): boolean {
  return isScalar(node) && node.value === null && (node.source ?? "") === "";
}

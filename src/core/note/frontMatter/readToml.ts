import { parse, TomlDate, TomlError } from "smol-toml";
import type { FrontMatterBlock, FrontMatterData, FrontMatterProblem, FrontMatterValue } from "./frontMatter.ts";
import { lineNumberAt } from "./lines.ts";
import type { TomlSpan } from "./tomlScan.ts";
import { scanTomlRoot } from "./tomlScan.ts";

const MAX_DEPTH = 64;

export interface TomlReading {
  readonly data: FrontMatterData;
  readonly problem?: FrontMatterProblem;
}

/** Reads a TOML block. Dates and numbers of the root table stay as written. */
export function readToml(text: string, block: FrontMatterBlock): TomlReading {
  const source = text.slice(block.contentStart, block.contentEnd).replace(/\r(?!\n)/g, "\n");
  const { entries } = scanTomlRoot(text, block.contentStart, block.contentEnd);
  try {
    const table = parse(source, { maxDepth: MAX_DEPTH, integersAsBigInt: "asNeeded" });
    const data = new Map(mapFrom(table, 0));
    for (const { key, value } of entries) data.set(key, asWritten(text, value, data.get(key) ?? null));
    return { data };
  } catch (error) {
    const isSyntax = error instanceof TomlError;
    const contentLine = lineNumberAt(text, block.contentStart);
    const problem: FrontMatterProblem = {
      code: isSyntax ? "syntax" : "too-complex",
      line: isSyntax ? contentLine + error.line - 1 : contentLine,
      detail: String(error),
    };
    const data = new Map<string, FrontMatterValue>();
    for (const { key, value } of entries) {
      const salvaged = simpleValue(text, value);
      if (salvaged !== undefined && !data.has(key)) data.set(key, salvaged);
    }
    return { data, problem };
  }
}

function mapFrom(table: object, depth: number): FrontMatterData {
  return new Map(Object.entries(table).map(([key, value]) => [key, valueFrom(value, depth + 1)]));
}

function valueFrom(value: unknown, depth: number): FrontMatterValue {
  if (depth > 2 * MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((item) => valueFrom(item, depth + 1));
  if (value instanceof TomlDate) return value.isValid() ? value.toISOString() : null;
  if (typeof value === "object" && value !== null) return mapFrom(value, depth);
  return String(value);
}

/** The parsed value, with numbers, dates and booleans put back as they stand in the text. */
function asWritten(text: string, span: TomlSpan, parsed: FrontMatterValue): FrontMatterValue {
  if (span.style === "bare") return text.slice(span.start, span.end);
  if (span.items === undefined || !Array.isArray(parsed)) return parsed;
  const items: readonly FrontMatterValue[] = parsed;
  return items.map((item, index) => {
    const itemSpan = span.items?.[index];
    return itemSpan === undefined ? item : asWritten(text, itemSpan, item);
  });
}

/** A value that needs no parser; `undefined` for one that does. */
function simpleValue(text: string, span: TomlSpan): FrontMatterValue | undefined {
  if (span.style === "bare") return text.slice(span.start, span.end);
  if (span.style === "single") return text.slice(span.start + 1, span.end - 1);
  if (span.style === "double") {
    const inner = text.slice(span.start + 1, span.end - 1);
    return inner.includes("\\") ? undefined : inner;
  }
  const values = span.items?.map((item) => simpleValue(text, item));
  return values?.filter((value) => value !== undefined);
}

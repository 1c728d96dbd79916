import { findFrontMatter } from "./find.ts";
import type { FrontMatter, FrontMatterBlock } from "./frontMatter.ts";
import { readToml } from "./readToml.ts";
import { salvageYaml } from "./salvage.ts";
import { scanYaml } from "./scan.ts";
import { parseYamlBlock, readYamlDocument } from "./yamlDocument.ts";

/**
 * Reads the front matter of a text. Never throws: broken or monstrous YAML gives a `problem` and what could be
 * salvaged. Common forms are read by a line scanner, the rest by the parser; both give the same data.
 */
export function readFrontMatter(text: string): FrontMatter {
  const block = findFrontMatter(text);
  if (block === undefined) return { data: new Map(), bodyStart: text.charCodeAt(0) === 0xfeff ? 1 : 0 };
  const base = { block, bodyStart: block.end };
  if (block.format === "toml") return { ...base, ...readToml(text, block) };
  const scanned = scanYaml(text, block.contentStart, block.contentEnd);
  return scanned === undefined ? { ...base, ...readYaml(text, block) } : { ...base, data: scanned };
}

/** The way of the real parser; exported so that tests can hold the scanner against it. */
export function readYaml(text: string, block: FrontMatterBlock): Pick<FrontMatter, "data" | "problem"> {
  const document = parseYamlBlock(text, block);
  if ("code" in document) return { data: salvageYaml(text, block), problem: document };
  const data = readYamlDocument(text, block, document);
  return "code" in data ? { data: salvageYaml(text, block), problem: data } : { data };
}

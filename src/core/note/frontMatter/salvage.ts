import type { FrontMatterBlock, FrontMatterData, FrontMatterValue } from "./frontMatter.ts";
import { lineEndAt, nextLineAt, trimSpacesBack } from "./lines.ts";
import { scanEntry } from "./scan.ts";

// Linear: the key part takes no colon.
const KEY_LINE = /^([\p{L}\p{N}_][^:#"'[\]{}\r\n]{0,79}?) *:(?: +|$)(.*)$/su;
const KNOWN_KEY_LINE = /^(title|date):(?=\S)(.*)$/isu;

/**
 * What broken YAML still says beyond doubt: its lines in a common form, and the plain rest of a line that YAML refuses
 * but whose author can only have meant one thing (`title: Kafka: the guide`, `title: [Spring] notes`).
 */
export function salvageYaml(text: string, block: FrontMatterBlock): FrontMatterData {
  const data = new Map<string, FrontMatterValue>();
  let offset = block.contentStart;
  while (offset < block.contentEnd) {
    const lineEnd = lineEndAt(text, offset, block.contentEnd);
    const next = nextLineAt(text, lineEnd);
    const line = text.slice(offset, lineEnd);
    const entry = scanEntry(text, offset, block.contentEnd);
    if (entry?.value !== undefined) {
      // Nothing behind a key may as well be something this scanner cannot see.
      if (entry.value !== null) data.set(entry.key, entry.value);
      offset = entry.next;
      continue;
    }
    const match = KEY_LINE.exec(line) ?? KNOWN_KEY_LINE.exec(line);
    const key = match?.[1];
    const value = restOfLine(match?.[2] ?? "");
    if (key !== undefined && value !== undefined) data.set(key, value);
    offset = next;
  }
  return data;
}

function restOfLine(rest: string): FrontMatterValue | undefined {
  const comment = rest.indexOf(" #");
  const first = rest.charAt(0);
  const last = comment === -1 || first === "[" ? rest.length : comment;
  const value = rest.slice(0, trimSpacesBack(rest, 0, last)).replace(/\t/g, " ");
  if (value === "" || "#&*!|>%@`?,]}".includes(first)) return undefined;
  if (first === '"' || first === "'") return unquoted(value, first);
  if (first === "{") return value.startsWith("{{") ? value : undefined;
  return first === "[" ? bracketed(value) : value;
}

/** `"{{ replace .Name "-" " " }}"`: the outer pair is meant, whatever stands inside. An unclosed one says nothing sure. */
function unquoted(value: string, quote: string): string | undefined {
  return value.length > 1 && value.endsWith(quote) ? value.slice(1, -1) : value;
}

/** `[Spring] notes` is text, `[#a, #b]` a list, `[a, b` neither. */
function bracketed(value: string): FrontMatterValue | undefined {
  const close = value.indexOf("]");
  if (close === -1) return undefined;
  if (close < value.length - 1) return value;
  const inner = value.slice(1, -1);
  if (/["'[{}]/.test(inner)) return undefined;
  return inner
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

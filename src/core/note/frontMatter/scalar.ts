/** Where a YAML scalar is to stand: after a key or a dash, or between the brackets of a flow list. */
export type ScalarPlace = "block" | "flow";

const INDICATORS = "-?:,[]{}#&*!|>'\"%@`";
// Words that YAML 1.1 (Jekyll's Psych) or 1.2 reads as a boolean, a null or a merge.
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|~|=|<<|[-+]?\.(?:inf|nan)|e[-+]?\d+)$/i;
// Everything a number, a date, a time or a sexagesimal could be made of. Quoting too much does no harm.
const NUMBER_LIKE = /^[-+.\d][\dA-FXOTZ_.,:+\- ]*$/i;
// Line breaks of YAML 1.1, control characters, a BOM, halves of surrogate pairs: only an escape carries these.
const NEEDS_ESCAPE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/u;

/**
 * A YAML scalar for a one-line value, plain where every YAML reader takes it for the same text, else quoted.
 *
 * @example renderScalar("오늘의 토막글 95") // 오늘의 토막글 95
 * @example renderScalar("[a] b") // "[a] b"
 */
export function renderScalar(value: string, place: ScalarPlace = "block"): string {
  if (isPlainSafe(value, place)) return value;
  return value.includes('"') || value.includes("\\") ? renderSingleQuoted(value) : renderDoubleQuoted(value);
}

export function renderDoubleQuoted(value: string): string {
  let result = '"';
  for (const character of value) {
    if (character === '"' || character === "\\") result += `\\${character}`;
    else result += NEEDS_ESCAPE.test(character) ? escapeOf(character) : character;
  }
  return `${result}"`;
}

/** In single quotes, or in double quotes when only an escape can carry the value. */
export function renderSingleQuoted(value: string): string {
  return NEEDS_ESCAPE.test(value) ? renderDoubleQuoted(value) : `'${value.replaceAll("'", "''")}'`;
}

function isPlainSafe(value: string, place: ScalarPlace): boolean {
  if (value === "" || value.trim() !== value || NEEDS_ESCAPE.test(value)) return false;
  if (INDICATORS.includes(value.charAt(0)) || RESERVED.test(value) || NUMBER_LIKE.test(value)) return false;
  if (value.includes(": ") || value.endsWith(":") || value.includes(" #")) return false;
  return place === "block" || !/[,[\]{}]|:/.test(value);
}

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function escapeOf(character: string): string {
  const short = SHORT_ESCAPES.get(character);
  return short ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

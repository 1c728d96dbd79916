import type { Instant } from "../../calendar/clock.ts";
import { formatStamp } from "../../calendar/zone.ts";
import { setField } from "../../note/frontMatter/editField.ts";
import { locateFields } from "../../note/frontMatter/locate.ts";
import { readFrontMatter } from "../../note/frontMatter/read.ts";
import type { EditResult } from "../../note/frontMatter/verify.ts";
import { nfc } from "../../text/nfc.ts";

/**
 * The edit that dates a post, with the offset of the zone: the value of `date` in the notation it has, or a new key.
 * None where it says the same moment already.
 */
export function dateForPost(text: string, at: Instant, timeZone: string): EditResult {
  const { block, data } = readFrontMatter(text);
  const key = [...data.keys()].find((name) => nfc(name).toLowerCase() === "date") ?? "date";
  const value = data.get(key);
  const written = typeof value === "string" ? value.trim() : "";
  const hasOffset = /(?:Z|[+-]\d\d:?\d\d)$/.test(written);
  if (hasOffset && Date.parse(written.replace(/ ([+-]\d\d):?(\d\d)$/, "$1:$2").replace(" ", "T")) === at) {
    return { ok: true, edits: [] };
  }
  const stamp = formatStamp(at, timeZone);
  const isToml = block?.format === "toml";
  const iso = isToml || /^\d{4}-\d\d-\d\d[Tt]/.test(written);
  const notation = iso ? stamp.replace(/^(\S+) (\S+) ([+-]\d\d)(\d\d)$/, "$1T$2$3:$4") : stamp;
  const field =
    isToml || block === undefined ? undefined : locateFields(text, block)?.fields.find((f) => f.key === key);
  const isQuoted = field?.value.kind === "scalar" && (field.value.style === "single" || field.value.style === "double");
  return setField(text, key, notation, isQuoted ? "text" : "literal");
}

import { nfc } from "../../text/nfc.ts";
import { withoutRaw } from "../entry/keepFromLiquid.ts";

/** A line without the markup titles come in: heading marks, bold, a link around it, `raw` for Jekyll. */
export function bareTitle(line: string): string {
  const text = withoutRaw(nfc(line))
    .trim()
    .replace(/^#{1,6}\s+/, "")
    .replace(/^(?:\*\*|__)|(?:\*\*|__)$/g, "");
  const middle = text.indexOf("](");
  const label = text.startsWith("[") && text.endsWith(")") && middle > 0 ? text.slice(1, middle) : text;
  return label
    .replace(/^(?:\*\*|__)|(?:\*\*|__)$/g, "")
    .replaceAll("\\", "")
    .trim();
}

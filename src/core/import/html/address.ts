/** What a link may lead to. Everything else (`javascript:`, `data:`, `command:`, `file:`) becomes text. */
const LINK_SCHEMES = new Set(["http", "https", "mailto", "tel"]);
const IMAGE_SCHEMES = new Set(["http", "https"]);

export function linkAddress(written: string | undefined): string | undefined {
  return safeAddress(written, LINK_SCHEMES);
}

export function imageAddress(written: string | undefined): string | undefined {
  return safeAddress(written, IMAGE_SCHEMES);
}

/** The address as Markdown can have it bare in brackets; `undefined` where it has to stay out of a note. */
function safeAddress(written: string | undefined, schemes: ReadonlySet<string>): string | undefined {
  // Browsers pass over control characters and blanks in a scheme.
  const address = written?.replace(/[\u0000-\u001f\u007f-\u009f]+/g, "").trim() ?? "";
  if (address === "") return undefined;
  const colon = address.indexOf(":");
  const isRelative = colon === -1 || /[/?#]/.test(address.slice(0, colon));
  if (!isRelative && !schemes.has(address.slice(0, colon).trim().toLowerCase())) return undefined;
  // A scheme spelled with references: what is left of one is no path anyone has.
  if (isRelative && /&(?:#|colon|tab|newline)/i.test(address.split(/[/?]/, 1)[0] ?? "")) return undefined;
  return address.replace(/[\s()<>"\\`*_[\]]/g, (character) =>
    "_*[]`".includes(character)
      ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
      : character === "(" || character === ")"
        ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
        : encodeURIComponent(character),
  );
}

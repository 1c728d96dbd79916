/**
 * CP949 (UHC), as Windows wrote Korean. Some runtimes read only the EUC-KR part of it as "euc-kr"; the other 8,822 syllables
 * stand in the rest of the code space in the order of Unicode, so that they need no table.
 */
export function decodeCp949(bytes: Uint8Array): string {
  known ??= tableOf();
  const table = known;
  let text = "";
  for (let offset = 0; offset < bytes.length; offset++) {
    const lead = bytes[offset] ?? 0;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    const trail = bytes[offset + 1];
    const character = trail === undefined ? undefined : table.get(lead * 256 + trail);
    // What follows a lead byte that leads nowhere may be a letter or a line end of its own.
    if (character !== undefined || (trail !== undefined && trail >= 0x80)) offset++;
    text += character ?? "\uFFFD";
  }
  return text;
}

let known: ReadonlyMap<number, string> | undefined;

/** @throws RangeError in a runtime without any Korean encoding */
function tableOf(): ReadonlyMap<number, string> {
  const decoder = new TextDecoder("euc-kr");
  const table = new Map<number, string>();
  const standard = new Set<string>();
  for (let lead = 0xa1; lead <= 0xfe; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length !== 1 || character === "\uFFFD") continue;
      table.set(lead * 256 + trail, character);
      if (lead >= 0xb0 && lead <= 0xc8) standard.add(character);
    }
  }
  let syllable = 0xac00;
  for (const code of extendedCodes()) {
    while (standard.has(String.fromCharCode(syllable))) syllable++;
    if (syllable > 0xd7a3) break;
    table.set(code, String.fromCharCode(syllable++));
  }
  return table;
}

function* extendedCodes(): Generator<number> {
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (let trail = 0x41; trail <= (lead <= 0xa0 ? 0xfe : 0xa0); trail++) {
      if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue;
      yield lead * 256 + trail;
    }
  }
}

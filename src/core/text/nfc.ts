/** Text as the core compares it: Hangul syllables composed. Already composed text is returned as it is, without copying. */
export function nfc(text: string): string {
  return text.normalize("NFC");
}

/**
 * The key by which names on disk are one name: composed, and without letter case,
 * since the disks of macOS and Windows keep no two names that differ only in those.
 */
export function nameKey(name: string): string {
  return nfc(name).toLowerCase();
}

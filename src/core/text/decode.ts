export interface DecodedText {
  readonly text: string;
  /** False when the bytes are no UTF-8: the text then has replacement characters and must not be written back. */
  readonly faithful: boolean;
}

/** A byte order mark stays in the text as U+FEFF, so that offsets into the text are offsets into the file. */
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

export function decodeText(bytes: Uint8Array): DecodedText {
  try {
    return { text: strict.decode(bytes), faithful: true };
  } catch (error) {
    // The one thing a fatal decoder throws; any other error is a defect and goes on.
    if (!(error instanceof TypeError)) throw error;
    return { text: lenient.decode(bytes), faithful: false };
  }
}

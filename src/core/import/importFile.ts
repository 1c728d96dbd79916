/** A file of what was picked, read when it is needed. */
export interface ImportFile {
  /** Below what was picked: `/` between its parts, each as spelled there. */
  readonly path: string;
  /** In bytes, as far as it is known without asking; 0 where it is not. */
  readonly size: number;
  /** Asks for {@link size} where it is not known. */
  measure?(): Promise<number>;
  /** @throws ImportRefused for contents that are not what they claim to be, and what the disk throws */
  read(): Promise<Uint8Array>;
}

/** Why something is not brought in, in Korean: what happened and what to do. Nothing was written. */
export class ImportRefused extends Error {
  override readonly name = "ImportRefused";
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

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

const REFUSED = "ImportRefused";

/** Why something is not brought in, in Korean: what happened and what to do. Nothing was written. */
export class ImportRefused extends Error {
  override readonly name = REFUSED;
}

/** Every bundle has a class of its own, whose name is lost when it is made small: only the error's own name tells. */
export function isRefused(error: unknown): error is ImportRefused {
  return error instanceof Error && error.name === REFUSED;
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

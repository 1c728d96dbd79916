/**
 * Keeps what can be made again from the notes, by name, outside the notebook. Other windows write to it as well: what is
 * read is whole, of some moment, and may be older or newer than what this window wrote.
 */
export interface CacheStore {
  /** `undefined` when there is none, or none that can be read. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Replaces it at one go. Never throws: without a cache everything works, slower. */
  write(name: string, bytes: Uint8Array): Promise<void>;
}

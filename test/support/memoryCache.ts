import type { CacheStore } from "../../src/core/notebook/cacheStore.ts";

/** A cache in memory; what is in it can be looked at, damaged and counted. */
export class MemoryCache implements CacheStore {
  readonly contents = new Map<string, Uint8Array>();
  writes = 0;

  async read(name: string): Promise<Uint8Array | undefined> {
    return this.contents.get(name);
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    this.writes++;
    this.contents.set(name, bytes.slice());
  }
}

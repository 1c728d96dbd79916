/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Where the core learns the time; adapters read the machine's clock, tests and `--now` fix it. */
export interface Clock {
  now(): Instant;
}

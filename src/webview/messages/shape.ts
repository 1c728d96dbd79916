/** Tells whether a value that came from the other side of a page has the form both agreed on. */
export type Check<T> = (value: unknown) => value is T;

export function isText(value: unknown): value is string {
  return typeof value === "string";
}

export function isFlag(value: unknown): value is boolean {
  return typeof value === "boolean";
}

/** A whole number from 0 on. */
export function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

export function is<const T extends string>(...values: readonly T[]): Check<T> {
  return (value): value is T => values.some((known) => known === value);
}

export function listOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(check);
}

/** For a property that may be left out. */
export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value);
}

/** Every property named has its form; others are let be. */
export function shape<T>(checks: { readonly [Key in keyof T]-?: Check<T[Key]> }): Check<T> {
  const entries = Object.entries<Check<unknown>>(checks);
  return (value): value is T => {
    if (typeof value !== "object" || value === null) return false;
    const properties = new Map<string, unknown>(Object.entries(value));
    return entries.every(([key, check]) => check(properties.get(key)));
  };
}

export function oneOf<A, B, C = never, D = never, E = never>(
  ...checks: readonly [Check<A>, Check<B>, Check<C>?, Check<D>?, Check<E>?]
): Check<A | B | C | D | E> {
  return (value): value is A | B | C | D | E => checks.some((check) => check?.(value) === true);
}

import { normalizeTag } from "./tags.ts";

const INVALID_IN_TAG = /[,\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;

/** Whether a {@link normalizeTag normalised} tag can be written in every dialect: no comma, no line break. */
export function isValidTag(name: string): boolean {
  return name !== "" && name === normalizeTag(name) && !INVALID_IN_TAG.test(name);
}

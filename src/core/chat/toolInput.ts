import { parseYearMonth, type YearMonth } from "../calendar/month.ts";

/** What a model gave a tool is anything at all: an object with these, or not. */
function field(input: unknown, key: string): unknown {
  return typeof input === "object" && input !== null && key in input
    ? (input as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

export function textField(input: unknown, key: string): string | undefined {
  const value = field(input, key);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** A whole number from `least` to `most`, the nearest of them for one beyond. */
export function numberField(
  input: unknown,
  key: string,
  { least, most, otherwise }: { readonly least: number; readonly most: number; readonly otherwise: number },
): number {
  const value = field(input, key);
  if (typeof value !== "number" || !Number.isFinite(value)) return otherwise;
  return Math.min(most, Math.max(least, Math.floor(value)));
}

export function monthField(input: unknown, key: string): YearMonth | undefined {
  return parseYearMonth(textField(input, key) ?? "");
}

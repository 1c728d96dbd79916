/** How a scalar is written; `other` covers block scalars and all else that no edit is made inside of. */
export type ScalarStyle = "plain" | "single" | "double" | "other";

export interface ItemSpot {
  readonly start: number;
  readonly end: number;
  readonly style: ScalarStyle;
}

/** An item of a block list: its own text and the whole lines it takes, the last line's break included. */
export interface BlockItemSpot extends ItemSpot {
  readonly lineStart: number;
  /** Where the `-` stands. */
  readonly dash: number;
  readonly lineEnd: number;
}

export type ValueSpot =
  /** No value, or a written `null` from `start` to `end`. */
  | { readonly kind: "empty"; readonly start: number; readonly end: number }
  | { readonly kind: "scalar"; readonly start: number; readonly end: number; readonly style: ScalarStyle }
  | { readonly kind: "flow"; readonly start: number; readonly end: number; readonly items: readonly ItemSpot[] }
  | { readonly kind: "block"; readonly start: number; readonly end: number; readonly items: readonly BlockItemSpot[] }
  | { readonly kind: "other"; readonly start: number; readonly end: number };

export type SpotOf<Kind extends ValueSpot["kind"]> = Extract<ValueSpot, { kind: Kind }>;

/** Where one key of the front matter and its value stand in the text. */
export interface FieldSpot {
  readonly key: string;
  readonly start: number;
  /** After the `:` or `=`. */
  readonly afterSeparator: number;
  /** After the last line of the entry and its break. */
  readonly end: number;
  readonly value: ValueSpot;
}

/** All keys of a front matter, and where the next may be added. */
export interface FieldSpots {
  readonly fields: readonly FieldSpot[];
  readonly appendAt: number;
}

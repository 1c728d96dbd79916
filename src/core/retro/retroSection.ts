/** A section of a draft as templates see it. */
export interface RetroSection {
  /** `쓴 토막글들` */
  readonly heading: string;
  /** `5월 동안 쓴 토막글들` */
  readonly title: string;
  readonly entries: readonly RetroEntry[];
}

export interface RetroEntry {
  /** The id of the note it comes from, by which it is known again. */
  readonly note: string;
  readonly heading: string;
  readonly body: string;
  /** What the entries from this one on have in common, where they are grouped and it begins a group; else empty. */
  readonly group: string;
}

/** What the section of favourites is called, by the kind of period. */
export const STARRED_SECTIONS = {
  week: "이번 주의 토막글",
  month: "이달의 토막글",
  quarter: "이 분기의 토막글",
  half: "이 반기의 토막글",
  year: "올해의 토막글",
} as const;

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

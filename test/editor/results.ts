/** One finished test, as the harness counts it. */
export interface TestRecord {
  readonly title: string;
  readonly state: "passed" | "failed" | "skipped";
  readonly message?: string;
}

/** Marks a line of the extension host's log that carries a record. */
export const recordMark = "@@tomaknote-test ";

/** Says that the suite ran to its end, with the number of records before it. */
export const endMark = "@@tomaknote-end ";

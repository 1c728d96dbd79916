/** The test files of one bundle; written by test/harness/buildSuites.ts. */
declare module "tomaknote:suites" {
  /** Runs the test files, which register their tests with the globals of mocha. */
  export function loadSuites(): void;

  /** The part of a title that tests to be run contain; empty for all (TOMAKNOTE_GREP). */
  export const onlyTitles: string;
}

declare module "mocha/mocha.js";

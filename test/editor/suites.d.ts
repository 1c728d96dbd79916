/** The test files of one bundle; written by test/harness/buildSuites.ts. */
declare module "tomaknote:suites" {
  /** Runs the test files, which register their tests with the globals of mocha. */
  export function loadSuites(): void;
}

declare module "mocha/mocha.js";

import { withinOneDay } from "../harness/oneDay.ts";

// What a person writes in one test of a file is looked for by the next ones.
await withinOneDay(120_000);

const DAY_MS = 86_400_000;
const SEOUL_MS = 9 * 3_600_000;

/** Waits for the next day in Seoul when this one ends within `ms`: a test that speaks of today would meet two days. */
export async function withinOneDay(ms: number): Promise<void> {
  const left = DAY_MS - ((Date.now() + SEOUL_MS) % DAY_MS);
  if (left < ms) await new Promise((resolve) => setTimeout(resolve, left + 1_000));
}

/** Lets everything else run for a moment. Long work does so again and again, lest it hold up the editor. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

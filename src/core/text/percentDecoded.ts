/** The text that stands for `%EA%B0%80` and such. What is not properly encoded stands for itself, as in a browser. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

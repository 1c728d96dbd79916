/**
 * Changes whenever the sources change that read files into notes, so that no cache outlives what made it. The build puts a
 * hash of them here; run from its sources, the product has no such name and keeps its caches apart.
 */
export const READING_VERSION: string = "sources";

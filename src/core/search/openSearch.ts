import type { NoteSearch, NoteSearchDeps } from "./noteSearch.ts";

/** Makes the search over a notebook; a bundle of its own, loaded when something is first looked for. */
export type OpenSearch = (deps: NoteSearchDeps) => Promise<NoteSearch>;

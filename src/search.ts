import { NoteSearch } from "./core/search/noteSearch.ts";
import type { OpenSearch } from "./core/search/openSearch.ts";

export const openSearch: OpenSearch = (deps) => NoteSearch.over(deps);

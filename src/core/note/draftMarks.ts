/** What front matter says of a post that is not out yet, and what it says of one that is. */
export const DRAFT_MARKS = [
  { key: "draft", draft: /^\s*(?:true|yes|on)\s*$/i, out: "false" },
  { key: "published", draft: /^\s*(?:false|no|off)\s*$/i, out: "true" },
] as const;

/** Whether front matter says that a post is a draft. */
export function saysDraft(field: (key: string) => string | undefined): boolean {
  return DRAFT_MARKS.some(({ key, draft }) => draft.test(field(key) ?? ""));
}

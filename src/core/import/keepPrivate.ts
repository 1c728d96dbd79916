import { scalarField } from "../note/frontMatter/field.ts";
import { readFrontMatter } from "../note/frontMatter/read.ts";
import type { Site } from "../settings/settings.ts";
import { withField } from "./markdownFile.ts";

/** What services that posts are saved from call a post that only its writer sees. */
const PRIVATE_KEYS = ["private", "is_private", "isPrivate"];

/** Front matter is no longer than this, and most texts need not be read once more. */
const HEAD = 20_000;

/**
 * A post that is said to be private, as the notebook says so, and as the site's generator does where it has one: that knows
 * nothing of a service's word for it, and would put the post out.
 */
export function keepPrivate(text: string, site: Site): string {
  if (!/private/i.test(text.slice(0, HEAD))) return text;
  const frontMatter = readFrontMatter(text);
  const says = (key: string): string => scalarField(frontMatter, key)?.trim().toLowerCase() ?? "";
  if (!PRIVATE_KEYS.some((key) => says(key) === "true") && says("visibility") !== "private") return text;
  const marked = withField(text, "private", "true", "literal");
  if (site === "hugo") return withField(marked, "draft", "true", "literal");
  const isJekyll = site === "jekyll" || site === "chirpy" || site === "minimal-mistakes";
  return isJekyll ? withField(marked, "published", "false", "literal") : marked;
}

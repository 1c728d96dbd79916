import type { FieldSpots } from "./fieldSpot.ts";
import type { FrontMatterBlock } from "./frontMatter.ts";
import { locateToml } from "./locateToml.ts";
import { locateYaml } from "./locateYaml.ts";

/** Where the keys of a block stand; `undefined` when no edit can be made in it. */
export function locateFields(text: string, block: FrontMatterBlock): FieldSpots | undefined {
  return block.format === "toml" ? locateToml(text, block) : locateYaml(text, block);
}

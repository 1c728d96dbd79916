import { slugOf } from "../../note/fileName.ts";
import type { NotePath } from "../../note/note.ts";

/**
 * What an image is called in a site's folder of assets: as in the notebook, without what addresses and disks make
 * trouble of. Jekyll publishes no file whose name begins with one of `._#~`.
 */
export function imageName(source: NotePath): string {
  const name = source.slice(source.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  const stem = slugOf(name.slice(0, dot)).replace(/^[._#~-]+/, "");
  return (stem === "" ? "그림" : stem) + name.slice(dot);
}

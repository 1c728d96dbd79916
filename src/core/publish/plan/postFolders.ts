import { type Day, partsOf } from "../../calendar/day.ts";
import type { NotePath } from "../../note/note.ts";
import { nameKey, nfc } from "../../text/nfc.ts";

/** How many of the latest posts tell how a site files its posts. */
export const ASKED = 10;
const YEAR_AND_MONTH = /^(\d{4})(?:[/-](\d{1,2}))?$/;
const POST = /^(?:(.*)\/)?((\d{4})-(\d{2})-(\d{2}))-[^/]*$/;

/**
 * The folder below `_posts/` for a post of a day, as most of the latest posts have theirs: by year or month
 * (`2026/11`), or by category where the post's own has a folder; else none.
 * @param posts paths below `_posts/`
 */
export function folderLikeOthers(posts: readonly NotePath[], day: Day, category: string | undefined): string {
  const dated = posts.flatMap((path) => {
    const match = POST.exec(nfc(path));
    return match === null ? [] : [{ date: match[2] ?? "", folder: match[1] ?? "" }];
  });
  const latest = dated.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)).slice(0, ASKED);
  const shapes = latest.map(({ date, folder }) => (folder === "" ? "" : shapeOf(folder, date)));
  const most = (shape: string | undefined): boolean =>
    shapes.filter((found) => found === shape).length * 2 > shapes.length;
  const common = shapes.find((shape) => shape !== undefined && shape !== "");
  const isPadded = !latest.some(({ folder }) => /(?:^|\/)[1-9](?:\/|$)/.test(folder));
  if (common !== undefined && most(common)) return filled(common, day, isPadded);
  if (category === undefined || !most(undefined)) return "";
  return dated.map(({ folder }) => folder).find((folder) => nameKey(folder) === nameKey(category)) ?? "";
}

/**
 * The same below a section of Hugo, whose posts say their days inside: by year or month where most folders are such.
 * @param folders of the latest posts, below the section
 */
export function dateFolderLikeOthers(folders: readonly string[], day: Day): string {
  const shapes = folders.map((folder) => {
    const [, year = "", month = "1"] = YEAR_AND_MONTH.exec(folder) ?? [];
    return year === "" ? "" : (shapeOf(folder, `${year}-${month.padStart(2, "0")}`) ?? "");
  });
  const common = shapes.find(
    (shape) => shape !== "" && shapes.filter((other) => other === shape).length * 2 > shapes.length,
  );
  return common === undefined ? "" : filled(common, day, !folders.some((folder) => /[/-][1-9]$/.test(folder)));
}

/** `2026/11` of a post of November 2026 → `{Y}/{M}`; `undefined` for folders that are not all of its date. */
function shapeOf(folder: string, date: string): string | undefined {
  const [year = "", month = ""] = date.split("-");
  const known = new Map([
    [year, "{Y}"],
    [month, "{M}"],
    [String(Number(month)), "{M}"],
    [`${year}-${month}`, "{Y}-{M}"],
  ]);
  const parts = folder.split("/").map((part) => known.get(part));
  return parts.includes(undefined) ? undefined : parts.join("/");
}

function filled(shape: string, day: Day, isPadded: boolean): string {
  const { year, month } = partsOf(day);
  return shape.replaceAll("{Y}", String(year)).replaceAll("{M}", String(month).padStart(isPadded ? 2 : 1, "0"));
}

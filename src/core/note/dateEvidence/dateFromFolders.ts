import { dateWithin } from "./dateWithin.ts";
import { refines, type StatedDate, statedYear } from "./noteDate.ts";
import { scanDate } from "./scanDate.ts";

export interface FolderDate {
  readonly date: StatedDate;
  /** Whether the innermost folder is the one that says it, so that a bare number in it may be a month or a day. */
  readonly isInnermost: boolean;
}

/** `2021`, `2021년`, `2020-year`, `2021_TIL`, `2021 상반기`; not `2048-game`. */
const YEAR_FIRST =
  /^((?:19|20)\d\d)(?:[-_ ]?(?:년도?|year))?(?:[-_. ]+(?:til|wil|diary|journal|daily|posts?|logs?|notes?|일기|회고|일지|기록|상반기|하반기|[1-4]분기|[12]학기))?$/i;

/** `TIL-2021`, `일기 2021`; not `windows-2019`. */
const YEAR_LAST = /^(?:til|wil|diary|journal|daily|posts?|logs?|notes?|일기|회고|일지|기록)[-_. ]?((?:19|20)\d\d)년?$/i;

/**
 * What the folders above a file say together: `2020-year/05-May` and `2020/05` a month, `2021/til` a year.
 * @param folders from the root down, NFC
 */
export function dateFromFolders(folders: readonly string[]): FolderDate | undefined {
  let found: FolderDate | undefined;
  for (const folder of folders) {
    const own = scanDate(folder)?.date ?? yearOfFolder(folder);
    // A folder that only repeats the year of the one above it (`2025-05/2025`) takes nothing away.
    const date = own ?? (found && dateWithin(folder, found.date, found.isInnermost));
    if (date) found = { date: found && refines(found.date, date) ? found.date : date, isInnermost: true };
    else if (found) found = { date: found.date, isInnermost: false };
  }
  return found;
}

function yearOfFolder(folder: string): StatedDate | undefined {
  const match = YEAR_FIRST.exec(folder) ?? YEAR_LAST.exec(folder);
  const year = Number(match?.[1]);
  return year >= 1990 ? statedYear(year) : undefined;
}

import { dateWithin } from "./dateWithin.ts";
import { refines, type StatedDate, statedYear } from "./noteDate.ts";
import { isProblem, tellsOfProblems } from "./problemNumber.ts";
import { scanDate } from "./scanDate.ts";
import { spanOf } from "./spanOf.ts";

export interface FolderDate {
  readonly date: StatedDate;
  /**
   * Where the folder that says it lies: just above, so that a bare number in it may be a month or a day; above none but
   * folders of daily writing (`2023/TIL`); or above others.
   */
  readonly distance: "direct" | "daily" | "far";
  /** Whether any of the folders is one of daily writing, where four digits are a day rather than a problem's number. */
  readonly isDaily: boolean;
  /** Whether one of them is of problems, whose numbers have four digits as well. */
  readonly isOfProblems: boolean;
  /** Whether the month is said in words, `10월`, so that `10.1 제목` in it is a day rather than a chapter. */
  readonly isMonthNamed: boolean;
  /** Whether it names a week, the days of which may lie in the month before or after. */
  readonly isWeek: boolean;
}

/** `2021`, `2021년`, `2020-year`, `2021_TIL`, `2021 상반기`; not `2048-game`. */
const YEAR_FIRST =
  /^((?:19|20)\d\d)(?:[-_ ]?(?:년도?|year))?(?:[-_. ]+(?:til|wil|diary|journal|daily|posts?|logs?|notes?|일기|회고|일지|기록|상반기|하반기|[1-4]분기|[12]학기))?$/i;

/** `23년`, `22년도_TIL`; two digits alone are a number. */
const SHORT_YEAR =
  /^'?(\d\d)년도?(?:[-_. ]+(?:til|wil|diary|journal|daily|일기|회고|일지|기록|상반기|하반기|[1-4]분기|[12]학기))?$/i;

/** Folders of what is written day by day. */
const DAILY =
  /^(?:\d{1,3}[-_. ]{1,2})?(?:til|wil|diary|journals?|daily|dailies|daily[-_ ]?(?:notes?|logs?)|일기|일지|데일리)$/i;

export function isDailyFolder(folder: string): boolean {
  return DAILY.test(folder);
}

/** `backup/2021-10-28/` tells when all of it was copied, whatever day each of the files states. */
export function isBackupFolder(folder: string): boolean {
  return /^[._]?(?:velog[-_])?(?:backups?|백업|exports?|dumps?|snapshots?)$/i.test(folder);
}

/** A year's or a month's folder that is one of them: `2022_TIL`. */
const DAILY_PERIOD = /(?<![a-z])(?:til|wil|diary|journal|daily)(?![a-z])|일기|일지/i;

const WEEK = /\d\s?주차|week|\dW(?![a-z])|W\d/i;

/** `TIL-2021`, `일기 2021`; not `windows-2019`. */
const YEAR_LAST = /^(?:til|wil|diary|journal|daily|posts?|logs?|notes?|일기|회고|일지|기록)[-_. ]?((?:19|20)\d\d)년?$/i;

/**
 * What the folders above a file say together: `2020-year/05-May` and `2020/05` a month, `2021/til` a year.
 * @param folders from the root down, NFC
 */
export function dateFromFolders(folders: readonly string[]): FolderDate | undefined {
  let found: FolderDate | undefined;
  let isDaily = false;
  for (const [index, folder] of folders.entries()) {
    const isOfDays = isDailyFolder(folder);
    isDaily ||= isOfDays;
    const isNumbered = isProblem(folder, folders, index);
    const own = isNumbered ? undefined : (dateOfFolder(folder) ?? yearOfFolder(folder));
    // A folder that only repeats the year of the one above it (`2025-05/2025`) takes nothing away.
    const date = own ?? (isNumbered || found === undefined ? undefined : dateWithin(folder, found));
    if (date) {
      isDaily ||= DAILY_PERIOD.test(folder);
      found = {
        date: found && refines(found.date, date) ? found.date : date,
        distance: "direct",
        isDaily,
        isOfProblems: folders.some(tellsOfProblems),
        isMonthNamed: /\d월/.test(folder),
        isWeek: WEEK.test(folder),
      };
    } else if (found) {
      const distance = found.distance === "far" || !isOfDays ? "far" : "daily";
      found = { ...found, distance, isDaily };
    }
  }
  return found;
}

/** Where the first and the last day of a folder share nothing, what is below it was begun on the first. */
function dateOfFolder(folder: string): StatedDate | undefined {
  const found = scanDate(folder);
  return (spanOf(folder, found) ?? found)?.date;
}

function yearOfFolder(folder: string): StatedDate | undefined {
  const match = YEAR_FIRST.exec(folder) ?? YEAR_LAST.exec(folder);
  const short = Number(match ? undefined : SHORT_YEAR.exec(folder)?.[1]);
  const year = short >= 15 && short < 40 ? 2000 + short : Number(match?.[1]);
  return year >= 1990 ? statedYear(year) : undefined;
}

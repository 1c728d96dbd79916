import type { Day } from "../../core/calendar/day.ts";
import type { YearMonth } from "../../core/calendar/month.ts";
import { MARKS } from "../../core/notebook/dayMarks.ts";
import type { DayCell, MonthPage } from "../../core/notebook/monthPage.ts";
import { isDay, isMonth, isWeekStart } from "./checks.ts";
import { is, isCount, isFlag, isText, listOf, oneOf, optional, shape } from "./shape.ts";

/** What the calendar asks of the extension. */
export type CalendarRequest =
  /** A month; today's when left out. The first one says that the page is ready. */
  | { readonly type: "show"; readonly month?: YearMonth | undefined }
  /** The notes of a day, or a new 토막글 where there is none. */
  | { readonly type: "open"; readonly day: Day }
  /** One of the notes of a month whose day is not known. */
  | { readonly type: "openWithoutDay"; readonly month: YearMonth }
  | { readonly type: "chooseNotebook" };

/** What the extension tells the calendar. */
export type CalendarNews =
  | {
      readonly type: "page";
      readonly page: MonthPage;
      /** The notebook is still being read; the page has no marks yet. */
      readonly isLoading: boolean;
      /** Whether a day without notes can be given one. */
      readonly canWrite: boolean;
    }
  | { readonly type: "noNotebook" };

type Of<T extends { readonly type: string }, Type extends T["type"]> = Extract<T, { readonly type: Type }>;

export const isCalendarRequest = oneOf(
  shape<Of<CalendarRequest, "show">>({ type: is("show"), month: optional(isMonth) }),
  shape<Of<CalendarRequest, "open">>({ type: is("open"), day: isDay }),
  shape<Of<CalendarRequest, "openWithoutDay">>({ type: is("openWithoutDay"), month: isMonth }),
  shape<Of<CalendarRequest, "chooseNotebook">>({ type: is("chooseNotebook") }),
);

const isDayCell = shape<DayCell>({
  day: isDay,
  isInMonth: isFlag,
  isToday: isFlag,
  isWeekend: isFlag,
  marks: listOf(is(...MARKS)),
  label: isText,
  titles: listOf(isText),
});

const isMonthPage = shape<MonthPage>({
  month: isMonth,
  title: isText,
  today: isDay,
  weekStartsOn: isWeekStart,
  days: listOf(isDayCell),
  counts: shape({ tomak: isCount, til: isCount, retro: isCount, other: isCount }),
  withoutDay: isCount,
});

export const isCalendarNews = oneOf(
  shape<Of<CalendarNews, "page">>({ type: is("page"), page: isMonthPage, isLoading: isFlag, canWrite: isFlag }),
  shape<Of<CalendarNews, "noNotebook">>({ type: is("noNotebook") }),
);

import type { Day } from "../../core/calendar/day.ts";
import { type GrassChoice, type GrassPage, type GrassYear, isYear } from "../../core/grass/grassPage.ts";
import { MEASURES } from "../../core/grass/measure.ts";
import { NOTE_KINDS } from "../../core/note/note.ts";
import { isDay, isWeekStart } from "./checks.ts";
import { is, isCount, isFlag, isText, listOf, oneOf, optional, shape } from "./shape.ts";

/** What the 잔디 asks of the extension. */
export type GrassRequest =
  /** What to show; what the extension takes to be best when left out. The first one says that the page is ready. */
  | { readonly type: "show"; readonly choice?: GrassChoice | undefined }
  /** The notes of a day, or a new 토막글 where there is none. */
  | { readonly type: "open"; readonly day: Day }
  | { readonly type: "stopCounting" }
  | { readonly type: "save" }
  | { readonly type: "copy" }
  | { readonly type: "chooseNotebook" };

/** What the extension tells the 잔디. */
export type GrassNews =
  | { readonly type: "page"; readonly page: GrassPage; readonly canWrite: boolean }
  | { readonly type: "loading" }
  | { readonly type: "counting"; readonly done: number; readonly total: number }
  | { readonly type: "noNotebook" };

type Of<T extends { readonly type: string }, Type extends T["type"]> = Extract<T, { readonly type: Type }>;

function isShownYear(value: unknown): value is number {
  return isCount(value) && isYear(value);
}

export const isGrassChoice = shape<GrassChoice>({
  measure: is(...MEASURES),
  year: optional(isShownYear),
  kind: optional(is(...NOTE_KINDS)),
  tag: optional(isText),
});

export const isGrassRequest = oneOf(
  shape<Of<GrassRequest, "show">>({ type: is("show"), choice: optional(isGrassChoice) }),
  shape<Of<GrassRequest, "open">>({ type: is("open"), day: isDay }),
  oneOf(
    shape<Of<GrassRequest, "stopCounting">>({ type: is("stopCounting") }),
    shape<Of<GrassRequest, "save">>({ type: is("save") }),
    shape<Of<GrassRequest, "copy">>({ type: is("copy") }),
    shape<Of<GrassRequest, "chooseNotebook">>({ type: is("chooseNotebook") }),
  ),
);

const isGrassPage = shape<GrassPage>({
  choice: isGrassChoice,
  today: isDay,
  weekStartsOn: isWeekStart,
  years: listOf(shape<GrassYear>({ year: isShownYear, notes: listOf(isCount), characters: listOf(isCount) })),
  allYears: listOf(isShownYear),
  kinds: listOf(shape({ kind: is(...NOTE_KINDS), label: isText, count: isCount })),
  tags: listOf(shape({ tag: isText, count: isCount })),
  streak: shape({ now: isCount, longest: isCount, isTodayWritten: isFlag }),
  withoutDay: isCount,
});

export const isGrassNews = oneOf(
  shape<Of<GrassNews, "page">>({ type: is("page"), page: isGrassPage, canWrite: isFlag }),
  shape<Of<GrassNews, "loading">>({ type: is("loading") }),
  shape<Of<GrassNews, "counting">>({ type: is("counting"), done: isCount, total: isCount }),
  shape<Of<GrassNews, "noNotebook">>({ type: is("noNotebook") }),
);

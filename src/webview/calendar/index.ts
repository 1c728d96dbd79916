import type { Day } from "../../core/calendar/day.ts";
import { shiftMonths } from "../../core/calendar/dayReading.ts";
import { monthOfDay } from "../../core/calendar/month.ts";
import { MARK_LABELS, MARKS } from "../../core/notebook/dayMarks.ts";
import type { MonthPage } from "../../core/notebook/monthPage.ts";
import { html, iconButton, textButton } from "../dom.ts";
import { connect } from "../editor.ts";
import { type CalendarNews, type CalendarRequest, isCalendarNews } from "../messages/calendar.ts";
import { isDay } from "../messages/checks.ts";
import { shape } from "../messages/shape.ts";
import { dayGrid } from "./dayGrid.ts";
import { dayAfterKey, KEYS } from "./keys.ts";
import { markShape } from "./marks.ts";

const editor = connect<CalendarRequest, CalendarNews, { readonly day: Day }>(isCalendarNews, shape({ day: isDay }));

/** The day the keyboard is on; today until another is chosen. Its month is the one to be shown. */
let selected = editor.remembered?.day;
let page: MonthPage | undefined;
/** The month the extension keeps showing; a page on its way may be of another one. */
let asked = selected && monthOfDay(selected);

const title = html("h2", { id: "month", "aria-live": "polite" });
const toToday = textButton("오늘", () => page && go(page.today, true));
const header = html(
  "header",
  {},
  iconButton("지난달", "m10 3-5 5 5 5", () => goByMonths(-1)),
  title,
  iconButton("다음 달", "m6 3 5 5-5 5", () => goByMonths(1)),
  toToday,
);
const grid = dayGrid({
  pick: (day) => {
    go(day, true);
    editor.ask({ type: "open", day });
  },
  press: (event) => {
    if (page === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const day = selected ?? page.today;
    if (event.key === "Enter" || event.key === " ") editor.ask({ type: "open", day });
    else {
      const next = dayAfterKey(event, day, page.today, page.weekStartsOn);
      if (next === undefined) return;
      go(next, true);
    }
    event.preventDefault();
  },
});
const legend = html("ul", { class: "legend", "aria-label": "이달의 노트" });
const withoutDay = textButton("", () => page && editor.ask({ type: "openWithoutDay", month: page.month }));
const note = html("p", { class: "note", role: "status" });
const help = html(
  "details",
  { class: "help", id: "keys" },
  html("summary", {}, "키보드로 쓰기"),
  html("dl", {}, ...KEYS.flatMap(([keys, meaning]) => [html("dt", {}, keys), html("dd", {}, meaning)])),
);
const month = html("div", { class: "month" }, header, grid.element, legend, withoutDay, note, help);
const none = html(
  "div",
  { class: "none" },
  html("p", {}, "노트 폴더를 고르면 쓴 날이 달력에 보여요."),
  textButton("노트 폴더 고르기", () => editor.ask({ type: "chooseNotebook" })),
);

function go(day: Day, focus: boolean): void {
  selected = day;
  editor.remember({ day });
  const month = monthOfDay(day);
  if (page?.month === month) {
    grid.show(page, day);
    if (focus) grid.focus();
  }
  if (month === asked) return;
  // The page is on its way; the keyboard goes on from the day chosen meanwhile.
  asked = month;
  editor.ask({ type: "show", month });
}

function goByMonths(months: number): void {
  const day = selected ?? page?.today;
  const next = day && shiftMonths(day, months);
  if (next !== undefined && next !== "no-such-day") go(next, false);
}

function show(shown: MonthPage, isLoading: boolean, canWrite: boolean): void {
  const hadFocus = grid.hasFocus();
  // An answer to what was asked before the last step.
  if (selected !== undefined && shown.month !== monthOfDay(selected)) return;
  page = shown;
  asked = shown.month;
  if (title.textContent !== shown.title) title.textContent = shown.title;
  grid.show(shown, selected ?? shown.today);
  if (hadFocus) grid.focus();
  grid.element.setAttribute("aria-busy", String(isLoading));
  toToday.disabled = shown.month === monthOfDay(shown.today) && (selected ?? shown.today) === shown.today;
  legend.replaceChildren(
    ...MARKS.map((mark) =>
      html(
        "li",
        shown.counts[mark] === 0 ? { class: "empty" } : {},
        markShape(mark),
        html("span", {}, MARK_LABELS[mark]),
        html("span", { class: "count" }, String(shown.counts[mark])),
      ),
    ),
  );
  withoutDay.hidden = shown.withoutDay === 0;
  withoutDay.textContent = `날을 모르는 노트 ${shown.withoutDay}편`;
  note.textContent = isLoading ? "노트를 읽고 있어요." : canWrite ? "" : "신뢰하지 않는 작업 영역이라 보기만 해요.";
}

editor.listen((news) => {
  month.hidden = news.type === "noNotebook";
  none.hidden = news.type !== "noNotebook";
  if (news.type === "page") show(news.page, news.isLoading, news.canWrite);
});
none.hidden = true;
document.getElementById("page")?.append(month, none);
editor.ask({ type: "show", month: asked });

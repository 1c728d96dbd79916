import type { Day } from "../../core/calendar/day.ts";
import { weekdaysFrom } from "../../core/calendar/week.ts";
import type { DayCell, MonthPage } from "../../core/notebook/monthPage.ts";
import { html } from "../dom.ts";
import { markShape } from "./marks.ts";

const WEEKS = 6;

export interface DayGrid {
  readonly element: HTMLElement;
  /** Shows a month; `selected` is the day that Tab reaches. */
  show(page: MonthPage, selected: Day): void;
  focus(): void;
  hasFocus(): boolean;
}

export interface DayGridEvents {
  pick(day: Day): void;
  press(event: KeyboardEvent): void;
}

/** Six weeks of days. The cells stay, only what they show changes, so that the keyboard never loses its place. */
export function dayGrid(events: DayGridEvents): DayGrid {
  const headers = Array.from({ length: 7 }, () => html("th", { scope: "col" }));
  const cells = Array.from({ length: WEEKS * 7 }, () => html("td", { role: "gridcell", tabindex: -1 }));
  const days = new Map<Element, Day>();
  const weeks = Array.from({ length: WEEKS }, (_, week) => html("tr", {}, ...cells.slice(week * 7, week * 7 + 7)));
  const table = html(
    "table",
    { role: "grid", "aria-labelledby": "month", "aria-describedby": "keys" },
    html("thead", {}, html("tr", {}, ...headers)),
    html("tbody", {}, ...weeks),
  );
  table.addEventListener("click", ({ target }) => {
    const cell = target instanceof Element ? target.closest("td") : null;
    const day = cell === null ? undefined : days.get(cell);
    if (day !== undefined) events.pick(day);
  });
  table.addEventListener("keydown", events.press);
  const focused = (): HTMLElement | undefined => cells.find((cell) => cell.tabIndex === 0);
  return {
    element: table,
    show(page, selected) {
      for (const [index, { letter, name }] of weekdaysFrom(page.weekStartsOn).entries()) {
        const header = headers[index];
        header?.replaceChildren(html("abbr", { title: name, "aria-label": name }, letter));
      }
      for (const [index, cell] of cells.entries()) {
        const day = page.days[index];
        if (day === undefined) continue;
        days.set(cell, day.day);
        showDay(cell, day, day.day === selected);
      }
    },
    focus: () => focused()?.focus(),
    // What had the focus last keeps it within the page while the person is in an editor.
    hasFocus: () => document.hasFocus() && table.contains(document.activeElement),
  };
}

function showDay(cell: HTMLTableCellElement, day: DayCell, isSelected: boolean): void {
  cell.tabIndex = isSelected ? 0 : -1;
  cell.setAttribute("aria-label", day.label);
  cell.setAttribute("aria-selected", String(isSelected));
  cell.dataset.day = day.day;
  cell.title = [day.label, ...day.titles].join("\n");
  if (day.isToday) cell.setAttribute("aria-current", "date");
  else cell.removeAttribute("aria-current");
  cell.classList.toggle("outside", !day.isInMonth);
  cell.classList.toggle("weekend", day.isWeekend);
  cell.classList.toggle("written", day.marks.length > 0);
  cell.replaceChildren(
    html("span", { class: "number", "aria-hidden": "true" }, String(Number(day.day.slice(8)))),
    html("span", { class: "marks", "aria-hidden": "true" }, ...day.marks.map(markShape)),
  );
}

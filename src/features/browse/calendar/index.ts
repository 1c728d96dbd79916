import { Disposable, type Uri, window } from "vscode";
import type { Clock } from "../../../core/calendar/clock.ts";
import { CALENDAR_VIEW } from "../../../ids.ts";
import type { Log } from "../../../vscode/log.ts";
import type { Notebooks } from "../../../vscode/notebooks.ts";
import { CalendarView } from "./calendarView.ts";

export interface CalendarDeps {
  readonly notebooks: Notebooks;
  readonly clock: Clock;
  readonly log: Log;
  readonly extensionUri: Uri;
}

/** 달력: a month in the side bar, with a mark for each kind of note on its days. */
export function registerCalendar(deps: CalendarDeps): Disposable {
  const view = new CalendarView(deps);
  return Disposable.from(view, window.registerWebviewViewProvider(CALENDAR_VIEW, view));
}

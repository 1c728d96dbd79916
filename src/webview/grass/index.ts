import { type Day, parseDay } from "../../core/calendar/day.ts";
import { shiftDays } from "../../core/calendar/dayReading.ts";
import type { GrassChoice, GrassPage } from "../../core/grass/grassPage.ts";
import { describeChoice, describeStreak } from "../../core/grass/grassText.ts";
import { describeValue, LEVEL_STEPS } from "../../core/grass/measure.ts";
import { html, svg, textButton } from "../dom.ts";
import { connect } from "../editor.ts";
import { isDay } from "../messages/checks.ts";
import { type GrassNews, type GrassRequest, isGrassChoice, isGrassNews } from "../messages/grass.ts";
import { optional, shape } from "../messages/shape.ts";
import { choiceForm } from "./choiceForm.ts";
import { squareFaces, yearPicture } from "./yearPicture.ts";

interface Remembered {
  readonly choice: GrassChoice;
  readonly day?: Day | undefined;
}

const editor = connect<GrassRequest, GrassNews, Remembered>(
  isGrassNews,
  shape<Remembered>({ choice: isGrassChoice, day: optional(isDay) }),
);

let page: GrassPage | undefined;
let squares: ReadonlyMap<Day, SVGGElement> = new Map();
/** The day the keyboard is on, while it is one of those shown. */
let selected = editor.remembered?.day;

/** The choice that was asked for last, until its page is here: pages of choices before it would undo it in the form. */
let awaited: string | undefined;

const keyOf = ({ measure, year, kind, tag }: GrassChoice): string => JSON.stringify([measure, year, kind, tag]);
const form = choiceForm((choice) => {
  awaited = keyOf(choice);
  editor.ask({ type: "show", choice });
});
const save = textButton("SVG로 저장", () => editor.ask({ type: "save" }));
const copy = textButton("SVG 복사", () => editor.ask({ type: "copy" }));
const summary = html("p", { class: "summary", role: "status" });
const streak = html("p", { class: "streak" });
const missing = html("p", { class: "note" });
const legend = html("div", { class: "legend" });
const years = html("div", { class: "years" });
const keys = html(
  "p",
  { class: "note", id: "grass-keys" },
  "화살표 키로 하루와 한 주를 옮기고, Home과 End로 그해의 첫날과 끝날로 갑니다. Enter를 누르면 그날의 노트가 열려요.",
);
const shown = html(
  "div",
  { class: "shown" },
  html("div", { class: "bar" }, form.element, html("div", { class: "actions" }, save, copy)),
  summary,
  streak,
  years,
  legend,
  missing,
  keys,
);
const none = html(
  "div",
  { class: "none" },
  html("p", {}, "노트 폴더를 고르면 쓴 날이 여기에 보여요."),
  textButton("노트 폴더 고르기", () => editor.ask({ type: "chooseNotebook" })),
);
const bar = html("progress", { "aria-label": "글자를 세고 있어요" });
const counted = html("span", {});
const stop = textButton("그만두기", () => {
  awaited = undefined;
  editor.ask({ type: "stopCounting" });
});
const counting = html("div", { class: "counting" }, counted, bar, stop);

function show(next: GrassPage, canWrite: boolean): void {
  const hadFocus = document.hasFocus() && years.contains(document.activeElement);
  const open = new Set([...years.querySelectorAll("details[open]")].map((details) => details.textContent?.slice(0, 4)));
  page = next;
  editor.remember({ choice: next.choice, day: selected });
  form.show(next);
  const pictures = next.years.map((grass) => yearPicture(next, grass));
  squares = new Map(pictures.flatMap((picture) => [...picture.squares]));
  years.replaceChildren(...pictures.map(({ element }) => element));
  for (const details of years.querySelectorAll("details")) details.open = open.has(details.textContent?.slice(0, 4));
  summary.textContent = describeChoice(next.choice);
  streak.textContent = describeStreak(next);
  missing.textContent = next.withoutDay === 0 ? "" : `날을 모르는 노트 ${next.withoutDay}편은 여기에 나오지 않아요.`;
  missing.hidden = next.withoutDay === 0;
  showLegend(next);
  save.disabled = !canWrite;
  select(selected !== undefined && squares.has(selected) ? selected : firstSelected(next), hadFocus);
}

/** Today, or the last day shown. */
function firstSelected({ today }: GrassPage): Day | undefined {
  return squares.has(today) ? today : [...squares.keys()].sort().at(-1);
}

function showLegend({ choice }: GrassPage): void {
  const steps = LEVEL_STEPS[choice.measure];
  const names = ["없음", ...steps.map((step) => `${describeValue(step, choice.measure)} 이상`)];
  legend.replaceChildren(
    html("span", {}, "적음"),
    ...names.map((name, level) =>
      svg(
        "svg",
        { class: `day level-${level}`, viewBox: "-1 -1 13 13", role: "img", "aria-label": name },
        svg("title", {}, name),
        ...squareFaces(),
      ),
    ),
    html("span", {}, "많음"),
  );
}

function select(day: Day | undefined, focus: boolean): void {
  if (selected !== undefined) squares.get(selected)?.setAttribute("tabindex", "-1");
  selected = day;
  if (day === undefined || page === undefined) return;
  const square = squares.get(day);
  square?.setAttribute("tabindex", "0");
  if (focus) square?.focus();
  editor.remember({ choice: page.choice, day });
}

function dayOf(target: EventTarget | null): Day | undefined {
  const square = target instanceof Element ? target.closest("[data-day]") : null;
  return parseDay(square?.getAttribute("data-day") ?? "");
}

const MOVES: ReadonlyMap<string, number> = new Map([
  ["ArrowLeft", -7],
  ["ArrowRight", 7],
  ["ArrowUp", -1],
  ["ArrowDown", 1],
]);

function dayAfterKey(key: string, day: Day): Day | undefined {
  if (key === "Home") return parseDay(`${day.slice(0, 4)}-01-01`);
  if (key === "End") return parseDay(`${day.slice(0, 4)}-12-31`);
  const move = MOVES.get(key);
  const moved = move === undefined ? undefined : shiftDays(day, move);
  return moved === "no-such-day" ? day : moved;
}

years.addEventListener("focusin", ({ target }) => {
  const day = dayOf(target);
  if (day !== undefined && day !== selected) select(day, false);
});
years.addEventListener("click", ({ target }) => {
  const day = dayOf(target);
  if (day === undefined) return;
  select(day, true);
  editor.ask({ type: "open", day });
});
years.addEventListener("keydown", (event) => {
  const day = dayOf(event.target);
  if (day === undefined || page === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Enter" || event.key === " ") editor.ask({ type: "open", day });
  else {
    const next = dayAfterKey(event.key, day);
    if (next === undefined) return;
    // Beyond the years shown there is nothing to go to.
    if (squares.has(next)) select(next, true);
  }
  event.preventDefault();
});
editor.listen((news) => {
  if (news.type === "page" && awaited !== undefined) {
    if (keyOf(news.page.choice) !== awaited) return;
    awaited = undefined;
  }
  counting.hidden = news.type !== "counting" && news.type !== "loading";
  none.hidden = news.type !== "noNotebook";
  shown.hidden = page === undefined && news.type !== "page";
  if (news.type === "noNotebook") shown.hidden = true;
  else if (news.type === "page") {
    shown.hidden = false;
    show(news.page, news.canWrite);
  } else showProgress(news);
});

function showProgress(news: Extract<GrassNews, { readonly type: "counting" | "loading" }>): void {
  stop.hidden = news.type === "loading";
  if (news.type === "loading") {
    counted.textContent = "노트를 읽고 있어요.";
    bar.removeAttribute("value");
    return;
  }
  counted.textContent = `글자를 세고 있어요. ${news.done} / ${news.total}`;
  bar.max = Math.max(1, news.total);
  bar.value = news.done;
}

for (const part of [shown, none, counting]) part.hidden = true;
document.getElementById("page")?.append(counting, shown, none);
editor.ask({ type: "show", choice: editor.remembered?.choice });

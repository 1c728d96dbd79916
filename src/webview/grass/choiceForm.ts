import type { GrassChoice, GrassPage } from "../../core/grass/grassPage.ts";
import { MEASURES, type Measure } from "../../core/grass/measure.ts";
import { NOTE_KINDS } from "../../core/note/note.ts";
import { html } from "../dom.ts";

const MEASURE_LABELS: Readonly<Record<Measure, string>> = { count: "노트 수", characters: "글자 수" };

export interface ChoiceForm {
  readonly element: HTMLElement;
  show(page: GrassPage): void;
}

/** What is shown, as four lists to choose from. */
export function choiceForm(choose: (choice: GrassChoice) => void): ChoiceForm {
  const year = select("year");
  const measure = select("measure");
  const kind = select("kind");
  const tag = select("tag");
  const element = html(
    "form",
    { class: "choice" },
    labelled("해", year),
    labelled("기준", measure),
    labelled("종류", kind),
    labelled("태그", tag),
  );
  element.addEventListener("submit", (event) => event.preventDefault());
  element.addEventListener("change", () => {
    const chosenKind = NOTE_KINDS.find((known) => known === kind.value);
    choose({
      measure: MEASURES.find((known) => known === measure.value) ?? "count",
      ...(year.value !== "" && { year: Number(year.value) }),
      ...(chosenKind !== undefined && { kind: chosenKind }),
      ...(tag.value !== "" && { tag: tag.value }),
    });
  });
  return {
    element,
    show({ choice, allYears, kinds, tags }) {
      const years = [...new Set([...allYears, ...(choice.year === undefined ? [] : [choice.year])])].sort(
        (a, b) => b - a,
      );
      offer(year, choice.year, [["", "모든 해"], ...years.map((one) => [String(one), `${one}년`] as const)]);
      offer(
        measure,
        choice.measure,
        MEASURES.map((one) => [one, MEASURE_LABELS[one]] as const),
      );
      offer(kind, choice.kind, [
        ["", "모든 종류"],
        ...kinds.map((one) => [one.kind, `${one.label} (${one.count})`] as const),
      ]);
      const listed = tags.some((one) => one.tag === choice.tag) || choice.tag === undefined;
      offer(tag, choice.tag, [
        ["", "모든 태그"],
        ...(listed || choice.tag === undefined ? [] : [[choice.tag, choice.tag] as const]),
        ...tags.map((one) => [one.tag, `${one.tag} (${one.count})`] as const),
      ]);
    },
  };
}

function select(name: string): HTMLSelectElement {
  return html("select", { name });
}

function labelled(text: string, field: HTMLElement): HTMLElement {
  return html("label", {}, html("span", {}, text), field);
}

function offer(
  field: HTMLSelectElement,
  chosen: string | number | undefined,
  options: readonly (readonly [value: string, text: string])[],
): void {
  field.replaceChildren(...options.map(([value, text]) => html("option", { value }, text)));
  field.value = chosen === undefined ? "" : String(chosen);
}

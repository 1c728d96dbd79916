import type { Mark } from "../../core/notebook/dayMarks.ts";
import { svg } from "../dom.ts";

/** A shape of its own for each mark, so that they are told apart without colour too. */
export function markShape(mark: Mark): SVGSVGElement {
  return svg("svg", { class: `mark ${mark}`, viewBox: "0 0 8 8", "aria-hidden": "true" }, face(mark));
}

function face(mark: Mark): SVGElement {
  switch (mark) {
    case "tomak":
      return svg("circle", { cx: 4, cy: 4, r: 3.2 });
    case "til":
      return svg("path", { d: "M4 .6 7.8 7.2H.2z" });
    case "retro":
      return svg("rect", { x: 1, y: 1, width: 6, height: 6, rx: 0.5 });
    case "other":
      return svg("circle", { cx: 4, cy: 4, r: 2.6, class: "ring" });
  }
}

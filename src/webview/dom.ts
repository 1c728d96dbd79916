const SVG = "http://www.w3.org/2000/svg";

export type Attributes = Readonly<Record<string, string | number>>;

export type Child = Node | string;

/** An HTML element. Text stays text, whatever it holds; there is no way to write HTML here. */
export function html<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  fill(element, attributes, children);
  return element;
}

export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  fill(element, attributes, children);
  return element;
}

function fill(element: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
}

/** A button with a line drawing for its face; `label` is its name and its tooltip. */
export function iconButton(label: string, path: string, click: () => void): HTMLButtonElement {
  const button = html(
    "button",
    { type: "button", class: "icon", "aria-label": label, title: label },
    svg("svg", { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, svg("path", { d: path })),
  );
  button.addEventListener("click", click);
  return button;
}

export function textButton(label: string, click: () => void): HTMLButtonElement {
  const button = html("button", { type: "button" }, label);
  button.addEventListener("click", click);
  return button;
}

/** Makes elements without ever reading markup: texts of a design stay texts. */

export type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | boolean | ((event: Event) => void)>;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((it): it is Node | string => !!it));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

export function shape(
  tag: string,
  attributes: Record<string, string | number>,
  ...children: Child[]
): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, String(value));
  }
  made.append(...children.filter((it): it is Node | string => !!it));
  return made;
}

export function button(
  text: string,
  does: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  return element("button", { type: "button", click: does, ...attributes }, text);
}

/** The rows of a list of terms: a name, and what is said of it. */
export function terms(rows: [string, Child][]): HTMLElement {
  const pairs = rows.flatMap(([name, said]) => [
    element("dt", {}, name),
    element("dd", {}, said),
  ]);
  return element("dl", {}, ...pairs);
}

/** One number that can be moved: a slider, and a field for what it is exactly. */

import { element } from "./dom";
import { textOf } from "./evaluate";
import type { Movable } from "./graph";
import { isPossible, type Living } from "./living";

const STEPS = 1000;

export function slider(living: Living, path: string): HTMLElement {
  const number = living.content.graph.numbers[path];
  const name = titleOf(living, path);
  if (number.fixed) {
    const text = living.content.graph.inputs[path]?.text ?? "";
    return element("p", { class: "slider" }, `${name}: ${text}`, element("span", { class: "hint" }, ` Fixed: ${number.fixed}.`));
  }
  const range = element("input", {
    type: "range",
    min: number.whole ? String(number.least) : "0",
    max: String(number.whole ? number.most : STEPS),
    "aria-label": name,
    "data-path": path,
    input: () => living.move(path, at(number, Number(range.value))),
  });
  const field = element("input", {
    type: "number",
    step: "any",
    min: number.scale === "even" ? "" : "0",
    "aria-label": `${name}, exactly`,
    change: () => {
      const value = Number(field.value);
      if (field.value && isPossible(number, value)) living.move(path, value);
      else show();
    },
  });
  const show = () => {
    const value = living.number(path);
    range.value = String(placeOf(number, value));
    range.setAttribute("aria-valuetext", textOf(living.content.graph, path, value));
    if (document.activeElement !== field) field.value = String(Number(value.toPrecision(6)));
    made.classList.toggle("is-moved", path in living.settings());
  };
  const label = element("span", {}, name);
  const made = element("p", { class: "slider" }, label, range, field, element("span", { class: "kind" }, number.unit));
  living.listen(made, show);
  show();
  return made;
}

/** What a number is called: its component, and its keys as words. */
export function titleOf(living: Living, path: string): string {
  const [section, id, ...rest] = path.split(".");
  const part = section === "components" ? living.content.components[id]?.title : undefined;
  const words = part ? [part, ...rest] : [id, ...rest];
  return words.map((it) => it.replaceAll("-", " ")).join(": ");
}

/** The number at a place of the slider, which rises by ratios or evenly. */
function at({ scale, least, most, whole }: Movable, place: number): number {
  if (whole) return place;
  const share = place / STEPS;
  const value = scale === "ratio" ? least * (most / least) ** share : least + (most - least) * share;
  return Number(value.toPrecision(3));
}

function placeOf({ scale, least, most, whole }: Movable, value: number): number {
  if (whole) return Math.round(value);
  const share = scale === "ratio" ? Math.log(value / least) / Math.log(most / least) : (value - least) / (most - least);
  return Math.round(Math.min(Math.max(share || 0, 0), 1) * STEPS);
}

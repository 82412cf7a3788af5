/** What lies under the pointer: one wire above all, both its cards lit, its label told. */

import type { Content, Flow } from "./content";
import { element } from "./dom";
import type { Drawn, Picture } from "./pictures";
import type { Store } from "./state";

const TARGET = 12;

export function mountHovering(content: Content, pictures: Picture[], store: Store): void {
  for (const picture of pictures) {
    const tip = element("p", { class: "tip", hidden: true });
    picture.frame.after(tip);
    for (const flow of picture.flows) widen(flow);
    const over = (event: Event) => {
      const found = flowAt(picture, event.target);
      tip.hidden = !found;
      for (const it of picture.svg.querySelectorAll(".over")) it.classList.remove("over");
      if (!found) return;
      tip.replaceChildren(...told(content, picture, found));
      mark(content, picture, found);
    };
    picture.svg.addEventListener("pointerover", over);
    picture.svg.addEventListener("focusin", over);
    picture.svg.addEventListener("pointerleave", (event) => over(event));
    picture.svg.addEventListener("click", (event) => {
      const found = flowAt(picture, event.target);
      const ends = found && flowsOf(content, picture, found)[0];
      if (!ends) return;
      event.stopPropagation();
      store.go({ sel: ends.from, to: ends.to, way: "", side: "" });
    });
  }
}

/** Gives a wire an invisible one around it that is easier to meet. */
function widen({ element: group }: Drawn): void {
  const wire = group.querySelector(".wire");
  if (!wire) return;
  const target = wire.cloneNode() as SVGElement;
  target.setAttribute("class", "target");
  target.setAttribute("stroke-width", String(TARGET));
  group.append(target);
}

function flowAt(picture: Picture, target: EventTarget | null): Drawn | undefined {
  const group = (target as Element | null)?.closest?.("g.flow");
  return picture.flows.find((it) => it.element === group);
}

/** The flows of the design that one arrow of a picture stands for. */
function flowsOf(content: Content, picture: Picture, { from, to }: Drawn): Flow[] {
  const home = (id: string) => picture.home.get(id) ?? id;
  return content.flows.filter((it) => home(it.from) === from && home(it.to) === to);
}

function told(content: Content, picture: Picture, drawn: Drawn): Node[] {
  const name = (id: string) => content.components[id]?.title ?? content.stages[id] ?? id;
  const flows = flowsOf(content, picture, drawn);
  if (!flows.length) return [element("span", {}, drawn.element.querySelector("title")?.textContent ?? "")];
  return flows.map((it) =>
    element("span", {}, `${name(it.from)} → ${name(it.to)}: `, element("b", {}, it.type || it.mode), ` (${it.mode})`),
  );
}

function mark(content: Content, picture: Picture, drawn: Drawn): void {
  drawn.element.classList.add("over");
  for (const { from, to } of flowsOf(content, picture, drawn)) {
    for (const id of [from, to]) {
      for (const part of picture.parts.get(id) ?? []) part.classList.add("over");
    }
  }
}

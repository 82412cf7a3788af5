/** Cards whose figures are over a limit with the numbers that are moved, and a note of it. */

import { button, element, shape } from "./dom";
import type { Living } from "./living";
import type { Picture } from "./pictures";

const HEIGHT = 20;
const WIDTH = 54;

export function mountOverloads(living: Living, pictures: Picture[], main: Element | null): void {
  const note = element("p", { class: "changed-said", role: "status" });
  main?.append(note);
  const show = () => {
    const over = partsOver(living);
    const shown = pictures.filter((it) => it.view === living.store.state.view);
    for (const picture of shown) mark(picture, over);
    const count = Object.keys(living.settings()).length;
    note.hidden = !count;
    note.replaceChildren(
      `${count} ${count === 1 ? "number differs" : "numbers differ"} from the design, which the pictures and papers show. `,
      button("Reset", () => living.store.go({ set: {} })),
    );
  };
  living.listen(document, show);
  living.store.listen((now, before) => now.view !== before.view && show());
  show();
}

/** The components with a figure over its limit because of what was moved, with the code. */
function partsOver(living: Living): Map<string, string> {
  const before = new Set(living.crossed(living.base).map((it) => `${it.code} ${it.figure}`));
  const found = new Map<string, string>();
  for (const limit of living.crossed()) {
    const about = living.content.figures[limit.figure]?.about;
    if (about && !before.has(`${limit.code} ${limit.figure}`)) found.set(about, limit.code);
  }
  return found;
}

function mark(picture: Picture, over: Map<string, string>): void {
  picture.svg.querySelector(".overloads")?.remove();
  for (const it of picture.svg.querySelectorAll(".over-limit")) it.classList.remove("over-limit");
  const badges = [...over].flatMap(([id, code]) => {
    const cards = picture.parts.get(id) ?? [];
    for (const card of cards) card.classList.add("over-limit");
    return cards.slice(0, 1).map((card) => badge(card, code));
  });
  if (badges.length) picture.svg.append(shape("g", { class: "overloads" }, ...badges));
}

/** A flag at the upper right of a card, or at the end of a line of one. */
function badge(card: SVGGElement, code: string): SVGElement {
  const box = card.getBBox();
  const root = card.ownerSVGElement?.getCTM()?.inverse();
  const own = card.getCTM();
  const matrix = root && own ? root.multiply(own) : new DOMMatrix();
  const x = matrix.e + box.x + box.width - WIDTH / 2;
  const y = matrix.f + box.y + box.height - HEIGHT / 2;
  return shape(
    "g",
    { class: "badge strong" },
    shape("title", {}, `Over the limit of ${code} with the numbers that are moved`),
    shape("path", { class: "outline-of", d: `M${x} ${y}h${WIDTH}l-6 ${HEIGHT / 2}l6 ${HEIGHT / 2}h${-WIDTH}z` }),
    shape("text", { class: "t-label", x: x + 6, y: y + 14.6 }, code),
  );
}

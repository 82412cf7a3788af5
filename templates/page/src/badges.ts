/** Badges on a picture: what an overlay says of cards and flows, or a scenario's steps. */

import type { Badge, Marking } from "./content";
import { shape } from "./dom";
import type { Picture } from "./pictures";

const BAR = 40;
const PAD = 8;
const POINT = 7;
const CUT = 5;
const BASELINE = 14.6;

/** Puts the badges of `marking` in place of those that a picture has. */
export function showBadges(picture: Picture, marking: Marking | undefined, form: string): SVGElement[] {
  picture.svg.querySelector(".overlay")?.remove();
  const made = (marking?.badges ?? []).map((it) => drawn(it, form));
  if (made.length) picture.svg.append(shape("g", { class: "overlay" }, ...made));
  return made;
}

function drawn([at, text, title, share, strong]: Badge, form: string): SVGElement {
  const [x, y, , height, inset] = at;
  return shape(
    "g",
    { class: strong ? "badge strong" : "badge" },
    title && shape("title", {}, title),
    shape("path", { class: "outline-of", d: outline(at, form) }),
    ...(share === null ? [] : bar(share, x + PAD, y + (height - 7) / 2)),
    shape("text", { class: "t-label", x: x + inset, y: y + BASELINE }, text),
  );
}

function bar(share: number, x: number, y: number): SVGElement[] {
  const filled = BAR * Math.min(Math.max(share, 0), 1);
  return [
    shape("rect", { class: "room", x, y, width: BAR, height: 7 }),
    shape("rect", { class: "share", x, y, width: filled, height: 7 }),
  ];
}

/** The outline of a badge tells what it is about without any colour. */
function outline([x, y, width, height]: Badge[0], form: string): string {
  const right = x + width;
  const bottom = y + height;
  const middle = y + height / 2;
  const corners: Record<string, [number, number][]> = {
    square: [[x, y], [right, y], [right, bottom], [x, bottom]],
    tag: [[x, middle], [x + POINT, y], [right, y], [right, bottom], [x + POINT, bottom]],
    flag: [[x, y], [right, y], [right - POINT, middle], [right, bottom], [x, bottom]],
    hexagon: [
      [x, middle], [x + POINT, y], [right - POINT, y],
      [right, middle], [right - POINT, bottom], [x + POINT, bottom],
    ],
    octagon: [
      [x, y + CUT], [x + CUT, y], [right - CUT, y], [right, y + CUT],
      [right, bottom - CUT], [right - CUT, bottom], [x + CUT, bottom], [x, bottom - CUT],
    ],
  };
  const found = corners[form];
  if (found) return `M${found.map((it) => it.join(" ")).join("L")}Z`;
  const r = height / 2;
  const arc = `a${r} ${r} 0 0 1 0 `;
  return `M${x + r} ${y}H${right - r}${arc}${height}H${x + r}${arc}${-height}Z`;
}

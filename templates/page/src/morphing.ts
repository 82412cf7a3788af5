/** Cards move from where they stood in the last view to where they stand in the next. */

import type { Picture } from "./pictures";

const TIME = 260;
/** More cards than this would stutter. */
const MOST = 150;

/** Returns what moves the cards of the next picture, once that is shown. */
export function leave(from: Picture | undefined): (to: Picture | undefined) => void {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!from || still || from.parts.size > MOST) return () => {};
  const boxes = new Map<string, DOMRect>();
  for (const [id, [card]] of from.parts) boxes.set(id, card.getBoundingClientRect());
  return (to) => to && arrive(to, boxes);
}

function arrive(picture: Picture, boxes: Map<string, DOMRect>): void {
  const scale = picture.svg.getScreenCTM()?.a ?? 1;
  const moves: [SVGGElement, string, string][] = [];
  for (const [id, [card]] of picture.parts) {
    const old = boxes.get(id);
    const matrix = card.transform.baseVal.consolidate()?.matrix;
    if (!old || !matrix || card.parentNode !== picture.svg) continue;
    const now = card.getBoundingClientRect();
    if (!now.width) continue;
    const x = matrix.e + (old.left - now.left) / scale;
    const y = matrix.f + (old.top - now.top) / scale;
    const size = old.width / now.width;
    moves.push([card, `translate(${x}px, ${y}px) scale(${size})`, `translate(${matrix.e}px, ${matrix.f}px)`]);
  }
  for (const [card, before, after] of moves) {
    card.animate([{ transform: before }, { transform: after }], { duration: TIME, easing: "ease-out" });
  }
}

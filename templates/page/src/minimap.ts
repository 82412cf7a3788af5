/** A small map of the full view, with what is seen of it. */

import type { Camera } from "./camera";
import { shape } from "./dom";

const FULL = "full";

export function mountMinimap(cameras: Map<string, Camera>): void {
  const camera = cameras.get(FULL);
  if (!camera) return;
  const { svg, frame } = camera.picture;
  const { width, height } = camera.whole;
  const cards = [...svg.querySelectorAll<SVGGElement>(":scope > g[data-kind], :scope > g.stage")].map((card) => {
    const moved = card.transform.baseVal.consolidate()?.matrix;
    const box = card.querySelector("rect");
    return shape("rect", {
      class: "mini",
      x: (moved?.e ?? 0) + Number(box?.getAttribute("x") ?? 0),
      y: (moved?.f ?? 0) + Number(box?.getAttribute("y") ?? 0),
      width: box?.getAttribute("width") ?? 0,
      height: box?.getAttribute("height") ?? 0,
    });
  });
  const seen = shape("rect", { class: "seen" });
  const map = shape(
    "svg",
    { class: "minimap", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
    ...cards,
    seen,
  ) as SVGSVGElement;
  frame.after(map);
  camera.onLook((box) => {
    const isWhole = box.width >= width && box.height >= height;
    map.classList.toggle("idle", isWhole);
    for (const [name, value] of Object.entries(box)) seen.setAttribute(name, String(value));
  });
  const go = (event: PointerEvent) => {
    if (!event.buttons) return;
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM()?.inverse());
    camera.centre(at.x, at.y);
  };
  map.addEventListener("pointerdown", go);
  map.addEventListener("pointermove", go);
}

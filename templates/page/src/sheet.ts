/** On a phone the panel is a sheet from below, in three heights. */

import { button } from "./dom";
import type { Store } from "./state";

const HEIGHTS = ["low", "half", "high"] as const;

export function mountSheet(panel: HTMLElement, store: Store): void {
  let at = 0;
  let from: number | null = null;
  const show = (height: number) => {
    at = Math.min(Math.max(height, 0), HEIGHTS.length - 1);
    panel.dataset.height = HEIGHTS[at];
    grip.setAttribute("aria-expanded", String(at > 0));
  };
  const grip = button("", () => show((at + 1) % HEIGHTS.length), {
    class: "grip",
    "aria-label": "Height of the panel",
  });
  grip.addEventListener("pointerdown", (event) => {
    from = event.clientY;
    grip.setPointerCapture(event.pointerId);
  });
  grip.addEventListener("pointerup", (event) => {
    const moved = from === null ? 0 : event.clientY - from;
    from = null;
    if (Math.abs(moved) < 20) return;
    show(at + (moved < 0 ? 1 : -1));
    grip.addEventListener("click", (it) => it.stopImmediatePropagation(), { once: true, capture: true });
  });
  panel.prepend(grip);
  show(store.state.sel || store.state.side ? 1 : 0);
  store.listen((now, before) => {
    const isAsked = now.sel !== before.sel || now.side !== before.side;
    if (isAsked && (now.sel || now.side) && at === 0) show(1);
  });
}

/** The keys: arrows along flows, digits for views, plus and minus, Escape. */

import type { Camera } from "./camera";
import type { Content } from "./content";
import type { Store } from "./state";

const FIELDS = "input, select, textarea, [contenteditable]";
const STEP = 1.25;

export function listenToKeys(
  content: Content,
  store: Store,
  cameras: Map<string, Camera>,
  views: string[],
): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as Element).closest?.(FIELDS)) return;
    if (pressed(event.key, views, content, store, cameras.get(store.state.view))) event.preventDefault();
  });
}

function pressed(
  key: string,
  views: string[],
  content: Content,
  store: Store,
  camera?: Camera,
): boolean {
  if (/^[1-9]$/.test(key)) {
    const view = views[Number(key) - 1];
    if (view) store.go({ view });
    return !!view;
  }
  if (key === "Escape") {
    store.go({ sel: "", to: "", way: "", walk: 0 });
    return true;
  }
  if (!camera) return false;
  if (key === "0") camera.fit();
  else if (key === "+" || key === "=") camera.zoom(STEP);
  else if (key === "-") camera.zoom(1 / STEP);
  else if (key.startsWith("Arrow")) return arrow(key, content, store, camera);
  else return false;
  return true;
}

const MOVES: Record<string, [number, number]> = {
  ArrowLeft: [80, 0],
  ArrowRight: [-80, 0],
  ArrowUp: [0, 80],
  ArrowDown: [0, -80],
};

/** With a selection, left and right walk along flows; else the picture moves. */
function arrow(key: string, content: Content, store: Store, camera: Camera): boolean {
  const { sel } = store.state;
  const isAhead = key === "ArrowRight";
  if (sel && (isAhead || key === "ArrowLeft")) {
    const next = content.flows.find((it) => (isAhead ? it.from : it.to) === sel);
    if (next) store.go({ sel: isAhead ? next.to : next.from, to: "" });
    return true;
  }
  camera.pan(...MOVES[key]);
  return true;
}

/** In print the current view stands whole on a page of its own; then come the papers. */

import type { Camera } from "./camera";
import type { Store } from "./state";

export function mountPrinting(store: Store, cameras: Map<string, Camera>): void {
  let before = "";
  addEventListener("beforeprint", () => {
    const camera = cameras.get(store.state.view);
    before = camera?.picture.svg.getAttribute("viewBox") ?? "";
    camera?.showWhole();
  });
  addEventListener("afterprint", () => {
    if (before) cameras.get(store.state.view)?.picture.svg.setAttribute("viewBox", before);
  });
}

/** The panel beside the picture: one side of it at a time, each a file in `sides/`. */

import type { Content } from "./content";
import { button, element } from "./dom";
import type { State, Store } from "./state";

export interface Side {
  name: string;
  title: string;
  /** Whether there is anything to show; without it, there always is. */
  applies?: (content: Content) => boolean;
  render: (content: Content, store: Store) => Node[];
  /** What makes it look different: it is drawn again when this changes. */
  depends: (state: State) => unknown;
}

export function mountPanel(host: HTMLElement, content: Content, store: Store, sides: Side[]): void {
  const shown = sides.filter((it) => it.applies?.(content) ?? true);
  const body = element("div", { class: "side", tabindex: "0" });
  const tabs = shown.map((side) =>
    button(side.title, () => store.go({ side: side.name }), { "data-side": side.name }),
  );
  const close = button("×", () => store.go({ side: "none" }), {
    class: "close",
    "aria-label": "Close the panel",
  });
  host.append(element("div", { class: "sides", role: "group", "aria-label": "Panel" }, ...tabs, close), body);
  let last = "";
  const draw = (state: State) => {
    const side = shown.find((it) => it.name === sideOf(state)) ?? shown[0];
    const key = JSON.stringify([side.name, side.depends(state)]);
    if (key === last) return;
    last = key;
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.side === side.name));
    body.replaceChildren(...side.render(content, store));
    body.scrollTop = 0;
  };
  store.listen(draw);
  draw(store.state);
}

function sideOf(state: State): string {
  return state.side || "part";
}

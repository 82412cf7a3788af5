/** The side of the panel that says what is drawn over the picture, and what is not. */

import { button, element } from "../dom";
import { layersOf, type Layer } from "../layers";
import type { Side } from "../panel";
import type { Store } from "../state";

export const layers: Side = {
  name: "layers",
  title: "Layers",
  depends: (state) => [state.off, state.overlay],
  render: (content, store) => [
    element("h2", {}, "Overlay"),
    ...content.overlays.map((it) => overlay(store, it.name, it.summary)),
    element("h2", {}, "Drawn"),
    ...layersOf(content).map((it) => layer(store, it)),
    element("p", { class: "hint" }, "What is off is not drawn in any view."),
  ],
};

function overlay(store: Store, name: string, summary: string): HTMLElement {
  const isOn = store.state.overlay === name;
  const go = () => store.go({ overlay: isOn ? "" : name, walk: 0 });
  return element("p", {}, button(name, go, { "aria-pressed": String(isOn) }), ` ${summary}`);
}

function layer(store: Store, { name, title, count }: Layer): HTMLElement {
  const { off } = store.state;
  const box = element("input", {
    type: "checkbox",
    checked: !off.includes(name),
    change: () =>
      store.go({ off: off.includes(name) ? off.filter((it) => it !== name) : [...off, name] }),
  });
  return element("p", {}, element("label", {}, box, ` ${title} `, element("span", { class: "kind" }, String(count))));
}

/** Layers: sorts of flows, planes and watchers that can be left out of all pictures. */

import type { Content } from "./content";
import { element } from "./dom";
import type { Picture } from "./pictures";
import type { State, Store } from "./state";

export interface Layer {
  name: string;
  title: string;
  count: number;
}

const MODES: Record<string, string> = {
  call: "Calls",
  lookup: "Lookups",
  stream: "Streams",
  batch: "Batches",
  control: "Control flows",
};
const WATCHERS = "monitoring";

export function layersOf(content: Content): Layer[] {
  const count = (mode: string) => content.flows.filter((it) => it.mode === mode).length;
  const modes = Object.entries(MODES).map(([name, title]) => ({ name, title, count: count(name) }));
  const planes = [...new Set(Object.values(content.components).map((it) => it.plane))];
  const parts = (takes: (stage: string, plane: string) => boolean) =>
    Object.values(content.components).filter((it) => takes(it.stage, it.plane)).length;
  return [
    ...modes,
    ...planes
      .filter((it) => ["online", "async", "offline", "control"].includes(it))
      .map((it) => ({ name: `plane-${it}`, title: `Plane: ${it}`, count: parts((_, plane) => plane === it) })),
    { name: WATCHERS, title: "Watchers", count: parts((stage) => stage === WATCHERS) },
  ].filter((it) => it.count);
}

/** Whether a component is left out. */
function isOff(content: Content, id: string, off: string[]): boolean {
  const found = content.components[id];
  return !!found && (off.includes(`plane-${found.plane}`) || (off.includes(WATCHERS) && found.stage === WATCHERS));
}

export function mountLayers(content: Content, pictures: Picture[], store: Store): void {
  const corners = pictures.map((it) => {
    const corner = element("p", { class: "off-said" });
    it.frame.after(corner);
    return corner;
  });
  const titles = new Map(layersOf(content).map((it) => [it.name, it.title.toLowerCase()]));
  const show = ({ off }: State) => {
    for (const picture of pictures) leaveOut(content, picture, off);
    const named = off.map((it) => titles.get(it) ?? it).join(", ");
    for (const corner of corners) corner.textContent = named && `Not drawn: ${named}`;
  };
  store.listen((now, before) => now.off.join() !== before.off.join() && show(now));
  show(store.state);
}

function leaveOut(content: Content, picture: Picture, off: string[]): void {
  for (const [id, elements] of picture.parts) {
    for (const it of elements) it.classList.toggle("off", isOff(content, id, off));
  }
  for (const flow of picture.flows) {
    const isGone = [flow.from, flow.to].some((it) => isOff(content, it, off));
    flow.element.classList.toggle("off", isGone || off.includes(flow.mode));
  }
}

/** The full view as a list: stages, their components, and flows as links. */

import type { Content } from "./content";
import { button, element } from "./dom";
import type { Picture } from "./pictures";
import type { State, Store } from "./state";

const FULL = "full";
export const PHONE = "(max-width: 640px)";

export function mountOutline(content: Content, pictures: Picture[], store: Store): void {
  const picture = pictures.find((it) => it.view === FULL);
  if (!picture) return;
  const isList = () => (store.state.as || (matchMedia(PHONE).matches ? "list" : "picture")) === "list";
  const list = element("div", { class: "outline", tabindex: "-1" });
  const toggle = button("", () => store.go({ as: isList() ? "picture" : "list" }), { class: "as" });
  picture.frame.after(list, toggle);
  const show = (state: State) => {
    if (state.view !== FULL) return;
    const listed = isList();
    toggle.textContent = listed ? "Picture" : "List";
    picture.frame.hidden = listed;
    list.hidden = !listed;
    if (listed && !list.childNodes.length) list.append(...stages(content));
    for (const it of list.querySelectorAll(".lit")) it.classList.remove("lit");
    if (!listed || !state.sel) return;
    const item = list.querySelector(`[data-id="${CSS.escape(state.sel)}"]`);
    item?.classList.add("lit");
    item?.scrollIntoView({ block: "start" });
  };
  matchMedia(PHONE).addEventListener("change", () => show(store.state));
  store.listen(show);
  show(store.state);
}

function stages(content: Content): HTMLElement[] {
  return Object.entries(content.stages).map(([stage, title]) => {
    const ids = Object.keys(content.components).filter((id) => content.components[id].stage === stage);
    return element("section", {}, element("h3", {}, title), element("ul", {}, ...ids.map((id) => part(content, id))));
  });
}

function part(content: Content, id: string): HTMLElement {
  const found = content.components[id];
  const flows = content.flows.filter((it) => it.from === id);
  return element(
    "li",
    { "data-id": id },
    element("a", { href: `#sel=${encodeURIComponent(id)}` }, found.title),
    found.technology ? ` ${found.technology}` : "",
    flows.length > 0 && element("ul", {}, ...flows.map((it) => arrow(content, it.to, it.type))),
  );
}

function arrow(content: Content, id: string, type: string): HTMLElement {
  const title = content.components[id]?.title ?? id;
  const link = element("a", { href: `#sel=${encodeURIComponent(id)}` }, title);
  return element("li", {}, "→ ", link, type && ` ${type}`);
}

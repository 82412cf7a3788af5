/** In a frame of another page only the picture is shown, and a way to the whole. */

import { element } from "./dom";
import { writeHash, type Store } from "./state";

export function mountEmbedding(store: Store): void {
  if (!store.state.embed) return;
  const link = element("a", { class: "whole", target: "_blank", rel: "noopener" }, "Open");
  const lead = () => {
    const address = location.href.split("#")[0];
    link.href = address + writeHash({ ...store.state, embed: false });
  };
  document.querySelector("main")?.append(link);
  store.listen(lead);
  lead();
}

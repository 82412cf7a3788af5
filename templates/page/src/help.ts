/** What keys do, on `?`. */

import { button, element, terms } from "./dom";

const KEYS: [string, string][] = [
  ["1 … 9", "the views, then the papers"],
  ["/", "search"],
  ["Tab", "the cards, in the order of reading"],
  ["Enter", "select the card"],
  ["← →", "along the flows from the selected card; else the picture moves"],
  ["Shift + click", "all ways between two cards"],
  ["+  −  0", "nearer, further, all of it"],
  ["Esc", "select nothing"],
];

export function help(): HTMLElement {
  const dialog = element("dialog", { "aria-label": "Keys" }, element("h2", {}, "Keys"), terms(KEYS));
  dialog.append(button("Close", () => dialog.close()));
  document.body.append(dialog);
  const show = () => (dialog.open ? dialog.close() : dialog.showModal());
  document.addEventListener("keydown", (event) => {
    if (event.key === "?" && !(event.target as Element).closest?.("input, textarea")) show();
  });
  return button("?", show, { "aria-label": "Keys" });
}

/** Search over ids, names, technologies, data types and findings; Enter goes there. */

import { element } from "./dom";
import { said, type Living } from "./living";
import type { State } from "./state";

interface Entry {
  title: string;
  told: string;
  /** What is looked through, in small letters: the title first. */
  text: string;
  go: Partial<State>;
}

const MOST = 12;

export function mountSearch(host: Element, living: Living): void {
  const { store } = living;
  const entries = entriesOf(living);
  const list = element("ul", { role: "listbox", id: "found", "aria-label": "Found" });
  const field = element("input", {
    type: "search",
    placeholder: "Search  /",
    "aria-label": "Search",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": "found",
    autocomplete: "off",
  });
  const box = element("div", { class: "search" }, field, list);
  let found: Entry[] = [];
  let at = 0;
  const close = () => {
    list.replaceChildren();
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    store.go({ to: "", walk: 0, ...entry.go });
    field.value = "";
    close();
    field.blur();
  };
  const show = () => {
    field.setAttribute("aria-expanded", String(found.length > 0));
    if (found.length) field.setAttribute("aria-activedescendant", `found-${at}`);
    list.replaceChildren(
      ...found.map((it, index) =>
        element(
          "li",
          {
            role: "option",
            id: `found-${index}`,
            "aria-selected": String(index === at),
            mousedown: (event) => event.preventDefault(),
            click: () => choose(it),
          },
          it.title,
          " ",
          element("span", { class: "kind" }, it.told),
        ),
      ),
    );
  };
  field.addEventListener("input", () => {
    found = search(entries, field.value);
    at = 0;
    show();
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      field.value = "";
      found = [];
      close();
      field.blur();
    } else if (event.key === "Enter") choose(found[at]);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : found.length - 1;
      at = found.length ? (at + by) % found.length : 0;
      show();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || (event.target as Element).closest?.("input, textarea")) return;
    event.preventDefault();
    field.focus();
  });
  host.prepend(box);
}

function entriesOf(living: Living): Entry[] {
  const { content } = living;
  const entry = (title: string, told: string, go: Partial<State>, ...more: string[]): Entry => ({
    title,
    told,
    go,
    text: [title, told, ...more].join(" ").toLowerCase(),
  });
  const parts = Object.entries(content.components).map(([id, it]) =>
    entry(it.title, [it.kind, it.technology].filter(Boolean).join(", "), { sel: id, side: "" }, id),
  );
  const flows = content.flows
    .filter((it) => it.type)
    .map((it) => {
      const ends = [it.from, it.to].map((id) => content.components[id]?.title ?? id);
      return entry(it.type, ends.join(" → "), { sel: it.from, to: it.to, side: "" });
    });
  const figures = Object.entries(content.figures).map(([id, it]) =>
    entry(it.title, said(living.base.get(id)), { ...(it.about ? { sel: it.about, side: "" } : { side: "numbers" }) }, id),
  );
  const found = content.findings.map((it) =>
    entry(`${it.code} ${it.name}`, it.message, { side: "findings", ...(it.about[0] ? { sel: it.about[0] } : {}) }),
  );
  const walks = content.scenarios.map((it, index) =>
    entry(it.name, "scenario", { walk: index + 1, step: 0, side: "walks", sel: "" }),
  );
  return [...parts, ...found, ...walks, ...figures, ...flows];
}

/** All whose text has each word; else those that have its letters in their order. */
function search(entries: Entry[], query: string): Entry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const scored = entries
    .map((entry, place) => ({ entry, place, score: scoreOf(entry, words) }))
    .filter((it) => it.score > 0);
  scored.sort((one, other) => other.score - one.score || one.place - other.place);
  return scored.slice(0, MOST).map((it) => it.entry);
}

function scoreOf(entry: Entry, words: string[]): number {
  const title = entry.title.toLowerCase();
  let sum = 0;
  for (const word of words) {
    if (title.startsWith(word)) sum += 5;
    else if (title.includes(` ${word}`)) sum += 4;
    else if (title.includes(word)) sum += 3;
    else if (entry.text.includes(word)) sum += 2;
    else if (word.length > 2 && isSpread(word, title)) sum += 1;
    else return 0;
  }
  return sum / words.length;
}

/** Whether the letters of `word` come in `text` in their order, as after a slip. */
function isSpread(word: string, text: string): boolean {
  let from = 0;
  for (const letter of word) {
    from = text.indexOf(letter, from) + 1;
    if (!from) return false;
  }
  return true;
}

/* Filters and search of the index of a site. What is chosen lives in the address, so that
   a link and the back button keep it: #system=fraud-detection&tech=Kafka&q=drift */
(() => {
  "use strict";
  const MOST = 8;
  const content = JSON.parse(document.getElementById("content").textContent);
  const form = document.querySelector(".filters");
  const field = form.elements.q;
  const selects = [...form.querySelectorAll("select")];
  const reset = form.querySelector(".reset");
  const cards = [...document.querySelectorAll(".card")];
  const found = document.querySelector(".found");
  const count = document.querySelector(".count");

  /** What each filter asks of a design. */
  const asks = {
    system: (design, word) => design.system === word,
    tech: (design, word) => design.tech.includes(word),
    finding: (design, word) => design.states.includes(word),
  };

  /** All that search looks through, in small letters; made when somebody searches. */
  let entries;
  const entry = (sort, title, told, url, design, more = "") => {
    const text = [title, told, more].join(" ").toLowerCase();
    return { sort, title, told, url, design, text };
  };
  const at = (design, words) => design.url && `${design.url}#${new URLSearchParams(words)}`;
  const entriesOf = (design, place) => [
    entry("Designs", design.name, "", design.url, place, [design.text, ...design.tech].join(" ")),
    ...design.parts.map(([id, title, kind, tech]) => {
      const told = [kind, tech].filter(Boolean).join(", ");
      return entry("Components", title, `${told} · ${design.name}`, at(design, { sel: id }), place, id);
    }),
    ...design.findings.map(([rule, message, id]) => {
      const words = { side: "findings", ...(id ? { sel: id } : {}) };
      return entry("Findings", message, `${rule} · ${design.name}`, at(design, words), place);
    }),
  ];
  const all = () => {
    entries ??= [
      ...content.designs.flatMap(entriesOf),
      ...content.concepts.map(([url, title, asked, more]) => entry("Concepts", title, asked, url, -1, more)),
    ];
    return entries;
  };
  const wordsOf = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
  const search = (text) => {
    const words = wordsOf(text);
    return words.length ? all().filter((it) => words.every((word) => it.text.includes(word))) : [];
  };

  const element = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const line = (it) =>
    element("li", {}, element("a", { href: it.url }, it.title), " ", element("span", { class: "about" }, it.told));
  /** The first of a sort, those whose title begins with what is sought before others. */
  const group = (sort, items, text) => {
    const begins = (it) => it.title.toLowerCase().startsWith(wordsOf(text)[0] ?? "");
    const sorted = [...items.filter(begins), ...items.filter((it) => !begins(it))];
    const rest = items.length - MOST;
    const title = rest > 0 ? `${sort} (the first ${MOST} of ${items.length})` : `${sort} (${items.length})`;
    return [element("h2", {}, title), element("ul", {}, ...sorted.slice(0, MOST).map(line))];
  };

  const read = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  const write = (replaces) => {
    const words = new URLSearchParams();
    for (const it of [field, ...selects]) if (it.value.trim()) words.set(it.name, it.value.trim());
    const address = words.size ? `#${words}` : location.pathname + location.search;
    history[replaces ? "replaceState" : "pushState"](null, "", address);
    show();
  };

  /** Whether a design is asked for, by its filters and what was found in it. */
  const isShown = (design, place, hits) =>
    selects.every((it) => !it.value || asks[it.name](design, it.value)) && (!hits || hits.has(place));

  const show = () => {
    const hits = search(field.value);
    const isSought = wordsOf(field.value).length > 0;
    const places = isSought ? new Set(hits.map((it) => it.design)) : null;
    const shown = content.designs.map((design, place) => isShown(design, place, places));
    cards.forEach((card, place) => (card.hidden = !shown[place]));
    const left = shown.filter(Boolean).length;
    const total = `${cards.length} ${cards.length === 1 ? "design" : "designs"}`;
    const isChosen = isSought || selects.some((it) => it.value);
    count.textContent = isChosen ? `${left} of ${total}` : total;
    reset.hidden = !isChosen;
    const listed = hits.filter((it) => it.url && (it.design < 0 || shown[it.design]));
    const groups = ["Components", "Findings", "Concepts"]
      .map((sort) => [sort, listed.filter((it) => it.sort === sort)])
      .filter(([, items]) => items.length);
    found.replaceChildren(...groups.flatMap(([sort, items]) => group(sort, items, field.value)));
    found.hidden = !groups.length;
  };

  /** Takes what the address says into the form; a word that no filter knows is left out. */
  const follow = () => {
    const words = read();
    field.value = words.q ?? "";
    for (const it of selects) {
      it.value = words[it.name] ?? "";
      if (it.selectedIndex < 0) it.value = "";
    }
    show();
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", () => write(true));
  for (const it of selects) it.addEventListener("change", () => write(false));
  reset.addEventListener("click", () => {
    for (const it of [field, ...selects]) it.value = "";
    write(false);
    field.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target === field) {
      field.value = "";
      write(true);
    }
    if (event.key !== "/" || event.target.closest("input, select")) return;
    event.preventDefault();
    field.focus();
  });
  addEventListener("popstate", follow);
  follow();
  document.documentElement.classList.add("alive");
})();

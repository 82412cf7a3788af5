/** The side of the panel about the selected component. */

import type { Component, Content, Flow } from "../content";
import { button, element, terms, type Child } from "../dom";
import { isGap, type FigureOf } from "../graph";
import { said, type Living } from "../living";
import type { Side } from "../panel";
import type { Store } from "../state";

export function part(living: Living): Side {
  return {
    name: "part",
    title: "Part",
    depends: (state) => [state.sel, state.to, state.way, state.set],
    render: (content, store) => {
      const found = content.components[store.state.sel];
      return found ? about(content, store, living, found) : nothing(content);
    },
  };
}

function nothing(content: Content): Node[] {
  return [
    element("h2", {}, content.name),
    element(
      "p",
      { class: "hint" },
      "Select a card to see what it is, why it is here, and its numbers. ",
      "Shift-click a second one for all ways between the two.",
    ),
  ];
}

function about(content: Content, store: Store, living: Living, found: Component): Node[] {
  const id = store.state.sel;
  return [
    element("h2", {}, found.title),
    element("p", { class: "kind" }, [found.kind, content.stages[found.stage], found.technology].filter(Boolean).join(" · ")),
    ...paragraphs(found.why, found.note),
    found.url ? element("p", {}, element("a", { href: found.url, rel: "noreferrer" }, found.url)) : null,
    directions(store),
    ...section("Figures", figuresOf(content, id).map((it) => figure(living, it)).filter((it) => it !== null)),
    ...section("Stated", found.stated.length ? [terms(found.stated)] : []),
    ...section("Takes from", flows(content, store, (it) => it.to === id, "from")),
    ...section("Gives to", flows(content, store, (it) => it.from === id, "to")),
    ...section("Findings", findings(content, store, id)),
    ...section("Features", found.features.map((it) => element("p", {}, it))),
    ...section("Trade-offs", tradeoffs(content, found)),
    ...section("What can fail", found.failures.map(failure)),
    element("p", { class: "kind" }, content.kinds[found.kind]),
  ].filter((it): it is HTMLElement => it !== null);
}

function paragraphs(...texts: (string | undefined)[]): HTMLElement[] {
  return texts.filter((it): it is string => !!it).map((it) => element("p", {}, it));
}

function section(title: string, content: Child[]): HTMLElement[] {
  return content.length ? [element("section", {}, element("h3", {}, title), ...content)] : [];
}

function directions(store: Store): HTMLElement {
  const choice = (text: string, way: string) =>
    button(text, () => store.go({ way, to: "" }), { "aria-pressed": String(store.state.way === way) });
  return element(
    "div",
    { class: "choice", role: "group", "aria-label": "What is lit" },
    choice("Neighbours", ""),
    choice("Upstream", "up"),
    choice("Downstream", "down"),
  );
}

function figuresOf(content: Content, id: string): string[] {
  return content.graph.figures.filter((it) => it.about === id && !it.beside).map((it) => it.id);
}

/** The choices that name a component or what it runs on. */
function tradeoffs(content: Content, found: Component): HTMLElement[] {
  const names = [found.title, found.technology?.split(/[ ,(]/)[0]].filter((it): it is string => !!it);
  return content.tradeoffs
    .filter((it) => names.some((name) => `${it.name} ${it.chosen} ${it.because}`.includes(name)))
    .map((it) =>
      element(
        "details",
        {},
        element("summary", {}, it.name),
        element("p", {}, `Chosen: ${it.chosen}`),
        element("p", {}, `Not: ${it.rejected}`),
        element("p", {}, it.because),
      ),
    );
}

function figure(living: Living, id: string): HTMLElement | null {
  const found = living.content.figures[id];
  const result = living.now.get(id);
  if (!found || !result) return null;
  const working = isGap(result) ? [result.gap] : [result.formula, element("br"), "= ", result.working];
  return element(
    "details",
    { "data-figure": id },
    element("summary", {}, element("span", {}, shortened(living.content, found)), " ", element("b", {}, said(result))),
    element("p", { class: "working" }, ...working),
    inputs(living, id),
    found.note && element("p", {}, found.note),
  );
}

/** Where the numbers of a figure are stated, and a way to move them. */
function inputs(living: Living, id: string): HTMLElement | null {
  const { graph, file } = living.content;
  const terms = living.content.figures[id]?.terms ?? {};
  const paths = Object.values(terms).flatMap((it) => (it.input && graph.numbers[it.input] ? [it.input] : []));
  if (!paths.length) return null;
  const rows = paths.map((path) => {
    const { line, file: other } = graph.numbers[path];
    const go = () => {
      living.store.go({ side: "numbers" });
      const slider = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
      slider?.focus();
    };
    return element("li", {}, button(path, go), ` ${other ?? file}:${line}`);
  });
  return element("ul", { class: "inputs" }, ...rows);
}

/** The title of a figure without the name of its component, which stands above. */
function shortened(content: Content, { title, about }: FigureOf): string {
  const name = `${content.components[about ?? ""]?.title}: `;
  const rest = title.startsWith(name) ? title.slice(name.length) : title;
  return rest[0].toUpperCase() + rest.slice(1);
}

function flows(content: Content, store: Store, takes: (it: Flow) => boolean, end: "from" | "to"): HTMLElement[] {
  return content.flows.filter(takes).map((it) =>
    element(
      "p",
      { class: "flow-line" },
      button(content.components[it[end]]?.title ?? it[end], () => store.go({ sel: it[end], to: "" })),
      ` ${[it.type, it.mode].filter(Boolean).join(", ")}`,
    ),
  );
}

function findings(content: Content, store: Store, id: string): HTMLElement[] {
  return content.findings
    .filter((it) => it.about.includes(id) && !it.waived)
    .map((it) =>
      element("p", { class: it.severity }, button(it.code, () => store.go({ side: "findings" })), ` ${it.message}`),
    );
}

function failure([name, cause, mitigation]: [string, string, string]): HTMLElement {
  return element(
    "details",
    {},
    element("summary", {}, name),
    element("p", {}, cause),
    element("p", {}, mitigation),
  );
}

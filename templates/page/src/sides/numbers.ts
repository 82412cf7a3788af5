/** The side of the panel in which numbers are moved, and what moves with them. */

import { button, element } from "../dom";
import { isGap, type Movable } from "../graph";
import { said, type Living } from "../living";
import type { Side } from "../panel";
import { patch, setLine } from "../patch";
import { slider } from "../slider";

const GROUPS: [string, string][] = [
  ["workload", "Workload"],
  ["replicas", "Replicas"],
  ["latency", "Latency"],
  ["cache", "Caches"],
  ["labels", "Labels"],
  ["prices", "Prices"],
  ["objectives", "Promises"],
  ["other", "Others"],
];
export function numbers(living: Living): Side {
  return {
    name: "numbers",
    title: "Numbers",
    applies: (content) => Object.keys(content.graph.numbers).length > 0,
    depends: () => "",
    render: () => {
      const told = element("div", {});
      const show = () => told.replaceChildren(...outcome(living));
      living.listen(told, show);
      show();
      return [element("h2", {}, "What if"), told, ...groups(living)];
    },
  };
}

/** What the numbers as they stand lead to: limits, findings, moved figures. */
function outcome(living: Living): Node[] {
  const moved = living.moved();
  const count = Object.keys(living.settings()).length;
  return [
    ...limits(living),
    ...findings(living),
    ...(moved.length ? [element("h3", {}, "Moved"), table(living)] : []),
    count ? actions(living) : element("p", { class: "hint" }, "Move a number, and all that follows from it moves."),
  ];
}

/** The shares that have a limit, as bars: how full each is. */
function limits(living: Living): Node[] {
  const seen = new Set<string>();
  const bars = living.content.graph.limits.flatMap((limit) => {
    const found = living.now.get(limit.figure);
    if (seen.has(limit.figure) || !found || "lacks" in found) return [];
    seen.add(limit.figure);
    const than = limit.than ? living.now.get(limit.than) : null;
    const most = than && !("lacks" in than) ? than.value : 1;
    const title = living.content.figures[limit.figure]?.title ?? limit.figure;
    return [{ title, share: found.value / most, text: found.text, isOver: found.value > most, figure: limit.figure }];
  });
  bars.sort((one, other) => other.share - one.share);
  return bars.slice(0, 6).map((it) =>
    element(
      "p",
      { class: it.isOver ? "limit over-limit" : "limit", "data-figure": it.figure },
      element("span", {}, it.title),
      element("b", {}, it.isOver ? `${it.text} – over` : it.text),
      element("meter", { min: "0", max: "1", low: "0.8", high: "0.999", optimum: "0", value: String(Math.min(it.share, 1)), "aria-label": it.title }),
    ),
  );
}

/** The findings of limits that come and go with the numbers; others have to be checked. */
function findings(living: Living): Node[] {
  const name = (code: string) => living.content.codes[code] ?? code;
  const key = (it: { code: string; figure: string }) => `${it.code} ${it.figure}`;
  const before = new Map(living.crossed(living.base).map((it) => [key(it), it]));
  const after = new Map(living.crossed().map((it) => [key(it), it]));
  const row = (sign: string, it: { code: string; severity: string; figure: string }) =>
    element(
      "p",
      { class: `finding ${it.severity}`, "data-code": it.code },
      element("b", {}, `${sign} ${it.severity} ${it.code}`),
      ` ${name(it.code)}: ${living.content.figures[it.figure]?.title ?? it.figure}`,
    );
  const rows = [
    ...[...after].filter(([it]) => !before.has(it)).map(([, it]) => row("new", it)),
    ...[...before].filter(([it]) => !after.has(it)).map(([, it]) => row("gone", it)),
  ];
  const isMoved = Object.keys(living.settings()).length > 0;
  const rest = element("p", { class: "hint" }, "Rules that are no figure against a limit: run `designkit check`.");
  return rows.length || isMoved ? [element("h3", {}, "Findings"), ...rows, rest] : [];
}

function table(living: Living): HTMLElement {
  const rows = living.moved().map((it) =>
    element(
      "tr",
      { "data-figure": it.id },
      element("th", { scope: "row" }, it.title, it.after && isGap(it.after) && element("span", { class: "hint" }, ` ${it.after.gap}`)),
      element("td", {}, said(it.before) || "–"),
      element("td", {}, element("b", {}, said(it.after) || "–")),
    ),
  );
  const head = element("tr", {}, ...["Figure", "Before", "Now"].map((it) => element("th", { scope: "col" }, it)));
  return element("table", { class: "moved" }, element("thead", {}, head), element("tbody", {}, ...rows));
}

function actions(living: Living): HTMLElement {
  const text = `${setLine(living)}\n\n${patch(living)}`;
  const copied = element("span", { role: "status" });
  const copy = () =>
    void navigator.clipboard
      .writeText(text)
      .then(() => (copied.textContent = " Copied"), () => (copied.textContent = " Select it below"));
  return element(
    "div",
    { class: "patch" },
    button("Copy as YAML patch", copy),
    button("Reset", () => living.store.go({ set: {} })),
    copied,
    element("pre", { tabindex: "0" }, text),
  );
}

function groups(living: Living): HTMLElement[] {
  const all = Object.entries(living.content.graph.numbers);
  return GROUPS.flatMap(([group, title], place) => {
    const own = all.filter(([, it]) => it.group === group);
    if (!own.length) return [];
    return [lazily(`${title} (${own.length})`, place === 0 || hasMoved(living, own), () => own.map(([path]) => slider(living, path)))];
  });
}

function hasMoved(living: Living, own: [string, Movable][]): boolean {
  return own.some(([path]) => path in living.store.state.set);
}

/** A fold whose content is made when it is first opened. */
function lazily(title: string, isOpen: boolean, make: () => HTMLElement[]): HTMLElement {
  const made = element("details", { class: "group", open: isOpen }, element("summary", {}, title));
  const fillIn = () => made.open && made.childElementCount === 1 && made.append(...make());
  made.addEventListener("toggle", fillIn);
  fillIn();
  return made;
}

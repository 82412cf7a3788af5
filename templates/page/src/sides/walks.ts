/** The side of the panel that plays a scenario, step by step. */

import type { Content, Scenario } from "../content";
import { button, element } from "../dom";
import type { Side } from "../panel";
import type { Store } from "../state";

const PACE = 1600;

export const walks: Side = {
  name: "walks",
  title: "Scenarios",
  applies: (content) => content.scenarios.length > 0,
  depends: (state) => [state.walk, state.step],
  render: (content, store) => {
    const found = content.scenarios[store.state.walk - 1];
    return [...choices(content, store), ...(found ? player(content, store, found) : [])];
  },
};

function choices(content: Content, store: Store): HTMLElement[] {
  return [
    element("h2", {}, "Scenarios"),
    ...content.scenarios.map((it, index) => {
      const isOn = store.state.walk === index + 1;
      const go = () => store.go({ walk: isOn ? 0 : index + 1, step: 0, overlay: "", sel: "" });
      return element("p", {}, button(it.name, go, { "aria-pressed": String(isOn) }));
    }),
  ];
}

function player(content: Content, store: Store, scenario: Scenario): HTMLElement[] {
  const last = scenario.steps.length - 1;
  const to = (step: number) => store.go({ step: Math.min(Math.max(step, 0), last) }, { quietly: true });
  const { step } = store.state;
  const name = (id: string) => content.components[id]?.title ?? id;
  const rows = scenario.steps.map((it, index) =>
    element(
      "li",
      index === step ? { class: "now", "aria-current": "step" } : {},
      button(`${name(it.from)} → ${name(it.to)}`, () => to(index)),
      time(it.text) && element("span", { class: "time" }, time(it.text)),
      it.note && index === step && element("p", {}, it.note),
    ),
  );
  return [
    element(
      "div",
      { class: "choice", role: "group", "aria-label": "Player" },
      button("◀", () => to(step - 1), { "aria-label": "Step before", disabled: step === 0 }),
      button("▶ Play", () => play(store, last), {}),
      button("▶", () => to(step + 1), { "aria-label": "Next step", disabled: step === last }),
    ),
    progress(content, scenario, step),
    element("ol", { class: "steps" }, ...rows),
    scenario.note ? element("p", { class: "hint" }, scenario.note) : element("p"),
  ];
}

/** How much of what is promised has passed when a step begins. */
function progress(content: Content, scenario: Scenario, step: number): HTMLElement {
  const ms = (text: string) => Number(text.replace(/[^0-9.]/g, ""));
  const times = scenario.steps.slice(0, step + 1).map((it) => time(it.text)).filter(Boolean);
  const latest = times[times.length - 1];
  const { promise } = content;
  if (!latest || !promise) return element("p", { class: "hint" }, latest ?? "");
  const said = `${latest} of the ${promise.text} that are promised`;
  return element(
    "p",
    { class: "passed" },
    element("progress", { max: String(promise.ms), value: String(ms(latest)), "aria-label": said }),
    ` ${said}`,
  );
}

/** The time at which a step begins: what stands after its number. */
function time(text: string): string {
  return text.split(" · ")[1] ?? "";
}

/** Goes on by itself until the last step, or until somebody does something else. */
function play(store: Store, last: number): void {
  const { walk } = store.state;
  let step = store.state.step >= last ? 0 : store.state.step;
  store.go({ step }, { quietly: true });
  const timer = setInterval(() => {
    const isElse = store.state.walk !== walk || store.state.step !== step;
    if (isElse || step >= last) {
      clearInterval(timer);
      return;
    }
    step += 1;
    store.go({ step }, { quietly: true });
  }, PACE);
}

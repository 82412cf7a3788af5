/** What lies over the pictures: one overlay, or the scenario that is played. */

import { showBadges } from "./badges";
import type { Content, Overlay, Scenario } from "./content";
import { element } from "./dom";
import type { Picture } from "./pictures";
import type { State, Store } from "./state";

export function mountMarking(content: Content, pictures: Picture[], store: Store): void {
  const notes = new Map(pictures.map((it) => [it, element("p", { class: "said" })]));
  for (const [picture, note] of notes) picture.frame.after(note);
  const show = (state: State) => {
    for (const [picture, note] of notes) {
      if (picture.view !== state.view) continue;
      const shown = shownBy(content, state);
      const marking = shown?.views[picture.view];
      const badges = showBadges(picture, marking, shown?.shape ?? "");
      note.textContent = marking?.said ?? "";
      if (state.walk) markStep(content, picture, badges, state);
      else unmark(picture);
    }
  };
  store.listen(show);
  show(store.state);
}

function shownBy(content: Content, state: State): Overlay | Scenario | undefined {
  if (state.walk) return content.scenarios[state.walk - 1];
  return content.overlays.find((it) => it.name === state.overlay);
}

function unmark(picture: Picture): void {
  picture.svg.classList.remove("walking");
  for (const it of picture.svg.querySelectorAll(".now, .gone")) it.classList.remove("now", "gone");
}

/** Lights the flow of the current step; the steps before it stay in sight. */
function markStep(content: Content, picture: Picture, badges: SVGElement[], state: State): void {
  unmark(picture);
  const steps = content.scenarios[state.walk - 1]?.steps ?? [];
  picture.svg.classList.add("walking");
  const home = (id: string) => picture.home.get(id) ?? id;
  steps.slice(0, state.step + 1).forEach((step, index) => {
    const isNow = index === state.step;
    const ends = [home(step.from), home(step.to)];
    for (const flow of picture.flows) {
      const isIt = flow.from === ends[0] && flow.to === ends[1];
      const isAnswer = flow.from === ends[1] && flow.to === ends[0];
      if (isIt || isAnswer) flow.element.classList.add(isNow ? "now" : "gone");
    }
    for (const id of [step.from, step.to]) {
      for (const part of picture.parts.get(id) ?? []) part.classList.add(isNow ? "now" : "gone");
    }
  });
  for (const badge of badges) {
    const steps: string[] = badge.textContent?.match(/(?<![\d,.])\d+(?= · |$|, )/g) ?? [];
    badge.classList.toggle("now", steps.includes(String(state.step + 1)));
  }
}

/** Lights the selected component, its neighbours, or the ways between two. */

import type { Content } from "./content";
import type { Picture } from "./pictures";
import type { State } from "./state";

export interface Lit {
  parts: Set<string>;
  /** Flows by their index in the design. */
  flows: Set<number>;
}

/** What is lit where `state` has something selected; nothing where it has not. */
export function litBy(content: Content, state: State): Lit | null {
  if (!content.components[state.sel]) return null;
  if (content.components[state.to]) return between(content, state.sel, state.to);
  if (state.way) return reached(content, state.sel, state.way === "down");
  const flows = content.flows
    .map((_, index) => index)
    .filter((it) => [content.flows[it].from, content.flows[it].to].includes(state.sel));
  return lit(content, flows, [state.sel]);
}

/** All that lies on some way from one to the other, whichever the direction. */
function between(content: Content, one: string, other: string): Lit {
  const ways = (from: string, to: string) => {
    const ahead = reached(content, from, true).parts;
    const behind = reached(content, to, false).parts;
    const on = (id: string) => ahead.has(id) && behind.has(id);
    return content.flows.flatMap((it, index) => (on(it.from) && on(it.to) ? [index] : []));
  };
  return lit(content, [...ways(one, other), ...ways(other, one)], [one, other]);
}

function reached(content: Content, from: string, isDown: boolean): Lit {
  const parts = new Set([from]);
  const flows = new Set<number>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    content.flows.forEach((flow, index) => {
      if ((isDown ? flow.from : flow.to) !== id) return;
      flows.add(index);
      const next = isDown ? flow.to : flow.from;
      if (!parts.has(next)) waiting.push(next);
      parts.add(next);
    });
  }
  return { parts, flows };
}

function lit(content: Content, flows: number[], parts: string[]): Lit {
  const ends = flows.flatMap((it) => [content.flows[it].from, content.flows[it].to]);
  return { parts: new Set([...parts, ...ends]), flows: new Set(flows) };
}

/** Gives a picture the classes of what is lit. Only what changes is touched. */
export function light(picture: Picture, content: Content, found: Lit | null, sel: string): void {
  for (const element of picture.svg.querySelectorAll(".lit, .selected")) {
    element.classList.remove("lit", "selected");
  }
  picture.svg.classList.toggle("dim", found !== null);
  if (!found) return;
  for (const id of found.parts) {
    for (const element of picture.parts.get(id) ?? []) {
      element.classList.add("lit");
      element.classList.toggle("selected", id === sel);
    }
  }
  const ends = new Set<string>();
  for (const index of found.flows) {
    const { from, to } = content.flows[index];
    ends.add(`${picture.home.get(from) ?? from} ${picture.home.get(to) ?? to}`);
  }
  for (const flow of picture.flows) {
    if (ends.has(`${flow.from} ${flow.to}`)) flow.element.classList.add("lit");
  }
}

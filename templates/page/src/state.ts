/** What is shown: it lives in the address, so that a link and the back button keep it. */

export interface State {
  view: string;
  /** The selected component, and a second one that ways lead to. */
  sel: string;
  to: string;
  /** Which side of the selected one is lit: "", "up" or "down". */
  way: string;
  overlay: string;
  /** What is not drawn: modes, planes, watchers. */
  off: string[];
  /** The scenario that is played, from 1, and its step, from 0. */
  walk: number;
  step: number;
  /** Whether the full view is a "list" or a "picture"; else as the screen has room. */
  as: string;
  /** Whether only the picture is shown, in a frame of another page. */
  embed: boolean;
  /** What the panel shows. */
  side: string;
  /** Numbers that are not those of the design, by path. */
  set: Record<string, string>;
}

export type Listener = (now: State, before: State) => void;

export const NOTHING: State = {
  view: "",
  sel: "",
  to: "",
  way: "",
  overlay: "",
  off: [],
  walk: 0,
  step: 0,
  as: "",
  embed: false,
  side: "",
  set: {},
};

export function readHash(hash: string): State | null {
  const text = hash.replace(/^#/, "");
  if (text && text !== "embed" && !text.includes("=")) return null;
  const found = new URLSearchParams(text);
  const word = (name: string) => found.get(name) ?? "";
  const list = (name: string) => word(name).split(",").filter(Boolean);
  const pairs = found.getAll("set").map((it) => it.split("=", 2));
  return {
    view: word("view"),
    sel: word("sel"),
    to: word("to"),
    way: word("way"),
    overlay: word("overlay"),
    off: list("off"),
    walk: Number(word("walk")) || 0,
    step: Number(word("step")) || 0,
    as: word("as"),
    embed: found.has("embed"),
    side: word("side"),
    set: Object.fromEntries(pairs.filter((it) => it.length === 2)),
  };
}

export function writeHash(state: State): string {
  const found = new URLSearchParams();
  const put = (name: string, value: string) => value && found.set(name, value);
  put("view", state.view);
  put("sel", state.sel);
  put("to", state.to);
  put("way", state.way);
  put("overlay", state.overlay);
  put("off", state.off.join(","));
  put("walk", state.walk ? String(state.walk) : "");
  put("step", state.step ? String(state.step) : "");
  put("as", state.as);
  put("embed", state.embed ? "1" : "");
  put("side", state.side);
  for (const [path, value] of Object.entries(state.set)) {
    found.append("set", `${path}=${value}`);
  }
  return `#${found}`;
}

export class Store {
  private listeners: Listener[] = [];

  constructor(public state: State) {}

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Shows something else; a step of the browser's history if it is a place to go. */
  go(patch: Partial<State>, { quietly = false } = {}): void {
    const before = this.state;
    this.state = { ...before, ...patch };
    const hash = writeHash(this.state);
    if (hash === writeHash(before)) return;
    if (quietly) history.replaceState(null, "", hash);
    else history.pushState(null, "", hash);
    this.tell(before);
  }

  /** Follows the address where it was changed by a link or the back button. */
  follow(state: State): void {
    const before = this.state;
    this.state = state;
    this.tell(before);
  }

  private tell(before: State): void {
    for (const listener of this.listeners) listener(this.state, before);
  }
}

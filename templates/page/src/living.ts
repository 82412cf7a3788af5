/** The figures of the page with the numbers that are moved, and the limits they cross. */

import type { Content } from "./content";
import { evaluator, runtime, textOf, type Formulas, type Settings } from "./evaluate";
import { isGap, type Limit, type Movable, type Result } from "./graph";
import type { Store } from "./state";

export interface Moved {
  id: string;
  title: string;
  before: Result | undefined;
  after: Result | undefined;
}

declare global {
  /** What the script of formulas before this one leaves. */
  var designkitFormulas: ((runtimeOf: typeof runtime) => Formulas) | undefined;
}

export class Living {
  /** The figures of the design as it is, and with the numbers of the sliders. */
  readonly base: Map<string, Result>;
  now: Map<string, Result>;
  private readonly evaluate: (settings: Settings) => Map<string, Result>;
  private listeners: { shown: Node; tell: () => void }[] = [];

  constructor(
    readonly content: Content,
    readonly store: Store,
  ) {
    const formulas = globalThis.designkitFormulas?.(runtime) ?? {};
    this.evaluate = evaluator(content.graph, formulas);
    this.base = this.evaluate({});
    this.now = this.base;
    this.follow();
    store.listen((now, before) => {
      if (JSON.stringify(now.set) === JSON.stringify(before.set)) return;
      this.follow();
      this.listeners = this.listeners.filter((it) => it.shown.isConnected);
      for (const { tell } of this.listeners) tell();
    });
  }

  /** Tells of each change as long as `shown` is in the page. */
  listen(shown: Node, tell: () => void): void {
    this.listeners.push({ shown, tell });
  }

  /** The number at a path as it stands: moved, else as the design states it. */
  number(path: string): number {
    const moved = this.settings()[path];
    return moved ?? stated(this.content, path);
  }

  move(path: string, value: number): void {
    const { set } = this.store.state;
    const others = Object.fromEntries(Object.entries(set).filter(([it]) => it !== path));
    const isSame = textOf(this.content.graph, path, value) === textOf(this.content.graph, path, stated(this.content, path));
    const own = isSame ? {} : { [path]: textOf(this.content.graph, path, value) };
    this.store.go({ set: { ...others, ...own } }, { quietly: true });
  }

  /** The numbers that are moved, each in the unit in which the design states it. */
  settings(): Settings {
    const found: Settings = {};
    for (const [path, text] of Object.entries(this.store.state.set)) {
      const number = this.content.graph.numbers[path];
      const value = number && read(text, number);
      if (number && !number.fixed && value !== undefined) found[path] = value;
    }
    return found;
  }

  /** The figures that are others than those of the design. */
  moved(): Moved[] {
    const ids = new Set([...this.base.keys(), ...this.now.keys()]);
    return [...ids]
      .map((id) => ({
        id,
        title: this.content.figures[id]?.title ?? id,
        before: this.base.get(id),
        after: this.now.get(id),
      }))
      .filter((it) => said(it.before) !== said(it.after));
  }

  /** The limits that are crossed, of each figure the first. */
  crossed(figures = this.now): Limit[] {
    const found = new Map<string, Limit>();
    const limits = this.content.graph.limits;
    for (const limit of limits) {
      if (!found.has(limit.figure) && isOver(limit, figures)) found.set(limit.figure, limit);
    }
    const isKept = ({ unless }: Limit) =>
      !limits.some((it) => it.figure === unless && isOver(it, figures));
    return [...found.values()].filter(isKept);
  }

  private follow(): void {
    const settings = this.settings();
    this.now = Object.keys(settings).length ? this.evaluate(settings) : this.base;
  }
}

/** What a result says: its number, or that there is none. */
export function said(result: Result | undefined): string {
  return result ? (isGap(result) ? "–" : result.text) : "";
}

export function isOver(limit: Limit, figures: Map<string, Result>): boolean {
  const found = figures.get(limit.figure);
  const than = limit.than ? figures.get(limit.than) : null;
  if (!found || isGap(found) || than === undefined || (than && isGap(than))) return false;
  return found.low > limit.over * (than ? than.high : 1);
}

function stated(content: Content, path: string): number {
  const input = content.graph.inputs[path];
  const number = content.graph.numbers[path];
  return (input?.value ?? 0) / (number?.worth ?? 1);
}

/** The number in a text that `textOf` wrote; nothing if it is none in this unit. */
function read(text: string, number: Movable): number | undefined {
  const trimmed = text.trim();
  const plain = number.unit && trimmed.endsWith(number.unit) ? trimmed.slice(0, -number.unit.length) : trimmed;
  const value = Number(plain.replaceAll(",", ""));
  return plain.trim() && isPossible(number, value) ? value : undefined;
}

/** Whether a design could state this: nothing below 0, no share above all, no half replica. */
export function isPossible({ scale, most, whole }: Movable, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (whole) return Number.isInteger(value) && value >= 1;
  if (scale === "share") return value >= 0 && value <= most;
  return scale === "even" || value > 0;
}

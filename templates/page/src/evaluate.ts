// Makes the figures of a design anew, with other numbers, as `designkit estimate` does.

import type {
  Along,
  Bound,
  Called,
  Criterion,
  FigureOf,
  Form,
  Gap,
  Graph,
  Input,
  Known,
  Lack,
  Path,
  Result,
  Term,
  Terms,
} from "./graph";
import { isGap } from "./graph";
import { ArithmeticError, format, ValueError } from "./runtime";
import { filled, spread, words } from "./spread";

export * as runtime from "./runtime";

/** Formulas by their keys: each makes a function of what is bound. */
export type Formulas = Record<string, (bound: object) => (given: unknown) => unknown>;

/** Numbers by their paths, each in the unit in which the design states it. */
export type Settings = Record<string, number>;

const BYTES = "quantities.writing:shown_bytes";
const FRACTION = "quantities.writing:shown_fraction";
const LIKE = "quantities.alike:bytes_like";

/** All figures that are told with these settings, by their ids, in their order. */
export function evaluate(
  graph: Graph,
  formulas: Formulas,
  settings: Settings,
): Map<string, Result> {
  return evaluator(graph, formulas)(settings);
}

/** What evaluates a graph again and again, and makes each of its functions once. */
export function evaluator(graph: Graph, formulas: Formulas) {
  const made = new Map<Called, unknown>();
  return (settings: Settings) => new Evaluation(graph, formulas, settings, made).told();
}

/** The text of a number that is moved, as `--set` takes it. */
export function textOf(graph: Graph, path: string, number: number): string {
  const unit = graph.numbers[path]!;
  return `${format(number, ".6g")}${unit.gap ?? (unit.unit && " ")}${unit.unit}`;
}

class Evaluation {
  private readonly results = new Map<string, Result & { unit?: string }>();
  private readonly inputs = new Map<string, Known | Gap>();
  private readonly ways = new Map<string, string[]>();

  constructor(
    private readonly graph: Graph,
    private readonly formulas: Formulas,
    private readonly settings: Settings,
    private readonly functions: Map<Called, unknown>,
  ) {}

  told(): Map<string, Result> {
    const told = new Map<string, Result>();
    for (const figure of this.graph.figures) {
      const result = this.figure(figure);
      this.results.set(figure.id, result);
      const counts = !figure.if || this.score(figure.if) > 0;
      if (counts && !figure.beside) told.set(figure.id, result);
    }
    return told;
  }

  private figure(figure: FigureOf): Result & { unit?: string } {
    let form: Form = figure;
    if (figure.forms) {
      const scores = this.graph.choices[figure.choice!]!;
      form = figure.forms[figure.which![this.chosen(scores)]!]!;
    }
    if (figure.along) form = { ...form, ...this.along(figure.along) };
    return form.lacks ? lacking(form.lacks) : this.made(form);
  }

  private made(form: Form): Result & { unit?: string } {
    const refused = (form.guards ?? []).flatMap((guard) => this.refused(guard));
    if (refused.length) return lacking(refused);
    const terms = Object.entries(form.terms).map(
      ([name, term]) => [name, this.term(term)] as const,
    );
    const lacks = terms.flatMap(([, it]) => (isGap(it) ? it.lacks : []));
    if (lacks.length) return lacking(lacks);
    return this.computed(form, Object.fromEntries(terms) as Record<string, Known>);
  }

  private computed(form: Form, plain: Record<string, Known>): Result & { unit?: string } {
    const known = this.alike(form, plain);
    let ends: number[];
    try {
      ends = spread(this.formula(form), known);
    } catch (error) {
      return lacking([{ path: "", meaning: reason(error, known) }]);
    }
    if (!ends.every(Number.isFinite)) {
      return lacking([{ path: "", meaning: reason(null, known) }]);
    }
    const [low, value, high] = ends as [number, number, number];
    return {
      value,
      low,
      high,
      unit: form.unit,
      text: this.shown(form.unit, low, high),
      formula: filled(form.formula, words(known, (it) => it.label)),
      working: filled(form.formula, words(known, shownInput)),
    };
  }

  /** Write, in a share, a size that is worked out in the unit of the one stated. */
  private alike(form: Form, known: Record<string, Known>): Record<string, Known> {
    const sizes = Object.entries(known).filter(([, it]) => this.is(it.unit, BYTES));
    const stated = sizes.filter(([, it]) => !it.isFigure);
    if (!this.is(form.unit, FRACTION) || stated.length !== 1) return known;
    const like = this.formulas[LIKE]!({}) as (size: number, text: string) => string;
    const texts = sizes.filter(([, it]) => it.isFigure).map(([name, it]) => {
      const ends = [it.low, it.high].map((end) => like(end, stated[0]![1].text));
      return [name, { ...it, text: [...new Set(ends)].join("..") }] as const;
    });
    return { ...known, ...Object.fromEntries(texts) };
  }

  private is(unit: string, shows: string): boolean {
    return this.graph.units[unit]?.function === shows;
  }

  private shown(unit: string, low: number, high: number): string {
    const show = this.called(this.graph.units[unit]!) as (value: number) => string;
    const [first, last] = [show(low), show(high)];
    return first === last ? first : `${first}..${last}`;
  }

  private along(along: Along): Pick<Form, "terms" | "formula" | "guards"> {
    const way = this.ways.get(along.path) ?? this.way(this.graph.paths[along.path]!);
    this.ways.set(along.path, way);
    const terms: Terms = {};
    const pieces: string[] = [];
    way.forEach((id, number) => {
      if (!Object.hasOwn(along.hops, id)) return;
      const names = Object.keys(along.hops[id]!);
      for (const name of names) terms[`${name}_${number}`] = along.hops[id]![name]!;
      const numbered = names.map((name) => [name, `{${name}_${number}}`]);
      pieces.push(filled(along.piece, Object.fromEntries(numbered)));
    });
    const guards = Object.keys(along.guards).filter((id) => way.includes(id));
    return {
      terms: pieces.length ? terms : along.none,
      formula: along.before + pieces.join(along.between),
      guards: guards.map((id) => along.guards[id]!),
    };
  }

  /** The slowest way of a request: back from what is done last. */
  private way(path: Path): string[] {
    const done: number[] = [];
    for (const step of path.steps) {
      const begun = Math.max(0, ...step.after.map((it) => done[it]!));
      const time = step.time ? this.term(step.time) : null;
      done.push(begun + (time && !isGap(time) ? time.value : 0));
    }
    const latest = (steps: number[]): number | undefined =>
      steps.reduce<number | undefined>(
        (best, it) => (best === undefined || done[it]! > done[best]! ? it : best),
        undefined,
      );
    let last = latest(path.ends);
    if (last === undefined || !done[last]) return [];
    const way: string[] = [];
    while (last !== undefined) {
      way.unshift(path.steps[last]!.id);
      last = latest(path.steps[last]!.after);
    }
    return !path.over.length || path.over.some((id) => way.includes(id)) ? way : [];
  }

  private term(term: Term): Known | Gap {
    if (term.lack) return lacking([term.lack]);
    const found = term.figure === undefined ? this.input(term.input!) : this.of(term);
    if (isGap(found)) return found;
    const value = term.end ? found[term.end] : found.value;
    return {
      ...found,
      value,
      label: term.label ?? found.label,
      isAssumed: found.isAssumed || !!term.assumed,
      factor: term.factor ?? found.factor,
    };
  }

  private of(term: Term): Known | Gap {
    const found = this.results.get(term.figure!)!;
    if (isGap(found)) return found;
    const label = term.figure!.split(".").at(-1)!.replaceAll("-", " ");
    return {
      ...found,
      unit: found.unit!,
      label,
      factor: 1,
      isFigure: true,
      isAssumed: false,
    };
  }

  private input(name: string): Known | Gap {
    const found = this.inputs.get(name) ?? this.read(name);
    this.inputs.set(name, found);
    return found;
  }

  private read(name: string): Known | Gap {
    const input = this.graph.inputs[name]!;
    if (input.options) {
      const scores = input.options.map((it) => it.score ?? null);
      return this.term(input.options[this.chosen(scores)]!.term);
    }
    const rest = {
      unit: input.unit,
      label: "",
      factor: 1,
      isFigure: false,
      isAssumed: false,
    };
    if (input.made) return { ...rest, ...this.adjusted(input.made, input.unit) };
    if (input.path !== undefined && Object.hasOwn(this.settings, input.path)) {
      return { ...rest, ...this.moved(input.path) };
    }
    const { value, text } = input;
    return { ...rest, value, text, low: input.low ?? value, high: input.high ?? value };
  }

  private moved(path: string): Pick<Known, "value" | "low" | "high" | "text"> {
    const number = this.settings[path]!;
    const value = Number(format(number, ".6g")) * this.graph.numbers[path]!.worth;
    return { value, low: value, high: value, text: textOf(this.graph, path, number) };
  }

  private adjusted(made: NonNullable<Input["made"]>, unit: string) {
    const terms = Object.entries(made.terms).map(([name, it]) => [name, this.term(it)]);
    const known = Object.fromEntries(terms) as Record<string, Known>;
    const [low, value, high] = spread(this.formula(made), known) as [number, number, number];
    const text = filled(made.text, words(known, (it) => it.text));
    return { low, value, high, text: text || this.shown(unit, value, value) };
  }

  /** The number of the highest score above 0, the first of equals; else what has none. */
  private chosen(scores: (Criterion | null)[]): number {
    const found = scores.map((it) => (it ? this.score(it) : 0));
    const highest = Math.max(...found);
    return highest > 0 ? found.indexOf(highest) : scores.indexOf(null);
  }

  private score(criterion: Criterion): number {
    try {
      return this.answered(criterion);
    } catch (error) {
      if (isRefusal(error)) return 0;
      throw error;
    }
  }

  private refused(guard: Criterion): Lack[] {
    try {
      this.answered(guard);
    } catch (error) {
      if (error instanceof ValueError) return [{ path: "", meaning: error.message }];
      throw error;
    }
    return [];
  }

  private answered(criterion: Criterion): number {
    const values: Record<string, number> = {};
    for (const [name, term] of Object.entries(criterion.terms)) {
      const found = this.term(term);
      if (isGap(found)) return 0;
      values[name] = found.value;
    }
    return this.formula(criterion)(values);
  }

  private formula(called: Called) {
    return this.called(called) as (values: Record<string, number>) => number;
  }

  private called(called: Called): unknown {
    const known = this.functions.get(called);
    if (known) return known;
    const bound = Object.entries(called.bound ?? {});
    const opened = bound.map(([name, it]) => [name, this.opened(it)]);
    const made = this.formulas[called.function]!(Object.fromEntries(opened));
    this.functions.set(called, made);
    return made;
  }

  private opened(bound: Bound): unknown {
    if (Array.isArray(bound)) return bound.map((it) => this.opened(it));
    return typeof bound === "object" ? this.called(bound) : bound;
  }
}

function shownInput(it: Known): string {
  return it.isAssumed ? `${it.text} (assumed)` : it.text;
}

function isRefusal(error: unknown): error is Error {
  return error instanceof ValueError || error instanceof ArithmeticError;
}

function reason(error: unknown, known: Record<string, Known>): string {
  if (error !== null && !isRefusal(error)) throw error;
  const numbers = Object.values(known).map((it) => `${it.label} ${it.text}`);
  const isPlain = error instanceof ValueError && !error.message.startsWith("math");
  const why = isPlain ? error.message : "these numbers give no result";
  return `${why} (${numbers.join(", ")})`;
}

/** What lacks, each once, and in words: where a design states it, or the reason. */
function lacking(found: Lack[]): Gap {
  const lacks = [...new Map(found.map((it) => [JSON.stringify(it), it])).values()];
  const said = lacks.map(({ path, meaning }) =>
    path ? `needs ${path} (${meaning.replace(/\.+$/, "").toLowerCase()})` : meaning,
  );
  return { gap: said.join("; ") || "needs a figure above", lacks };
}

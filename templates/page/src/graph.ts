// The graph of figures that a page carries: what each figure is made of.

export type Values = Record<string, number>;

/** A function of formulas by its key, and what it is bound to. */
export interface Called {
  function: string;
  bound?: Record<string, Bound>;
}

export type Bound = number | string | boolean | Bound[] | Called;

export interface Lack {
  path: string;
  meaning: string;
}

/** How a figure takes a number: another figure, an input, or that it is not there. */
export interface Term {
  figure?: string;
  input?: string;
  lack?: Lack;
  label?: string;
  assumed?: boolean;
  end?: "low" | "high";
  factor?: number;
}

export type Terms = Record<string, Term>;

/** What numbers decide: a score, or why there is no figure. */
export interface Criterion extends Called {
  terms: Terms;
}

export interface Input {
  unit: string;
  value: number;
  low?: number;
  high?: number;
  text: string;
  path?: string;
  made?: Criterion & { text: string };
  options?: { term: Term; score?: Criterion }[];
}

/** What a page has to know to move a number; `fixed` says why it cannot. */
export interface Movable {
  dimension: string;
  unit: string;
  worth: number;
  gap?: string;
  group: string;
  scale: "ratio" | "share" | "even";
  least: number;
  most: number;
  whole?: boolean;
  line: number;
  column: number;
  file?: string;
  fixed?: string;
}

/** A rule finds a figure whose low end is more than `over`, times `than` if there is one. */
export interface Limit {
  code: string;
  severity: string;
  figure: string;
  over: number;
  than?: string;
  unless?: string;
}

export interface Path {
  steps: { id: string; after: number[]; time?: Term }[];
  ends: number[];
  over: string[];
}

export interface Along {
  path: string;
  hops: Record<string, Terms>;
  piece: string;
  between: string;
  before: string;
  guards: Record<string, Criterion>;
  none: Terms;
}

/** One form of a figure: how it is made of its terms, or what it always lacks. */
export interface Form extends Called {
  unit: string;
  formula: string;
  terms: Terms;
  guards?: Criterion[];
  lacks?: Lack[];
}

export interface FigureOf extends Form {
  id: string;
  title: string;
  topic: string;
  note?: string;
  about?: string;
  if?: Criterion;
  beside?: boolean;
  along?: Along;
  choice?: string;
  which?: number[];
  forms?: Form[];
}

export interface Graph {
  topics: Record<string, { title: string; section: string }>;
  units: Record<string, Called & { symbol: string }>;
  inputs: Record<string, Input>;
  numbers: Record<string, Movable>;
  paths: Record<string, Path>;
  choices: Record<string, (Criterion | null)[]>;
  figures: FigureOf[];
  limits: Limit[];
}

/** A number as formulas take it and as it is written. */
export interface Known {
  value: number;
  low: number;
  high: number;
  text: string;
  unit: string;
  label: string;
  factor: number;
  isFigure: boolean;
  isAssumed: boolean;
}

export interface Figure {
  value: number;
  low: number;
  high: number;
  text: string;
  formula: string;
  working: string;
}

/** What a figure that has no number lacks, and all of it in words. */
export interface Gap {
  gap: string;
  lacks: Lack[];
}

export type Result = Figure | Gap;

export const isGap = (it: object): it is Gap => "lacks" in it;

/** What the page is told of a design, as `designkit/documents/page/content.py` writes it. */

import type { FigureOf, Graph } from "./graph";

export interface Component {
  title: string;
  kind: string;
  stage: string;
  plane: string;
  technology?: string;
  why?: string;
  note?: string;
  owner?: string;
  url?: string;
  stated: [string, string][];
  features: string[];
  failures: [string, string, string][];
}

export interface Flow {
  from: string;
  to: string;
  mode: string;
  type: string;
  stated: [string, string][];
}

export interface Finding {
  code: string;
  name: string;
  severity: "error" | "warning" | "info";
  message: string;
  help: string;
  waived: string;
  file: string;
  line: number;
  column: number;
  excerpt: string;
  about: string[];
}

/** A badge: x, y, width, height and inset of its text; text, title, share, strong. */
export type Badge = [
  at: [number, number, number, number, number],
  text: string,
  title: string,
  share: number | null,
  strong: number,
];

export interface Marking {
  badges: Badge[];
  said: string;
}

export interface Overlay {
  name: string;
  summary: string;
  shape: string;
  views: Record<string, Marking>;
}

export interface Step {
  from: string;
  to: string;
  text: string;
  note: string;
}

export interface Scenario {
  name: string;
  note: string;
  steps: Step[];
  shape: string;
  views: Record<string, Marking>;
}

export interface Tradeoff {
  name: string;
  chosen: string;
  rejected: string;
  because: string;
}

export interface Content {
  name: string;
  system: string;
  stem: string;
  file: string;
  views: { name: string; title: string }[];
  stages: Record<string, string>;
  /** What each kind of component is. */
  kinds: Record<string, string>;
  components: Record<string, Component>;
  flows: Flow[];
  /** The figures of the graph by their ids. */
  figures: Record<string, FigureOf>;
  findings: Finding[];
  rules: Record<string, string>;
  graph: Graph;
  /** What the codes of limits ask, in words. */
  codes: Record<string, string>;
  /** The lines on which numbers are stated, by file and line. */
  lines: Record<string, Record<number, string>>;
  overlays: Overlay[];
  scenarios: Scenario[];
  promise: { text: string; ms: number } | null;
  tradeoffs: Tradeoff[];
}

export function readContent(page: Document): Content {
  const text = page.getElementById("content")?.textContent ?? "{}";
  const found = JSON.parse(text) as Content;
  found.figures = Object.fromEntries(found.graph.figures.map((it) => [it.id, it]));
  return found;
}

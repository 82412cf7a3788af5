// The range of a number that is computed from ranges, and its working in words.

import type { Known, Values } from "./graph";

const MOST_CORNERS = 6;

export type Formula = (values: Values) => number;

/** Write `formula` with a text for each name in braces. */
export function filled(formula: string, texts: Record<string, string>): string {
  const written = formula.replaceAll(" * ", " \u00d7 ");
  return written.replace(/\{([^{}]+)\}/g, (_, name: string) => texts[name] ?? "");
}

/** Give the texts of what is known by name, by one of its words. */
export function words(known: Record<string, Known>, word: (it: Known) => string) {
  const texts = Object.entries(known).map(([name, it]) => [name, word(it)]);
  return Object.fromEntries(texts) as Record<string, string>;
}

/** The least, the middle and the most that ranges allow. */
export function spread(formula: Formula, known: Record<string, Known>): number[] {
  const middle: Values = {};
  const ranges: [string, number, number][] = [];
  for (const [name, it] of Object.entries(known)) {
    middle[name] = it.value * it.factor;
    if (it.low !== it.high) ranges.push([name, it.low * it.factor, it.high * it.factor]);
  }
  const value = formula(middle);
  if (!ranges.length) return [value, value, value];
  const few = ranges.length <= MOST_CORNERS;
  const corners = few ? allCorners(ranges) : slopes(formula, middle, ranges);
  const ends = corners.map((corner) => formula({ ...middle, ...corner }));
  return [Math.min(value, ...ends), value, Math.max(value, ...ends)];
}

function allCorners(ranges: [string, number, number][]): Values[] {
  let corners: Values[] = [{}];
  for (const [name, low, high] of ranges) {
    corners = corners.flatMap((it) => [low, high].map((end) => ({ ...it, [name]: end })));
  }
  return corners;
}

/** The two corners that lie downhill and uphill in every input. */
function slopes(
  formula: Formula,
  middle: Values,
  ranges: [string, number, number][],
): Values[] {
  const down: Values = {};
  const up: Values = {};
  for (const [name, low, high] of ranges) {
    const rises =
      formula({ ...middle, [name]: low }) <= formula({ ...middle, [name]: high });
    [down[name], up[name]] = rises ? [low, high] : [high, low];
  }
  return [down, up];
}

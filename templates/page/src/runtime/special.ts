// Functions of statistics that JavaScript lacks.

import { DOMAIN, ValueError } from "./errors";

const SERIES_TERMS = 25;
const FRACTION_TERMS = 50;
const SQRT_PI = Math.sqrt(Math.PI);

/** The complement of the error function, by a series near 0 and else by a fraction. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < 1.5) return 1 - series(x);
  const tail = fraction(Math.abs(x));
  return x > 0 ? tail : 2 - tail;
}

/** Abramowitz and Stegun 7.1.6. */
function series(x: number): number {
  let sum = 0;
  for (let k = SERIES_TERMS + 0.5; k > 0.5; k -= 1) sum = 2 + (x * x * sum) / k;
  return (sum * x * Math.exp(-x * x)) / SQRT_PI;
}

/** The continued fraction of Abramowitz and Stegun 7.1.14. */
function fraction(x: number): number {
  if (x >= 30) return 0;
  const square = x * x;
  let [a, step, p, before, q, under] = [0, 0.5, 1, 0, 0.5 + square, 1];
  for (let term = 0; term < FRACTION_TERMS; term += 1) {
    a += step;
    step += 2;
    const b = step + square;
    [p, before] = [b * p - a * before, p];
    [q, under] = [b * q - a * under, q];
  }
  return ((p / q) * x * Math.exp(-square)) / SQRT_PI;
}

type Polynomial = readonly number[];

const G = 6.02468004077673;
const OVER = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721,
  6039542586.352028, 1439720407.3117216, 248874557.86205417, 31426415.58540019,
  2876370.6289353725, 186056.26539522350, 8071.672002365816, 210.82427775157935,
  2.5066282746310002,
];
const UNDER = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423,
  32670, 1925, 66, 1,
];

/** The logarithm of the gamma function of a number above 0 (Lanczos 1964). */
export function lgamma(x: number): number {
  if (x <= 0) throw new ValueError(DOMAIN);
  if (x === 1 || x === 2) return 0;
  return Math.log(lanczos(x)) - G + (x - 0.5) * (Math.log(x + G - 0.5) - 1);
}

function lanczos(x: number): number {
  if (x < 5) return rising(OVER, x) / rising(UNDER, x);
  return falling(OVER, x) / falling(UNDER, x);
}

function rising(parts: Polynomial, x: number): number {
  return parts.reduceRight((sum, part) => sum * x + part, 0);
}

function falling(parts: Polynomial, x: number): number {
  return parts.reduce((sum, part) => sum / x + part, 0);
}

const MIDDLE: Polynomial[] = [
  [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
    13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ],
  [
    5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
    5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
  ],
];
const OUTER: Polynomial[] = [
  [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
    1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055,
    4.6303378461565452959, 1.42343711074968357734,
  ],
  [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966,
    0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494,
    2.05319162663775882187, 1,
  ],
];
const FAR: Polynomial[] = [
  [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
    0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358,
    5.4637849111641143699, 6.6579046435011037772,
  ],
  [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5,
    7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531,
    0.59983220655588793769, 1,
  ],
];

/** The quantile of the normal distribution (Wichura 1988, algorithm AS 241). */
export function quantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new ValueError("p must be in the range 0.0 < p < 1.0");
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (at(MIDDLE[0], r) * q) / at(MIDDLE[1], r);
  }
  const r = Math.sqrt(-Math.log(q <= 0 ? p : 1 - p));
  const [parts, shift] = r <= 5 ? [OUTER, 1.6] : [FAR, 5];
  const x = at(parts[0], r - shift) / at(parts[1], r - shift);
  return q < 0 ? -x : x;
}

function at(polynomial: Polynomial, x: number): number {
  return polynomial.reduce((sum, part) => sum * x + part, 0);
}

/** The standard normal distribution, as `statistics.NormalDist()` is asked for it. */
export const normal = { inv_cdf: quantile };

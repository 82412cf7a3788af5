// Arithmetic as Python does it: what divides by zero or overflows is an error.

import { DOMAIN, OverflowError, ValueError, ZeroDivisionError } from "./errors";

export function div(a: number, b: number): number {
  if (b === 0) throw new ZeroDivisionError("division by zero");
  return a / b;
}

/** The remainder, with the sign of the divisor. */
export function mod(a: number, b: number): number {
  if (b === 0) throw new ZeroDivisionError("modulo by zero");
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

/** The quotient, rounded down. */
export function floordiv(a: number, b: number): number {
  const quotient = (a - mod(a, b)) / b;
  const whole = Math.floor(quotient);
  return quotient - whole > 0.5 ? whole + 1 : whole;
}

export function divmod(a: number, b: number): [number, number] {
  return [floordiv(a, b), mod(a, b)];
}

/** The power of the operator `**`. */
export function pow(base: number, exponent: number): number {
  if (base === 0 && exponent < 0) throw new ZeroDivisionError("0 to a negative power");
  return powered(base, exponent);
}

/** The power of `math.pow`, which calls a power of 0 that is none a ValueError. */
export function mathPow(base: number, exponent: number): number {
  if (base === 0 && exponent < 0) throw new ValueError(DOMAIN);
  return powered(base, exponent);
}

function powered(base: number, exponent: number): number {
  if (base === 1 || exponent === 0) return 1;
  if (base < 0 && Number.isFinite(exponent) && !Number.isInteger(exponent)) {
    throw new ValueError(DOMAIN);
  }
  return bounded(Math.pow(base, exponent), base, exponent);
}

export function exp(x: number): number {
  return bounded(Math.exp(x), x);
}

export function exp2(x: number): number {
  return bounded(Math.pow(2, x), x);
}

export function expm1(x: number): number {
  return bounded(Math.expm1(x), x);
}

export function log(x: number): number {
  return Math.log(above(x, 0));
}

export function log2(x: number): number {
  return Math.log2(above(x, 0));
}

export function log10(x: number): number {
  return Math.log10(above(x, 0));
}

export function log1p(x: number): number {
  return Math.log1p(above(x, -1));
}

export function sqrt(x: number): number {
  if (x < 0) throw new ValueError(DOMAIN);
  return Math.sqrt(x);
}

export function floor(x: number): number {
  return Math.floor(whole(x)) + 0;
}

export function ceil(x: number): number {
  return Math.ceil(whole(x)) + 0;
}

export function int(x: number): number {
  return Math.trunc(whole(x)) + 0;
}

/** The nearest whole number; a half goes to the even one. */
export function round(x: number): number {
  const below = Math.floor(whole(x));
  const rest = x - below;
  if (rest === 0.5) return below + (below % 2 === 0 ? 0 : 1);
  return below + (rest > 0.5 ? 1 : 0) + 0;
}

/** Whether two numbers differ by a part of the larger one, or by `absolute`, at most. */
export function isclose(a: number, b: number, relative = 1e-9, absolute = 0): boolean {
  if (a === b) return true;
  const apart = Math.abs(a - b);
  const larger = Math.max(Math.abs(a), Math.abs(b));
  return Number.isFinite(apart) && apart <= Math.max(relative * larger, absolute);
}

/** Throw where finite numbers gave a result beyond all numbers. */
function bounded(result: number, ...of: number[]): number {
  if (Math.abs(result) === Infinity && of.every(Number.isFinite)) {
    throw new OverflowError("math range error");
  }
  return result;
}

function above(x: number, least: number): number {
  if (x <= least) throw new ValueError(DOMAIN);
  return x;
}

function whole(x: number): number {
  if (Number.isNaN(x)) throw new ValueError("cannot convert float NaN to integer");
  if (!Number.isFinite(x)) throw new OverflowError("cannot convert float infinity to integer");
  return x;
}

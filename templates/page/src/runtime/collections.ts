// Lists and dictionaries as Python reads them.

import { ValueError } from "./errors";

/** A dictionary whose keys are text. */
export type Dict<Value> = Record<string, Value>;

/** Whether Python takes a value for true. */
export function truth(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === "number") return value !== 0;
  if (typeof value === "object") return Array.isArray(value) ? value.length > 0 : hasKeys(value);
  return Boolean(value);
}

function hasKeys(value: object): boolean {
  const isDict = Object.getPrototypeOf(value) === Object.prototype;
  return !isDict || Object.keys(value).length > 0;
}

export function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

export function prod(numbers: Iterable<number>): number {
  let product = 1;
  for (const number of numbers) product *= number;
  return product;
}

/** The sum without any error of rounding but the last (Shewchuk 1997). */
export function fsum(numbers: Iterable<number>): number {
  const parts: number[] = [];
  for (const number of numbers) added(parts, number);
  return rounded(parts);
}

function added(parts: number[], number: number): void {
  let x = number;
  let kept = 0;
  for (let y of parts) {
    if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
    const high = x + y;
    const low = y - (high - x);
    if (low !== 0) parts[kept++] = low;
    x = high;
  }
  parts.length = kept;
  parts.push(x);
}

/** Add parts that do not overlap from the largest on; a half goes to the even number. */
function rounded(parts: number[]): number {
  let rest = parts.length;
  if (rest === 0) return 0;
  let high = parts[--rest];
  let low = 0;
  while (rest > 0) {
    const x = high;
    const y = parts[--rest];
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  if (rest > 0 && low < 0 === parts[rest - 1] < 0 && low !== 0) {
    const twice = low * 2;
    const x = high + twice;
    if (twice === x - high) high = x;
  }
  return high;
}

/** The least of what is there. */
export function least(numbers: Iterable<number>): number {
  return Math.min(...some(numbers, "min"));
}

/** The most of what is there. */
export function most(numbers: Iterable<number>): number {
  return Math.max(...some(numbers, "max"));
}

function some(numbers: Iterable<number>, what: string): number[] {
  const found = [...numbers];
  if (found.length === 0) throw new ValueError(`${what}() arg is an empty sequence`);
  return found;
}

/** The items of what can be gone through; of a dictionary, its keys. */
export function list<Item>(items: Iterable<Item> | Dict<unknown>): Item[] {
  if (Symbol.iterator in Object(items)) return [...(items as Iterable<Item>)];
  return Object.keys(items) as Item[];
}

export function sorted(numbers: Iterable<number>, reverse = false): number[] {
  return [...numbers].sort((a, b) => (reverse ? b - a : a - b));
}

export function range(start: number, end?: number): number[] {
  const [first, last] = end === undefined ? [0, start] : [start, end];
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
}

export function enumerate<Item>(items: Iterable<Item>, start = 0): [number, Item][] {
  return Array.from(items, (item, index) => [start + index, item]);
}

/** Pair the items of two lists, which have to be as long as each other. */
export function zip<A, B>(first: Iterable<A>, second: Iterable<B>): [A, B][] {
  const [ones, others] = [[...first], [...second]];
  if (ones.length !== others.length) throw new ValueError("zip() of lists of two lengths");
  return ones.map((item, index) => [item, others[index]]);
}

export function len(items: Iterable<unknown> | string | object): number {
  if (typeof items === "string" || Array.isArray(items)) return items.length;
  return Object.keys(items).length;
}

/** Whether a list, a text or a dictionary has `item` in it. */
export function has(items: unknown, item: unknown): boolean {
  if (typeof items === "string") return items.includes(String(item));
  if (Array.isArray(items)) return items.includes(item);
  return Object.hasOwn(items as object, String(item));
}

/** The value of a key, or what stands in for it. */
export function get<Value>(items: Dict<Value>, key: string, otherwise: Value | null = null) {
  return Object.hasOwn(items, key) ? items[key] : otherwise;
}

/** Keep the value of a property of `owner` that is worked out once. */
export function cached<Value>(owner: object, name: string, value: Value): Value {
  Object.defineProperty(owner, name, { value });
  return value;
}

// Numbers as text: what Python's format() and str() write, digit by digit.

import { ValueError } from "./errors";

const SPEC = /^(\+?)(?:0(\d+))?(,?)(?:\.(\d+))?([fg%]?)$/;

/** From here on a number has no digits after the point, and BigInt writes all others. */
const WHOLE = 2 ** 53;

/** The digits of a number, and the power of ten of the first one. */
type Digits = [digits: string, exponent: number];

/** Write a number to a specification of Python: `.3g`, `,.0f`, `.2f`, `+,.1f`, `02`. */
export function format(value: number | string, spec: string): string {
  if (spec === "") return str(value);
  const found = SPEC.exec(spec);
  if (!found || typeof value === "string") throw new ValueError(`no format: ${spec}`);
  const [, plus, width, comma, places, type] = found;
  const sign = isNegative(value) ? "-" : plus;
  const digits = places === undefined ? undefined : Number(places);
  const text = unsigned(Math.abs(value), type, digits);
  return sign + (comma ? grouped(text) : text).padStart(Number(width ?? 0) - sign.length, "0");
}

/** Write a value as `str` does; whole numbers are taken to be integers. */
export function str(value: number | string | boolean): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Number.isInteger(value)) return BigInt(value).toString();
  return odd(value) ?? exponential(value);
}

function exponential(value: number): string {
  const text = String(value);
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= -4) return text;
  const [digits, power] = value.toExponential().split("e");
  return `${digits}e${powered(Number(power))}`;
}

function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}

function unsigned(value: number, type: string, places?: number): string {
  if (type === "%") return `${unsigned(value * 100, "f", places)}%`;
  const name = odd(value);
  if (name) return name;
  if (type === "f") return fixed(value, places ?? 6);
  return type === "g" || places !== undefined ? general(value, places ?? 6) : str(value);
}

function odd(value: number): string | undefined {
  if (Number.isNaN(value)) return "nan";
  return Number.isFinite(value) ? undefined : value > 0 ? "inf" : "-inf";
}

/** Write so many digits after the point. */
function fixed(value: number, places: number): string {
  if (value >= WHOLE) return pointed(BigInt(value).toString() + "0".repeat(places), places);
  const [digits, exponent] = digitsOf(value);
  return pointed(kept(digits, exponent + 1 + places), places);
}

/** Put the point before so many of the last digits. */
function pointed(digits: string, places: number): string {
  const all = digits.padStart(places + 1, "0");
  const end = all.length - places;
  return places ? `${all.slice(0, end)}.${all.slice(end)}` : all;
}

/** Write so many digits that count, with an exponent where the number is far from 1. */
function general(value: number, places: number): string {
  const precision = Math.max(1, places);
  const [digits, exponent] = digitsOf(value);
  const rounded = kept(digits, precision);
  const power = exponent + (rounded.length - precision);
  if (power >= -4 && power < precision) {
    const behind = precision - 1 - power;
    return bare(pointed(rounded.slice(0, precision), behind));
  }
  return `${bare(pointed(rounded.slice(0, precision), precision - 1))}e${powered(power)}`;
}

function bare(text: string): string {
  return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}

function powered(power: number): string {
  return `${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** The first 101 digits, of which a number that is half of one digit needs few. */
function digitsOf(value: number): Digits {
  const [mantissa, exponent] = value.toExponential(100).split("e");
  return [mantissa.replace(".", ""), Number(exponent)];
}

/** Round to so many digits; a half goes to the even one. One more where all were 9. */
function kept(digits: string, count: number): string {
  if (count < 0) return "0";
  const head = digits.slice(0, count).padEnd(count, "0");
  const tail = digits.slice(count).replace(/0+$/, "");
  const isOdd = Number(head.at(-1) ?? 0) % 2 === 1;
  const isUp = tail === "5" ? isOdd : tail >= "5";
  if (!isUp) return head || "0";
  return (BigInt(head || 0) + 1n).toString().padStart(count, "0");
}

function grouped(text: string): string {
  const [whole, ...rest] = text.split(/(?=[.e])/);
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + rest.join("");
}

/** Strip any of the characters from the end of a text. */
export function rstrip(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1])) end -= 1;
  return text.slice(0, end);
}

/** Take `prefix` away, where a text begins with it. */
export function removePrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

// The errors of Python by which a formula refuses numbers.

/** A number that a formula does not take; the message says why. */
export class ValueError extends Error {}

/** A result that no number is; the two below are its kinds. */
export class ArithmeticError extends Error {}

export class ZeroDivisionError extends ArithmeticError {}

export class OverflowError extends ArithmeticError {}

/** The message of a function of mathematics outside of where it is defined. */
export const DOMAIN = "math domain error";

/** Throw a ValueError with a message, where only an expression may stand. */
export function refuse(message: string): never {
  throw new ValueError(message);
}

/** Let `formula` refuse with a ValueError where its result is no finite number. */
export function finite<Inputs extends unknown[]>(formula: (...inputs: Inputs) => number) {
  return (...inputs: Inputs): number => {
    try {
      const result = formula(...inputs);
      if (Number.isFinite(result)) return result;
    } catch (error) {
      if (!(error instanceof ArithmeticError)) throw error;
    }
    throw new ValueError("the result is no finite number");
  };
}

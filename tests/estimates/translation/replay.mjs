// Answers each line of a file: what a formula gives, or what a unit writes.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [runtime, table, asked] = process.argv.slice(2);
const R = createRequire(import.meta.url)(runtime);
(0, eval)(readFileSync(table, "utf8"));
const formulas = globalThis.designkitFormulas(R);

for (const line of readFileSync(asked, "utf8").split("\n").filter(Boolean)) {
  const { function: key, bound, terms, value } = JSON.parse(line);
  console.log(JSON.stringify(answer(formulas[key](opened(bound)), terms ?? value)));
}

function answer(formula, given) {
  try {
    const found = formula(given);
    return Number.isFinite(found) || typeof found === "string" ? found : null;
  } catch (error) {
    if (error instanceof R.ArithmeticError) return null;
    if (!(error instanceof R.ValueError)) throw error;
    return error.message.startsWith("math") ? null : `refused: ${error.message}`;
  }
}

/** Functions in what is bound stand there by their keys. */
function opened(bound) {
  return Object.fromEntries(Object.entries(bound).map(([name, it]) => [name, one(it)]));
}

function one(it) {
  if (Array.isArray(it)) return it.map(one);
  return it && typeof it === "object" ? formulas[it.function](opened(it.bound)) : it;
}

// Writes each number of a file as it is asked to be written, or works out a function.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [runtime, , asked] = process.argv.slice(2);
const R = createRequire(import.meta.url)(runtime);

for (const line of readFileSync(asked, "utf8").split("\n").filter(Boolean)) {
  const [name, given] = JSON.parse(line);
  console.log(JSON.stringify(answer(name, given.map(opened))));
}

/** Numbers that JSON lacks stand in it as texts. */
function opened(it) {
  if (Array.isArray(it)) return it.map(opened);
  return typeof it === "string" && /^(-?Infinity|NaN)$/.test(it) ? Number(it) : it;
}

function answer(name, given) {
  try {
    const found = R[name](...given);
    return typeof found === "number" && !Number.isFinite(found) ? String(found) : found;
  } catch (error) {
    const kinds = ["ValueError", "ZeroDivisionError", "OverflowError"];
    const kind = kinds.find((name) => error instanceof R[name]);
    if (!kind) throw error;
    return kind;
  }
}

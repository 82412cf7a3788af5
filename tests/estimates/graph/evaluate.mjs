// Answers each line of a file: the figures of a graph with some settings.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [bundle, table, asked] = process.argv.slice(2);
const { evaluator, runtime } = createRequire(import.meta.url)(bundle);
(0, eval)(readFileSync(table, "utf8"));
const formulas = globalThis.designkitFormulas(runtime);

let evaluate;
for (const line of readFileSync(asked, "utf8").split("\n").filter(Boolean)) {
  const question = JSON.parse(line);
  if (question.graph) evaluate = evaluator(question.graph, formulas);
  console.log(JSON.stringify([...evaluate(question.settings)]));
}

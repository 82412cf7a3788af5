// Answers each line of a file: the figures of a graph with some settings.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [bundle, table, asked] = process.argv.slice(2);
const { evaluate, runtime } = createRequire(import.meta.url)(bundle);
(0, eval)(readFileSync(table, "utf8"));
const formulas = globalThis.designkitFormulas(runtime);

let graph;
for (const line of readFileSync(asked, "utf8").split("\n").filter(Boolean)) {
  const question = JSON.parse(line);
  graph = question.graph ?? graph;
  console.log(JSON.stringify([...evaluate(graph, formulas, question.settings)]));
}

// Reads flowcharts with the parser of Mermaid itself, and prints what is in each.
import fs from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const found = createRequire(`${process.env.NODE_TOOLS}/package.json`);
const { JSDOM } = found("jsdom");
globalThis.window = new JSDOM("<body></body>").window;
globalThis.document = window.document;
const { default: mermaid } = await import(
  pathToFileURL(`${process.env.NODE_TOOLS}/node_modules/mermaid/dist/mermaid.core.mjs`)
);
for (const file of process.argv.slice(2)) {
  const text = fs.readFileSync(file, "utf8");
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const [nodes, edges] = [db.getVertices().size, db.getEdges().length];
  console.log(JSON.stringify({ nodes, edges }));
}

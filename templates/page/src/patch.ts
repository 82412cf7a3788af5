/** The numbers that are moved, as what a command line and a file of the design take. */

import { textOf } from "./evaluate";
import type { Living } from "./living";

export function setLine(living: Living): string {
  const words = Object.entries(living.settings()).map(
    ([path, value]) => `--set '${path}=${textOf(living.content.graph, path, value)}'`,
  );
  return ["designkit estimate", living.content.file, ...words].join(" ");
}

/** The lines of the design that change, as a patch shows them. */
export function patch(living: Living): string {
  const { file, lines, graph } = living.content;
  const changed = new Map<string, { file: string; line: number; before: string; after: string }>();
  for (const [path, value] of Object.entries(living.settings())) {
    const { line, column, file: other } = graph.numbers[path];
    const where = other ?? file;
    const before = lines[where]?.[line];
    if (before === undefined) continue;
    const key = `${where}:${line}`;
    const known = changed.get(key)?.after ?? before;
    const old = graph.inputs[path]?.text ?? "";
    const from = before.startsWith(old, column - 1) && known === before ? column - 1 : known.indexOf(old);
    const text = textOf(graph, path, value);
    const after = from < 0 ? known : known.slice(0, from) + text + known.slice(from + old.length);
    changed.set(key, { file: where, line, before, after });
  }
  let last = "";
  return [...changed.values()]
    .sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line)
    .flatMap((it) => {
      const head = it.file === last ? [] : [`--- ${it.file}`, `+++ ${it.file}`];
      last = it.file;
      return [...head, `@@ -${it.line} +${it.line} @@`, `-${it.before}`, `+${it.after}`];
    })
    .join("\n");
}

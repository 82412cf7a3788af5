/** The side of the panel with what the checker found, and the pages of its rules. */

import type { Content, Finding } from "../content";
import { button, element } from "../dom";
import type { Side } from "../panel";
import type { Store } from "../state";

export const findings: Side = {
  name: "findings",
  title: "Findings",
  depends: () => "",
  render: (content, store) => {
    const open = content.findings.filter((it) => !it.waived);
    const waived = content.findings.filter((it) => it.waived);
    return [
      element("h2", {}, open.length ? `${open.length} ${open.length === 1 ? "finding" : "findings"}` : "No findings"),
      ...open.map((it) => told(content, store, it)),
      ...(waived.length ? [element("h3", {}, "Accepted"), ...waived.map((it) => told(content, store, it))] : []),
    ];
  },
};

function told(content: Content, store: Store, found: Finding): HTMLElement {
  const page = element("div", { class: "rule" });
  return element(
    "section",
    { class: `finding ${found.severity}` },
    element("p", {}, element("b", {}, `${found.severity} ${found.code}`), ` ${found.message}`),
    found.help && element("p", { class: "hint" }, found.help),
    found.waived && element("p", { class: "hint" }, `Accepted: ${found.waived}`),
    element("p", { class: "kind" }, `${found.file}:${found.line}:${found.column}`),
    found.excerpt && element("pre", {}, found.excerpt.trim()),
    element(
      "p",
      {},
      ...found.about.map((id) =>
        button(content.components[id]?.title ?? id, () => store.go({ sel: id, to: "", side: "findings" })),
      ),
    ),
    content.rules[found.code] && unfolded(`About ${found.name}`, page, content.rules[found.code]),
  );
}

/** The page of a rule, read when it is unfolded; its markup is ours. */
function unfolded(title: string, page: HTMLElement, html: string): HTMLElement {
  const made = element("details", {}, element("summary", {}, title), page);
  made.addEventListener("toggle", () => {
    if (!made.open || page.childNodes.length) return;
    const read = new DOMParser().parseFromString(html, "text/html");
    page.append(...read.body.childNodes);
  });
  return made;
}

"""All that the script of a page reads, as one value that becomes JSON."""

import json

from designkit.documents.page.findings import findings, rule_pages
from designkit.documents.page.limits import limit_names, lines_of
from designkit.documents.page.marks import overlays, scenarios
from designkit.documents.page.parts import components, flows, kinds, stages
from designkit.documents.page.subject import JsonValue, PageSubject
from designkit.estimates.answering import awaited_answer
from designkit.estimates.graph.export import FigureGraph
from designkit.model.design import Design
from designkit.text.escape import plain


def content(of: PageSubject, graph: FigureGraph) -> dict[str, JsonValue]:
    """Return what the script of the page of a design reads."""
    design = of.told.design
    return {
        "name": plain(design.name),
        "system": plain(design.system),
        "stem": of.stem,
        "file": plain(of.loaded.file),
        "views": [{"name": it, "title": title_of(it)} for it in of.drawings],
        "stages": stages(design),
        "kinds": kinds(design),
        "components": components(of.told),
        "flows": flows(design),
        "findings": findings(of),
        "rules": rule_pages(of),
        "graph": graph.json,
        "codes": limit_names(graph),
        "lines": lines_of(of.loaded, graph),
        "overlays": overlays(of),
        "scenarios": scenarios(of),
        "promise": _promise(design),
        "tradeoffs": [
            {
                "name": plain(it.name or it.chosen),
                "chosen": plain(it.chosen),
                "rejected": plain(it.rejected),
                "because": plain(it.because),
            }
            for it in design.tradeoffs
        ],
    }


def as_json(value: dict[str, JsonValue]) -> str:
    """Write `value` as JSON that can stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028")


def title_of(view: str) -> str:
    """Return what a view is called on its tab."""
    return view.replace("-", " ").replace(":", ": ").capitalize()


def _promise(design: Design) -> JsonValue:
    """Return what people who wait are promised, if that is said."""
    promised = awaited_answer(design).promised
    if promised is None:
        return None
    return {"text": str(promised), "ms": promised.value * 1000}

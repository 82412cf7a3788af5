"""Arrows of pictures from the flows of a design, and the legend that explains them."""

from collections.abc import Iterable

from designkit.drawing import Arrow, Entry, Line
from designkit.model.component import Flow, Mode
from designkit.model.graph import CriticalPath
from designkit.wording import type_label

LINES = {
    Mode.CALL: Line.SOLID,
    Mode.LOOKUP: Line.LOOKUP,
    Mode.STREAM: Line.DASHED,
    Mode.BATCH: Line.DOUBLE,
    Mode.CONTROL: Line.DOTTED,
}
"""How flows of each mode are drawn; the colour is never the only code."""

MEANINGS = {
    Mode.CALL: "call: the caller waits",
    Mode.LOOKUP: "lookup: the reader waits",
    Mode.STREAM: "stream, event by event",
    Mode.BATCH: "batch job",
    Mode.CONTROL: "control",
}


def arrow(flow: Flow, text: str, *, strong: bool = False) -> Arrow:
    """Return the arrow of one flow, labelled `text`."""
    return Arrow(
        source=flow.source,
        target=flow.target,
        carries=flow.carries or "",
        mode=flow.mode.value,
        line=LINES[flow.mode],
        text=text,
        strong=strong,
        description=describe(flow),
    )


def describe(flow: Flow) -> str:
    """Say in words what a flow is."""
    carries = f": {type_label(flow.carries)}" if flow.carries else ""
    note = f" ({flow.note})" if flow.note else ""
    return f"{flow.source} to {flow.target}, {flow.mode}{carries}{note}"


def merged(flows: Iterable[Flow], path: CriticalPath | None = None) -> tuple[Arrow, ...]:
    """Return one arrow for all flows of one mode between the same two components."""
    found: dict[tuple[str, str, Mode], list[Flow]] = {}
    for flow in flows:
        found.setdefault((*flow.ends, flow.mode), []).append(flow)
    return tuple(_bundle(group, path) for group in found.values())


def _bundle(flows: list[Flow], path: CriticalPath | None) -> Arrow:
    first = flows[0]
    names = list(dict.fromkeys(flow.carries for flow in flows if flow.carries))
    strong = path is not None and path.has(first)
    made = arrow(first, "\n".join(wrap_label(names)), strong=strong)
    return Arrow(
        source=made.source,
        target=made.target,
        carries=" ".join(names),
        mode=made.mode,
        line=made.line,
        text=made.text,
        strong=strong,
        description="; ".join(describe(flow) for flow in flows),
    )


def wrap_label(names: Iterable[str]) -> Iterable[str]:
    """Break long labels at a space, so that they fit between two cards."""
    for name in names:
        yield from type_label(name).split(" ") if len(name) > 11 else (type_label(name),)


def legend_of(modes: Iterable[str], *, strong: str = "") -> tuple[Entry, ...]:
    """Return the legend of the `modes` that a picture shows."""
    shown = set(modes)
    entries = [Entry(LINES[mode], MEANINGS[mode]) for mode in Mode if mode in shown]
    return (Entry(Line.SOLID, strong, strong=True), *entries) if strong else tuple(entries)

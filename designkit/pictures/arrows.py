"""Arrows of pictures from the flows of a design, and the legend that explains them."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from designkit.model.component import Flow, Mode
from designkit.pictures.drawing import Arrow, LegendEntry, LineStyle
from designkit.pictures.phrases import type_label, wrapped_label

LINES = {
    Mode.CALL: LineStyle.SOLID,
    Mode.LOOKUP: LineStyle.LOOKUP,
    Mode.STREAM: LineStyle.DASHED,
    Mode.BATCH: LineStyle.DOUBLE,
    Mode.CONTROL: LineStyle.DOTTED,
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
        carries=flow.type_name or "",
        mode=flow.mode.value,
        line=LINES[flow.mode],
        text=text,
        strong=strong,
        description=describe(flow),
    )


def describe(flow: Flow) -> str:
    """Say in words what a flow is."""
    carries = f": {type_label(flow.type_name)}" if flow.type_name else ""
    note = f" ({flow.note})" if flow.note else ""
    return f"{flow.source} to {flow.target}, {flow.mode}{carries}{note}"


def merged(
    flows: Iterable[Flow],
    strong: Collection[tuple[str, str]] = (),
    *,
    noted: bool = False,
) -> tuple[Arrow, ...]:
    """Return one arrow for all flows of one mode between the same two components.

    Those whose ends are in `strong` stand out. They have the notes of their flows if
    `noted`.
    """
    found: dict[tuple[str, str, Mode], list[Flow]] = {}
    for flow in flows:
        found.setdefault((*flow.ends, flow.mode), []).append(flow)
    bundles = (_bundle(group, strong=key[:2] in strong) for key, group in found.items())
    return tuple(it if noted else replace(it, note="") for it in bundles)


def _bundle(flows: list[Flow], *, strong: bool) -> Arrow:
    names = list(dict.fromkeys(flow.type_name for flow in flows if flow.type_name))
    text = "\n".join(line for name in names for line in wrapped_label(name))
    return replace(
        arrow(flows[0], text, strong=strong),
        carries=" ".join(names),
        description="; ".join(describe(flow) for flow in flows),
        note=" · ".join(dict.fromkeys(flow.note for flow in flows if flow.note)),
    )


def legend_of(modes: Iterable[str], *, strong: str = "") -> tuple[LegendEntry, ...]:
    """Return the legend of the `modes` that a picture shows."""
    shown = set(modes)
    entries = [
        LegendEntry(LINES[mode], MEANINGS[mode]) for mode in Mode if mode in shown
    ]
    return (
        (LegendEntry(LineStyle.SOLID, strong, strong=True), *entries)
        if strong
        else tuple(entries)
    )

"""Arrows of pictures from the flows of a design, and the legend that explains them."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from designkit.model.component import Flow, Mode
from designkit.model.waiting import waits
from designkit.pictures.drawing import BACK, Arrow, LegendEntry, LineStyle
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
    how = "answer" if flow.answer else flow.mode
    return f"{flow.source} to {flow.target}, {how}{carries}{note}"


def merged(
    flows: Iterable[Flow],
    strong: Collection[tuple[str, str]] = (),
    *,
    noted: bool = False,
) -> tuple[Arrow, ...]:
    """Return one arrow for all flows of one mode between the same two components.

    The answer of a call is at the arrow of the call. Those whose ends are in `strong`
    stand out. They have the notes of their flows if `noted`.
    """
    all_flows = tuple(flows)
    calls = {flow.ends for flow in all_flows if flow.mode is Mode.CALL and waits(flow)}
    found: dict[tuple[str, str, Mode], list[Flow]] = {}
    for flow in all_flows:
        is_back = flow.answer and flow.ends[::-1] in calls
        ends = flow.ends[::-1] if is_back else flow.ends
        found.setdefault((*ends, flow.mode), []).append(flow)
    bundles = (_bundle(group, strong=key[:2] in strong) for key, group in found.items())
    return tuple(it if noted else replace(it, note="") for it in bundles)


def _bundle(flows: list[Flow], *, strong: bool) -> Arrow:
    flows = sorted(flows, key=lambda flow: flow.answer)
    names = list(dict.fromkeys(flow.type_name for flow in flows if flow.type_name))
    ways = dict.fromkeys((f.type_name, f.answer and not flows[0].answer) for f in flows)
    return replace(
        arrow(flows[0], _label(ways), strong=strong),
        carries=" ".join(names),
        description="; ".join(describe(flow) for flow in flows),
        note=" · ".join(dict.fromkeys(flow.note for flow in flows if flow.note)),
    )


def _label(ways: Iterable[tuple[str | None, bool]]) -> str:
    """Return a line a data type or more; a mark ends that before a way back."""
    lines = list[str]()
    for name, is_back in ways:
        first, *rest = wrapped_label(name) if name else ("",)
        if is_back and first and lines:
            lines[-1] += f" {BACK}"
        elif is_back and first:
            first = f"{BACK} {first}"
        lines += filter(None, (first, *rest))
    return "\n".join(lines)


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
